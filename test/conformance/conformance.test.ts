import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Benefit, Matter } from '../../src/kernel/contract/matter.ts';
import type { Procedure, State } from '../../src/kernel/contract/procedure.ts';
import { writeProblem } from '../../src/kernel/registry/problem.ts';
import { makeRegistry } from '../../src/kernel/registry/registry.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import { checkHouse } from './check-house.ts';
import { readHouse, type House } from './house.ts';

let house: House;
beforeAll(async () => { house = await readHouse(resolve(import.meta.dirname, '../..')); });

test('所有声明都合规矩', () => {
  expect(house.registry.matters.length).toBeGreaterThan(0);
  expect(checkHouse(house).map(writeProblem)).toEqual([]);
});

/** The house with its first benefit's matter changed. */
function plant(change: (matter: Matter) => Partial<Matter>): House {
  const { declarations } = house.registry;
  const matters = declarations.matters.map((one) => (one.declaration.benefits === undefined ? one : { ...one, declaration: { ...one.declaration, ...change(one.declaration) } }));
  return { ...house, registry: makeRegistry({ ...declarations, matters }) };
}
const plantBenefit = (change: (benefit: Benefit) => Partial<Benefit>): House => plant((matter) => ({ benefits: (matter.benefits ?? []).map((benefit) => ({ ...benefit, ...change(benefit) })) }));
const found = (planted: House): string => checkHouse(planted).map(writeProblem).join('\n');

describe('检查会咬人', () => {
  test('没有 README', () => {
    expect(found({ ...house, readmes: new Map() })).toMatch(/subsistence-allowance\/README\.md：README：没有 README。写 10 到 30 行/);
  });

  test('没有验收测试；目录里没有的行', () => {
    expect(found({ ...house, proved: new Set() })).toMatch(/matter\.ts：covers\.S001：没有验收测试。写一个测试，名称里带 \[S001\]/);
    expect(found(plant(() => ({ covers: ['S999'] })))).toMatch(/covers\.S999：目录里没有这一行/);
  });

  test('条件没有写到条；名称不是中文', () => {
    const planted = plantBenefit((benefit) => ({ rules: benefit.rules.map((rules) => ({ ...rules, criteria: rules.criteria.map((criterion) => ({ ...criterion, title: 'Income', law: { instrument: '某办法' } })) })) }));
    expect(found(planted)).toMatch(/criteria\.income：《某办法》没有写到条。写 article/);
    expect(found(planted)).toMatch(/criteria\.income：名称“Income”不是中文/);
  });

  test('有一天没有规则；有一天有两个规则', () => {
    expect(found(plantBenefit((benefit) => ({ rules: benefit.rules.filter((rules) => rules.id !== 'national-2012') })))).toMatch(/rules-missing.*442000/);
    const twice = plantBenefit((benefit) => ({ rules: benefit.rules.flatMap((rules) => [rules, { ...rules, id: `${rules.id}-again` }]) }));
    expect(found(twice)).toMatch(/rules-ambiguous.*national-2012、national-2012-again/);
  });

  test('参数既没有数也没有缺口', () => {
    const { declarations } = house.registry;
    const values = declarations.values.filter((one) => !(one.declaration.parameter === 'house-limit' && one.declaration.division === '00'));
    expect(found({ ...house, registry: makeRegistry({ ...declarations, values }) })).toMatch(/parameters\.house-limit：442000 在 2012-12-12 既没有数，也没有声明缺口。在 parameters/);
  });

  test('没有例子符合、不符合一个条件', () => {
    expect(found({ ...house, examples: new Map() })).toMatch(/criteria\.income：没有一个例子不符合这一条。在 examples/);
  });

  const law = { instrument: '某办法', article: '第一条' };
  const state = (change: Partial<State> = {}): State => ({ title: '状态', stage: 's', kind: 'open', tasks: [], steps: [{ id: 'go', title: '走', by: 'system', to: 'end' }], ...change });
  const procedure = (change: Partial<Procedure> = {}): Procedure => ({
    id: 'p', title: '程序', law: [law], applies: { division: '00', from: plainDate('2012-12-12'), to: null }, form: { id: 'f', title: '表', sections: [] },
    start: 'a', stages: [{ id: 's', title: '阶段' }], states: { a: state(), end: state({ kind: 'final', steps: [] }) }, ...change,
  });
  const foundIn = (one: Procedure): string => found(plant(() => ({ procedures: [one] })));

  test('程序合规矩时不出声', () => {
    expect(foundIn(procedure())).toBe('');
  });

  test.each<[string, Partial<Procedure>, RegExp]>([
    ['没有终点', { states: { a: state({ steps: [{ id: 'stay', title: '留', by: 'system', to: 'a' }] }) } }, /procedures\.p\.states：没有终点/],
    ['到不了的状态', { states: { a: state(), b: state(), end: state({ kind: 'final', steps: [] }) } }, /states\.b：没有一步能到这里/],
    ['出不去的状态', { states: { a: state({ steps: [{ id: 'note', title: '记', by: 'system' }, { id: 'x', title: '去', by: 'system', to: 'b' }] }), b: state({ steps: [{ id: 'note', title: '记', by: 'system' }] }), end: state({ kind: 'final', steps: [] }) } }, /states\.b：没有一步能离开这里/],
    ['通向没有的状态', { states: { a: state({ steps: [{ id: 'x', title: '去', by: 'system', to: 'nowhere' }] }), end: state({ kind: 'final', steps: [] }) } }, /states\.a：通向没有的状态 nowhere/],
    ['没人做事的状态', { states: { a: state({ steps: [], after: { need: 'all', to: 'end' } }), end: state({ kind: 'final', steps: [] }) } }, /states\.a：没有任务也没有步骤/],
    ['时限没有写到条', { stages: [{ id: 's', title: '阶段', limit: { days: 10, calendar: 'working', law: { instrument: '某办法' } } }] }, /stages\.s：时限的依据《某办法》没有写到条/],
    ['步骤的任务没有声明', { states: { a: state({ steps: [{ id: 'go', title: '走', by: 'system', to: 'end', task: 'visit' }] }), end: state({ kind: 'final', steps: [] }) } }, /steps\.go：没有任务 visit/],
  ])('程序：%s', (_, change, sentence) => {
    expect(foundIn(procedure(change))).toMatch(sentence);
  });
});
