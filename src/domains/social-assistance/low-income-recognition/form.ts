import type { Form, FormField, FormSection } from '../../../kernel/contract/form.ts';
import { account, assets, authorisation, confirmation, family, income } from '../common/means-test/form-sections.ts';
import { RIGID_SPENDING } from '../common/means-test/terms.ts';

/** Questions of 低保 that a recognition does not ask: it is always for the whole family, and 三无 are no 低收入 family. */
const NOT_ASKED = ['application', 'nearSubsistenceFamily', 'ownHukouBooklet', 'parentsUnable', 'threeNone'];
const wholeFamily: FormSection = { ...family, fields: family.fields.filter((field) => !NOT_ASKED.includes(field.key)) };

const accountIfPaid: FormSection = {
  ...account, title: '账户（本地发给分类救助的）', plainTitle: '有补助的话，打到哪里', help: '认定本身不发钱。有的城市给老人、学生、病人另发分类救助，打到这个账户。可以先空着。',
};

/** Kinds that may be asked for, with the word that is stored. */
export const KINDS = { 'low-income': '低收入困难家庭（低保边缘家庭）', expenditure: '支出型（刚性支出）困难家庭' } as const;

const kind: FormField = {
  key: 'kind', title: '认定种类', plainTitle: '申请哪一种', kind: 'choice', required: true, options: Object.entries(KINDS).map(([value, title]) => ({ value, title })),
  help: '收入低的，选第一种。收入不算低，但看病、上学等花得太多的，选第二种。',
};
const spending: FormSection = {
  id: 'spending', title: '刚性支出', plainTitle: '看病、上学等不得不花的钱', help: '只有申请支出型（刚性支出）困难家庭才要写。写自己掏的部分，医保报销了的不算。',
  fields: [{
    key: 'rigidSpending', title: '刚性支出', plainTitle: '一项一项写', kind: 'list', showIf: { key: 'kind', equals: 'expenditure' },
    item: [
      { key: 'kind', title: '种类', plainTitle: '什么钱', kind: 'choice', required: true, options: Object.entries(RIGID_SPENDING).map(([value, title]) => ({ value, title })) },
      { key: 'total', title: '期限内总额', plainTitle: '一共花了多少', kind: 'money', unit: '元', min: 0, required: true },
      { key: 'months', title: '是几个月的', plainTitle: '是最近几个月的', kind: 'integer', unit: '个月', min: 1, max: 60, required: true },
    ],
  }],
};

/** 低收入困难家庭认定申请表. */
export const lowIncomeForm: Form = { id: 'low-income-recognition-application', title: '低收入困难家庭认定申请', sections: [wholeFamily, income, assets, accountIfPaid, authorisation, confirmation] };

/** From 2022 in Guangdong, from 2025 everywhere: the form asks which kind. */
export const twoKindsForm: Form = {
  id: 'low-income-recognition-application-kinds', title: '低收入、支出型困难家庭认定申请',
  sections: [{ ...wholeFamily, fields: [kind, ...wholeFamily.fields] }, income, spending, assets, accountIfPaid, authorisation, confirmation],
};
