import { expect, test } from 'vitest';
import { assess } from '../../../kernel/benefits/assess.ts';
import type { FormField } from '../../../kernel/contract/form.ts';
import { divisionPath } from '../../../kernel/policy/division-path.ts';
import { makeParameterBook } from '../../../kernel/policy/parameter-book.ts';
import { readParameterFiles } from '../../../kernel/policy/read-parameter-files.ts';
import { idCardCheckDigit } from '../../../kernel/values/id-card-number.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { SOURCES } from '../common/means-test/form-sections.ts';
import { applicationForm } from './form.ts';
import { benefit } from './matter.ts';
import { parameters } from '../common/means-test/parameters.ts';
import { formToFacts, formToPeople, markAuthorised } from '../common/means-test/read-form.ts';

const today = plainDate('2014-11-03');
/** An invented person's number: area code never allotted. */
const idCard = (first: string): string => `${first}${idCardCheckDigit(first)}`;
const CHEN = idCard('44209919580305442');
const HUANG = idCard('44209919530110301');
const XIN = idCard('44209919950620014');
const person = { hukouHere: true, livesTogether: true, hasDisability: false, seriousIllness: false, study: 'none', labour: 'able' };
const answers = {
  division: '442000001001', address: '太平社区某路1号', phone: '13800002206', hukouKind: 'urban', application: 'household', singleParent: false, threeNone: false,
  members: [
    { ...person, name: '陈某英', idCard: CHEN, relation: 'self' },
    { ...person, name: '黄某强', idCard: HUANG, relation: 'spouse', hasDisability: true, disabilityKind: 'physical', disabilityGrade: '2', labour: 'partly' },
    { ...person, name: '黄某欣', idCard: XIN, relation: 'child', livesTogether: false, study: 'undergraduate' },
  ],
  incomes: [
    { person: '陈某英', source: 'wage', note: '清洁零工', regular: 'total', total: 372000, months: 6 },
    { person: '黄某强', source: 'pension', regular: 'monthly', monthly: 16500 },
    { person: '黄某欣', source: 'education-grant', regular: 'monthly', monthly: 30000 },
  ],
  movable: 631842, vehicles: 0, houses: 1,
  hasAccount: true, bankCode: '402', accountHolder: '陈某英', accountNumber: '6228480000004417',
  authorise: true, relativeOfStaff: false, truthful: true,
};
const book = makeParameterBook(
  parameters,
  readParameterFiles(`${import.meta.dirname}/../common/parameters`, parameters).map((filed) => filed.value),
  { demo: true },
);
const read = (change: Record<string, unknown> = {}) => formToFacts({ ...answers, ...change }, today, { demo: true });
const errorsOf = (change: Record<string, unknown>) => {
  const answer = read(change);
  return answer.ok ? [] : answer.errors.map((error) => `${error.path} ${error.sentence}`);
};

test('[S001] 申请表填完，变成材料，全家都授权以后算出 814.00 元', () => {
  const answer = read();
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  const at = { book, divisions: divisionPath('442000001001'), day: today };
  const before = assess(benefit, answer.facts, at);
  expect(before).toMatchObject({ outcome: 'unknown', explanation: '现在还不能下结论，还不知道：黄某强、黄某欣是否授权核对经济状况。' });
  expect(assess(benefit, markAuthorised(answer.facts, ['m1', 'm2', 'm3']), at)).toMatchObject({ outcome: 'granted', fen: 81400 });
});

test('身份证号里读出性别和出生日期；代号按先后', () => {
  const answer = read();
  expect(answer.ok && answer.facts.members.map(({ key, sex, birthDate }) => ({ key, sex, birthDate }))).toEqual([
    { key: 'm1', sex: 'female', birthDate: '1958-03-05' }, { key: 'm2', sex: 'male', birthDate: '1953-01-10' }, { key: 'm3', sex: 'female', birthDate: '1995-06-20' },
  ]);
});

test('每一处对不上的，一句中文', () => {
  expect(errorsOf({ members: answers.members.slice(1), incomes: [] })).toEqual(['members 家里的人里还没有您自己，请加上，关系选“本人”。']);
  expect(errorsOf({ incomes: [{ person: '李四', source: 'wage', regular: 'monthly', monthly: 1 }] })).toEqual(['incomes.0.person 家里的人里没有“李四”，请写前面写过的姓名。']);
  expect(errorsOf({ members: [...answers.members, { ...person, name: '陈二', idCard: CHEN, relation: 'sibling' }] })).toEqual(['members.3.idCard 这个身份证号和第 1 个人的一样，请核对。']);
  expect(errorsOf({ truthful: false })).toEqual(['truthful 请确认所填的都是真的、没有漏写，才能交。']);
  expect(errorsOf({ members: [{ ...answers.members[0], idCard: '123' }], incomes: [] })[0]).toMatch(/^members\.0\.idCard /);
  expect(formToFacts(answers, today).ok).toBe(false);
});

test('没有写的金额不当成零', () => {
  expect(errorsOf({ incomes: [{ person: '陈某英', source: 'wage', regular: 'monthly' }] })[0]).toMatch(/^members\.0\.incomes\.0/);
  expect(read({ movable: undefined })).toMatchObject({ ok: true, facts: { assets: { vehicles: 0 } } });
});

test('人和账户给登记用；户名不是家里人的，要有代领关系', () => {
  const people = formToPeople(answers);
  expect(people.account).toEqual({ holderName: '陈某英', holderKey: 'm1', agentRelation: null, bankCode: '402', bankName: '农村信用社', number: '6228480000004417' });
  expect(people.members[0]).toEqual({ key: 'm1', name: '陈某英', idNumber: CHEN, relation: '本人', head: true });
  expect(formToPeople({ ...answers, accountHolder: '王五', agentRelation: '邻居' }).account).toMatchObject({ holderKey: null, agentRelation: '邻居' });
  expect(formToPeople({ ...answers, hasAccount: false }).account).toBeNull();
});

test.each(Object.keys(SOURCES))('收入来源“%s”读得出来', (source) => {
  expect(read({ incomes: [{ person: '陈某英', source, regular: 'monthly', monthly: 100 }] }).ok).toBe(true);
});

test('申请表：键不重复，每一项有中文名称，条件指向同一层的项', () => {
  const check = (fields: readonly FormField[]): void => {
    const keys = fields.map((field) => field.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const field of fields) {
      expect(field.title).toMatch(/\p{Script=Han}/u);
      if (field.showIf !== undefined) expect(keys).toContain(field.showIf.key);
      if (field.kind === 'choice') expect(field.options?.length).toBeGreaterThan(1);
      if (field.item !== undefined) check(field.item);
    }
  };
  check(applicationForm.sections.flatMap((section) => section.fields));
});
