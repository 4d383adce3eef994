import { randomUUID } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRegisterApplication } from '../../src/kernel/casework/commands/register-application.ts';
import { makeTakeStep } from '../../src/kernel/casework/commands/take-step.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import type { CommandDefinition } from '../../src/kernel/contract/door.ts';
import { command } from '../../src/kernel/db/command.ts';
import { findDeclarations } from '../../src/kernel/registry/find-declarations.ts';
import { writeProblem } from '../../src/kernel/registry/problem.ts';
import { whyNotNew, writeNewMatter, type NewMatter } from '../../src/server/cli/new-matter.ts';
import { openTestCities, staff, type TestCities } from '../harness/city.ts';
import { checkHouse } from './check-house.ts';
import { readHouse } from './house.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const ASKED: NewMatter = { domain: 'winter-help', id: 'heating-allowance', title: '取暖补贴', covers: 'S006', code: 'QN', from: '2014-01-01' };
let root: string;
const inFolder = (file: string): string => join(root, 'src/domains/winter-help/heating-allowance', file);

/** A house of its own beside the real kernel: what is written there is imported like any matter. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new-matter-'));
  mkdirSync(join(root, 'src/domains'), { recursive: true });
  symlinkSync(join(PROJECT, 'src/kernel'), join(root, 'src/kernel'));
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  cpSync(join(PROJECT, 'catalogue'), join(root, 'catalogue'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the conformance test says, each time read afresh from a copy: modules once imported stay as they were. */
async function problems(): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'new-matter-look-'));
  try {
    cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
    return checkHouse(await readHouse(copy)).map(writeProblem);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
const edit = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(inFolder(file), 'utf8');
  const changed = text.replaceAll(from, to);
  if (changed === text) throw new Error(`nothing of ${String(from)} in ${file}`);
  writeFileSync(inFolder(file), changed);
};

test('写错了的先说清楚，已有的不动', () => {
  expect(whyNotNew(PROJECT, { ...ASKED, title: 'heating' })).toBe('事项名称“heating”要写中文全名。');
  expect(whyNotNew(PROJECT, { ...ASKED, id: 'QuNuan' })).toContain('英文小写');
  expect(whyNotNew(PROJECT, { ...ASKED, covers: '6' })).toContain('S020');
  expect(whyNotNew(PROJECT, { ...ASKED, domain: 'social-assistance', id: 'subsistence-allowance' })).toContain('已经有了');
  expect(whyNotNew(PROJECT, ASKED)).toBeUndefined();
});

describe('npm run new-matter：照着检查一条一条写，写完就能办', () => {
  test('一放好就能启动，检查说出还差什么', async () => {
    expect(writeNewMatter(root, ASKED)).toContain('src/domains/winter-help/domain.ts');
    const said = (await problems()).join('\n');
    for (const words of ['README 有 2 行', 'law：还是“（法规名称未录入）”', 'criteria.hukou：《（法规名称未录入）》没有写到条', 'heating-allowance-standard：442000 在 2014-01-01 既没有数，也没有声明缺口',
      'covers.S006：没有验收测试', 'criteria.hukou：没有一个例子不符合', 'portal.need：还是']) expect(said).toContain(words);
  });

  test('法律、标准、例子、说明、验收测试写上一样，就少一样，直到没有话说', async () => {
    const before = (await problems()).length;
    edit('law.ts', '（法规名称未录入）', '冬季取暖补贴办法');
    edit('eligibility.ts', "law: measures()", "law: measures('第三条')");
    edit('matter.ts', "byDay: 10, law: measures()", "byDay: 10, law: measures('第六条')");
    edit('matter.ts', '（居民怎么说这件难处）', '冬天太冷');
    edit('matter.ts', '（一两句话，奶奶也看得懂）', '冬天发一点钱买煤。');
    edit('matter.ts', '（一般多久）', '一般两周。');
    const middle = await problems();
    expect(middle.length).toBeLessThan(before);
    edit('parameters/standards.yaml', 'parameters: {}', 'parameters:\n  heating-allowance-standard:\n    - { division: "00", from: 2014-01-01, to: null, gap: 还没有见到规定标准的文件 }\n    - { division: "442000", from: 2014-01-01, to: null, value: 100, document: { title: 试验文件, number: null } }');
    appendFileSync(inFolder('examples/first.yaml'), `
- 名称: 有一个人不是本市户籍
  依据: 第三条
  地区: "442000001"
  日期: 2014-01-01
  成员: [{ 称呼: 陈*英, 户口在本市: 否 }]
  应得结果: { 结果: 不批准, 理由: { hukou: 不符合 } }
`);
    writeFileSync(inFolder('README.md'), Array.from({ length: 10 }, (_, line) => `第 ${line} 行`).join('\n'));
    mkdirSync(join(root, 'test'), { recursive: true });
    writeFileSync(join(root, 'test/heating.test.ts'), "test('[S006] 取暖补贴', () => {});");
    expect(await problems()).toEqual([]);
  });

  test('没有再改一个别处的文件，就能登记、受理、批准、开始发', async () => {
    const cities: TestCities = await openTestCities();
    try {
      const source = () => findDeclarations(root);
      const [clerk, approver] = [await staff(cities, cities.zhongshan, 'town-clerk', '442000001'), await staff(cities, cities.zhongshan, 'approver', '442000')];
      const done = async <I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<O> => {
        const answer = await command(cities.zhongshan, caller, door, body, { key: randomUUID() });
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        return answer.result;
      };
      const { caseId, number } = await done(clerk, makeRegisterApplication(source), { matter: 'heating-allowance', values: {
        division: '442000001001', address: '太平路 3 号', hukouKind: 'urban', members: [{ name: '陈秀英', idCard: '442099195801024423', relation: 'self', hukouHere: true }] } });
      expect(number).toBe('ZS-QN-2014-000001');
      const step = makeTakeStep(source);
      await done(clerk, step, { caseId, step: 'accept', seen: 1 });
      await done(approver, step, { caseId, step: 'approve', seen: 2 });
      const { rows } = await cities.owner.query('select benefit, fen::int, from_month::text from city_442000.grant_version where known_to is null');
      expect(rows).toEqual([{ benefit: 'heating-allowance', fen: 10_000, from_month: '2014-12-01' }]);
    } finally {
      await cities.close();
    }
  });
});
