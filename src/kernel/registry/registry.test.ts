import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Matter } from '../contract/matter.ts';
import type { Procedure } from '../contract/procedure.ts';
import type { Register } from '../contract/register.ts';
import { plainDate } from '../values/plain-date.ts';
import { findDeclarations } from './find-declarations.ts';
import { makeRegistry, type Declarations } from './registry.ts';

const law = [{ instrument: '某办法', article: '第一条' }];
const domain = { file: 'src/domains/aid/domain.ts', declaration: { id: 'aid', title: '救助', law } };
const matter = (change: Partial<Matter> = {}): Matter => ({ id: 'food', title: '食物', law, caseCode: 'FD', authority: {}, covers: [], ...change });
const found = (...matters: Matter[]): Declarations => ({
  domains: [domain], values: [], matters: matters.map((declaration) => ({ file: `src/domains/aid/${declaration.id}/matter.ts`, declaration })),
});

test('按代号找事项；没有的是 undefined', () => {
  const registry = makeRegistry(found(matter()));
  expect(registry.findMatter('food')?.title).toBe('食物');
  expect(registry.findMatter('drink')).toBeUndefined();
});

test.each([
  ['代号与文件夹不同', { ...found(), matters: [{ file: 'src/domains/aid/drink/matter.ts', declaration: matter() }] }, /drink\/matter\.ts：id：代号 food 与文件夹 drink 不同。两者改成一样/],
  ['案号短码重复', found(matter(), matter({ id: 'drink' })), /drink\/matter\.ts：caseCode：案号短码 FD 已在/],
  ['名称不是中文', found(matter({ title: 'Food' })), /title：名称“Food”不是中文/],
  ['权限指向没有声明的参数', found(matter({ authority: { confirm: { title: '确认', parameter: 'level' } } })), /authority\.confirm：参数 level 没有声明/],
  ['法规没有名称', found(matter({ law: [{ instrument: '' }] })), /law\.0：没有写法规名称/],
] as const)('启动时拒绝：%s', (_, declarations, sentence) => {
  expect(() => makeRegistry(declarations)).toThrow(sentence);
});

test('启动时拒绝：数下级台账数不到、缺口指的不是区划', () => {
  const base = { unit: '项', purpose: '试', name: 'title', states: { open: { title: '在册' } }, covers: [] };
  const action: Register = { ...base, id: 'action', title: '动作', series: 'ZA', fields: [{ key: 'title', title: '名称', kind: 'text' }, { key: 'series', title: '系列', kind: 'link', to: 'series' }] };
  const series = (more: Partial<Register>): Register => ({ ...base, id: 'series', title: '系列', series: 'ZX', fields: [{ key: 'title', title: '名称', kind: 'text' }], ...more });
  const make = (more: Partial<Register>) => () => makeRegistry(found(matter({ registers: [action, series(more)] })));
  const linked = { key: 'actions', register: 'action', field: 'series', states: ['open'] };
  expect(make({ linked: [linked] })).not.toThrow();
  expect(make({ linked: [{ ...linked, field: 'title' }] })).toThrow(/linked\.actions：action 没有指向这里的 title/);
  expect(make({ linked: [{ ...linked, states: ['done'] }] })).toThrow(/linked\.actions/);
  const visits = { id: 'visits', title: '走访', unit: '次', day: '日期', fields: [{ key: 'village', title: '村居', kind: 'division' as const }, { key: 'words', title: '情况', kind: 'text' as const }] };
  expect(make({ subRecords: [visits], expected: { every: 'village', title: '没有去过的', entries: { sub: 'visits', field: 'village' } } })).not.toThrow();
  expect(make({ subRecords: [visits], expected: { every: 'village', title: '没有去过的', entries: { sub: 'visits', field: 'words' } } })).toThrow(/expected\.entries：visits 里的 words 不是行政区划/);
});

test('程序按地区和立案日选', () => {
  const procedure = (id: string, division: string, from: string, to: string | null): Procedure => ({
    id, title: id, law, applies: { division, from: plainDate(from), to: to === null ? null : plainDate(to) },
    form: { id: 'f', title: '表', sections: [] }, start: 'a', stages: [], states: {},
  });
  const registry = makeRegistry(found(matter({ procedures: [procedure('old', '00', '2012-12-12', '2021-07-01'), procedure('new', '00', '2021-07-01', null), procedure('city', '442000', '2015-01-01', '2016-01-01')] })));
  const which = (day: string) => registry.findProcedure('food', ['442000', '44'], plainDate(day))?.id;
  expect([which('2014-10-13'), which('2015-06-01'), which('2021-07-01'), which('2012-12-11')]).toEqual(['old', 'city', 'new', undefined]);
});

const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'declarations-'));
  made.push(root);
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
const MATTER = `export const matter = { id: 'food', title: '食物', law: [{ instrument: '某办法' }], caseCode: 'FD', authority: {}, covers: [],
  parameters: [{ id: 'standard', title: '标准', unit: '元', kind: 'money' }] };`;
const DOMAIN = `export const domain = { id: 'aid', title: '救助', law: [] };`;

test('从文件夹里找出所有声明和参数文件；加一个事项只加一个文件夹', async () => {
  const root = project({
    'src/domains/aid/domain.ts': DOMAIN,
    'src/domains/aid/food/matter.ts': MATTER,
    'src/domains/aid/food/parameters/a.yaml': 'parameters:\n  standard:\n    - { division: "44", from: 2014-01-01, to: null, value: 5, document: { title: 文, number: null } }\n',
  });
  const registry = await findDeclarations(root);
  expect(registry.parameterValues).toMatchObject([{ parameter: 'standard', value: 500 }]);
  cpSync(join(root, 'src/domains/aid/food'), join(root, 'src/domains/aid/drink'), { recursive: true });
  await expect(findDeclarations(root)).rejects.toThrow(/drink\/matter\.ts：id/);
});

test('没有导出声明、参数文件写错，都说出文件', async () => {
  await expect(findDeclarations(project({ 'src/domains/aid/domain.ts': 'export const x = 1;' }))).rejects.toThrow(/aid\/domain\.ts：domain：没有导出它/);
  const root = project({ 'src/domains/aid/domain.ts': DOMAIN, 'src/domains/aid/food/matter.ts': MATTER, 'src/domains/aid/food/parameters/a.yaml': 'parameters: { standard: [{}] }' });
  await expect(findDeclarations(root)).rejects.toThrow(/food\/parameters\/a\.yaml：parameters\.standard\.0\.division/);
});

test('这个项目自己的声明都对', async () => {
  await expect(findDeclarations()).resolves.toBeDefined();
});
