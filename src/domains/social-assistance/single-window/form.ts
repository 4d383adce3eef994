import type { Form } from '../../../kernel/contract/form.ts';
import { WAYS_IN } from './terms.ts';

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, title]) => ({ value, title }));

/** 求助登记表: the one form of the window. The needs themselves are ticked beside it. */
export const intakeForm: Form = {
  id: 'single-window-intake', title: '求助登记',
  sections: [
    {
      id: 'who', title: '来的人',
      fields: [
        { key: 'how', title: '怎么来的', kind: 'choice', required: true, options: options(WAYS_IN) },
        { key: 'name', title: '姓名', kind: 'person-name', required: true },
        { key: 'idCard', title: '公民身份号码', kind: 'id-card', help: '电话里说不清、没带证件的，先空着。写上了，本人登录网上就能看到办到哪里。' },
        { key: 'phone', title: '联系电话', kind: 'phone', required: true, help: '没有电话，写家里人或村居干部的。' },
        { key: 'division', title: '住在哪个村（居）', kind: 'division', required: true },
        { key: 'address', title: '住址', kind: 'text', maxLength: 100 },
      ],
    },
    {
      id: 'trouble', title: '难处',
      fields: [
        { key: 'trouble', title: '难处说明', kind: 'long-text', required: true, maxLength: 1000, help: '照本人说的写。同一句话会随转办单送到承办单位，不用再写。' },
        { key: 'materials', title: '看过的材料', kind: 'text', maxLength: 200, help: '如：身份证、户口本、出院小结。看过就退还，不收原件。' },
      ],
    },
  ],
};
