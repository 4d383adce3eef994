import type { Form, FormField } from '../../../../kernel/contract/form.ts';
import { SOURCES, STUDY_ANSWERS } from '../../common/means-test/form-sections.ts';
import { LABOUR, RELATIONS, SEXES } from '../../common/means-test/terms.ts';
import { ADDING, CHANGE_KINDS, LEAVING, NAMING, PLAIN_KINDS } from './change-kinds.ts';

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, title]) => ({ value, title }));
const { self: _self, ...OTHERS } = RELATIONS;
const whenKind = (...kinds: readonly string[]) => ({ showIf: { key: 'kind', in: kinds } });
const required = { required: true } as const;

const newcomer: readonly FormField[] = [
  { key: 'name', title: '新增成员姓名', plainTitle: '新来的人叫什么', kind: 'person-name', ...required, ...whenKind(...ADDING) },
  { key: 'relation', title: '与申请人关系', plainTitle: '是申请人的什么人', kind: 'choice', options: options(OTHERS), ...required, ...whenKind(...ADDING) },
  { key: 'idCard', title: '公民身份号码', plainTitle: '身份证号', kind: 'id-card', help: '刚出生、还没有号码的孩子可以先空着。', ...whenKind(...ADDING) },
  { key: 'sex', title: '性别', plainTitle: '男孩还是女孩', kind: 'choice', options: options(SEXES), help: '有身份证号的不用选。', ...whenKind('birth') },
  { key: 'hukouHere', title: '户籍是否在本市', plainTitle: '户口在本市吗', kind: 'yes-no', ...required, ...whenKind(...ADDING) },
  { key: 'labour', title: '劳动能力', plainTitle: '能干活吗', kind: 'choice', options: options(LABOUR), ...required, ...whenKind('marriage', 'return') },
  { key: 'study', title: '在读情况', plainTitle: '在上学吗', kind: 'choice', options: options(STUDY_ANSWERS), ...whenKind('marriage', 'return') },
  { key: 'authorise', title: '新增成员已授权核对经济状况', plainTitle: '新来的人同意我们核对收入吗', kind: 'yes-no', ...required, help: '孩子由家长同意。', ...whenKind(...ADDING) },
];

const leaving: readonly FormField[] = [
  { key: 'person', title: '成员姓名', plainTitle: '是家里的谁', kind: 'person-name', ...required, ...whenKind(...NAMING) },
  { key: 'certificate', title: '死亡证明编号', plainTitle: '死亡证明上的编号', kind: 'text', maxLength: 40, help: '没有的可以先空着。', ...whenKind('death') },
  { key: 'why', title: '离开原因', plainTitle: '为什么走', kind: 'text', maxLength: 50, ...required, ...whenKind('left') },
  { key: 'leaving', title: '分出的成员', plainTitle: '哪些人分出去', kind: 'list', ...required, min: 1, max: 20, item: [{ key: 'person', title: '姓名', kind: 'person-name', ...required }], ...whenKind('split') },
  { key: 'newHead', title: '新户户主', plainTitle: '新的一户谁当户主', kind: 'person-name', ...required, ...whenKind('split') },
  { key: 'nextHead', title: '原户由谁接任户主', plainTitle: '走的人是户主的，由谁接', kind: 'person-name', help: '走的人不是户主，不用写。', ...whenKind(...LEAVING) },
  { key: 'movable', title: '新户带走的存款等动产', plainTitle: '分走多少存款', kind: 'money', unit: '元', min: 0, ...required, ...whenKind('split') },
  { key: 'houses', title: '新户的房屋', plainTitle: '新的一户有几套房子', kind: 'integer', unit: '套', min: 0, max: 99, ...required, ...whenKind('split') },
  { key: 'vehicles', title: '新户的机动车、船舶', plainTitle: '新的一户有几辆车', kind: 'integer', unit: '辆', min: 0, max: 99, ...required, ...whenKind('split') },
];

const elsewhere: readonly FormField[] = [
  { key: 'otherNumber', title: '另一户的户号', plainTitle: '另一家的户号', kind: 'text', maxLength: 40, ...required, help: '在户口登记或家庭页上，如 ZS-HH-2014-000123。', ...whenKind('transfer', 'merge') },
  { key: 'otherRelation', title: '与那一户申请人关系', plainTitle: '是那家申请人的什么人', kind: 'choice', options: options(OTHERS), ...required, ...whenKind('transfer', 'merge') },
  { key: 'division', title: '新的村（居）', plainTitle: '搬到哪个村、哪个社区', kind: 'division', ...required, ...whenKind('move') },
  { key: 'address', title: '新住址', plainTitle: '新的住址', kind: 'text', maxLength: 100, ...required, ...whenKind('move', 'split') },
  { key: 'destination', title: '迁往', plainTitle: '迁到哪个市', kind: 'text', maxLength: 60, ...required, ...whenKind('leave-city') },
];

const money: readonly FormField[] = [
  { key: 'source', title: '收入来源', plainTitle: '什么钱', kind: 'choice', options: options(SOURCES), ...required, ...whenKind('income') },
  { key: 'monthly', title: '每月金额', plainTitle: '现在每月多少', kind: 'money', unit: '元', min: 0, ...required, help: '没有了的，写 0。', ...whenKind('job-found', 'income') },
  { key: 'newcomerMonthly', title: '新增成员每月收入', plainTitle: '新来的人每月收入多少', kind: 'money', unit: '元', min: 0, ...required, help: '没有收入，写 0。', ...whenKind('marriage', 'return') },
];

/** 家庭变更申请: one event, and only the questions it needs. The same on the phone and at the desk. */
export const changeForm: Form = {
  id: 'subsistence-allowance-change', title: '家庭变更申请',
  sections: [{
    id: 'change', title: '发生了什么', plainTitle: '家里有什么变化',
    fields: [
      { key: 'kind', title: '变更事项', plainTitle: '是哪一种变化', kind: 'choice', ...required, options: Object.entries(CHANGE_KINDS).map(([value, title]) => ({ value, title: `${title}（${PLAIN_KINDS[value as keyof typeof CHANGE_KINDS]}）` })) },
      { key: 'happenedOn', title: '发生日期', plainTitle: '哪一天的事', kind: 'date', ...required },
      ...newcomer, ...leaving, ...elsewhere, ...money,
    ],
  }],
};
