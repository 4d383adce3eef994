import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (input: string, ...args: string[]) => {
  const ended = spawnSync(process.execPath, [join(import.meta.dirname, 'assess.ts'), ...args], { input, encoding: 'utf8' });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
};
const member = { key: '1', relation: 'self', age: 40, hukouHere: true, authorised: true };
const household = (incomes: unknown[], more: object = {}) =>
  JSON.stringify({ hukouKind: 'urban', members: [{ ...member, incomes }, { ...member, key: '2', relation: 'spouse' }, { ...member, key: '3', relation: 'child', age: 19, study: 'undergraduate' }], assets: { movableFen: 631842, vehicles: 0, houses: 1 }, ...more });
const chen = household([{ category: 'wage', windowTotalFen: 372000, months: 6 }, { category: 'transfer', kind: 'pension', monthlyFen: 16500 }]);
const AT = ['subsistence-allowance', '--division', '442000', '--on', '2014-11-26'];

test('[S001] 一户的材料进去，结论、理由、金额、用到的数和文件出来', () => {
  const answer = JSON.parse(run(chen, ...AT, '--demo').out);
  expect(answer).toMatchObject({ outcome: 'granted', fen: 81400, lines: [{ item: 'difference', fen: 81400 }] });
  expect(answer.grounds[0]).toEqual({ id: 'hukou', title: expect.any(String), law: expect.objectContaining({ article: '第四条' }), result: 'met', because: expect.any(String), needs: [] });
  expect(answer.parameters.find((one: { id: string }) => one.id === 'subsistence-standard')).toMatchObject({ value: 53300, demo: false, document: { number: null }, source: { division: '442000' } });
});

test('不加演示值：缺的规定一个个说出来，退出码还是 0', () => {
  const ended = run(chen, ...AT);
  expect(ended.code).toBe(0);
  expect(JSON.parse(ended.out)).toMatchObject({ outcome: 'unknown', lines: [], fen: 0 });
});

test('材料写错：退出码 2，每项一句中文，没有堆栈', () => {
  const ended = run(household([{ category: 'wage', monthlyFen: -1 }], { x: 1 }), ...AT);
  expect(ended.code).toBe(2);
  expect(ended.out).toBe('');
  expect(ended.err.trim().split('\n')).toEqual(['members.0.incomes.0.monthlyFen：“每月金额”不能小于 0。', 'x：没有“x”这一项，请去掉或改正名字。']);
});

test.each<[string, string, string[], RegExp]>([
  ['没有这项待遇', chen, ['nothing', ...AT.slice(1)], /没有“nothing”这项待遇。现有：.*subsistence-allowance（最低生活保障金）/],
  ['没有写待遇', chen, [], /要写判断哪一项待遇/],
  ['没有的日期', chen, [...AT.slice(0, 4), '2014-02-30'], /--on 要写日期/],
  ['早于录入的法律', chen, [...AT.slice(0, 4), '2012-12-11'], /--on 不能早于 2012-12-12/],
  ['地区写错', chen, ['subsistence-allowance', '--division', '中山', '--on', '2014-11-26'], /--division 要写/],
  ['不是 JSON', '{', AT, /不是合法的 JSON/],
  ['没有材料', '', AT, /没有材料/],
  ['没有的选项', chen, [...AT, '--nope'], /命令写得不对/],
])('命令写错：%s', (_, input, args, sentence) => {
  const ended = run(input, ...args);
  expect(ended.code).toBe(2);
  expect(ended.err).toMatch(sentence);
  expect(ended.err).not.toMatch(/\bat .*\.ts:/);
});

test('--schema 打印材料的格式，带名称和单位；--help 打印用法', () => {
  const schema = JSON.parse(run('', 'subsistence-allowance', '--schema').out);
  expect(schema.properties.assets.properties.movableFen).toMatchObject({ title: expect.stringMatching(/存款/), unit: '分' });
  expect(run('', '--help').out).toMatch(/用法：npm run -s assess/);
});
