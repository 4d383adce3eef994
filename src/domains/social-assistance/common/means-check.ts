import type { Form } from '../../../kernel/contract/form.ts';
import type { QuickCheck } from '../../../kernel/contract/matter.ts';
import { HUKOU_KINDS } from './means-test/terms.ts';

const form: Form = {
  id: 'means-check',
  title: '算一算',
  sections: [
    {
      id: 'family', title: '家庭', plainTitle: '您家的情况',
      fields: [
        { key: 'people', title: '家里一共几口人', kind: 'integer', unit: '口人', min: 1, max: 20, required: true, help: '夫妻、没成年的孩子、还在上学的孩子，加上平时住在一起的家人。' },
        { key: 'hukouHere', title: '您的户口在本市吗', kind: 'yes-no', required: true },
        { key: 'hukouKind', title: '是城镇户口还是农村户口', kind: 'choice', required: true, options: Object.entries(HUKOU_KINDS).map(([value, title]) => ({ value, title })) },
        { key: 'income', title: '全家每个月一共收入多少', kind: 'money', unit: '元', min: 0, required: true, help: '工资、打零工、做小生意、养老金、子女给的钱，加起来。没有的话，写 0。' },
      ],
    },
    {
      id: 'assets', title: '财产', plainTitle: '房子和存款',
      help: '不清楚可以空着。',
      fields: [
        { key: 'movable', title: '全家存款、股票、保险加起来多少', kind: 'money', unit: '元', min: 0 },
        { key: 'houses', title: '有几套房子', kind: 'integer', unit: '套', min: 0, max: 99, help: '自己住的也算。租的不算。' },
        { key: 'vehicles', title: '有几辆汽车、摩托车或船', kind: 'integer', unit: '辆', min: 0, max: 99, help: '残疾人代步车不算。' },
      ],
    },
  ],
};

/**
 * 算一算 by means: persons and their income together, nobody named. One set of questions answers for every means-tested matter. Ages are put at 30:
 * no rule of the estimates turns on them.
 */
export const meansCheck = (benefit: string, more: { readonly assumes: readonly string[]; readonly presumes: readonly string[] }): QuickCheck => ({
  benefit,
  form,
  assumes: ['写的这几口人都算进去。', '家里人都同意我们去核对收入和财产。', ...more.assumes],
  presumes: ['household', 'authorisation', ...more.presumes],
  asks: { 'assets.movableFen': 'movable', 'assets.houses': 'houses', 'assets.vehicles': 'vehicles' },
  facts: (answers) => ({
    ...(answers['hukouKind'] === undefined ? {} : { hukouKind: answers['hukouKind'] }),
    members: Array.from({ length: peopleOf(answers['people']) }, (_, at) => ({
      key: `m${at + 1}`, name: at === 0 ? '您本人' : `第${at + 1}口人`, relation: at === 0 ? 'self' : 'other', age: 30, hukouHere: answers['hukouHere'] === true, authorised: true,
      ...(at === 0 ? { incomes: [{ category: 'other', note: '全家收入', monthlyFen: answers['income'] }] } : {}),
    })),
    assets: {
      ...(typeof answers['movable'] === 'number' ? { movableFen: answers['movable'] } : {}),
      ...(typeof answers['houses'] === 'number' ? { houses: answers['houses'] } : {}),
      ...(typeof answers['vehicles'] === 'number' ? { vehicles: answers['vehicles'] } : {}),
    },
  }),
});

const peopleOf = (answer: unknown): number => (typeof answer === 'number' && Number.isInteger(answer) ? Math.min(Math.max(answer, 0), 20) : 0);
