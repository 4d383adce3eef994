import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTHERS, type Applicant } from '../harness/applicants.ts';
import type { Wire } from '../harness/bureau.ts';
import type { Home } from '../world-home.ts';
import { World, type Line } from '../world.ts';

const LI: readonly Applicant[] = [
  { name: '李大山', birth: '1970-02-03', order: 101, relation: 'self' }, { name: '王秀英', birth: '1972-02-03', order: 102, relation: 'spouse' },
  { name: '李小山', birth: '1994-05-06', order: 103, relation: 'child' }, { name: '何桂兰', birth: '1940-05-06', order: 104, relation: 'parent', more: { labour: 'none' } },
];
const LI_INCOME = { incomes: [{ person: '李大山', source: 'wage', regular: 'monthly', monthly: '700' }, { person: '何桂兰', source: 'pension', regular: 'monthly', monthly: '165' }] };
const XIAOLAN = '442000100001';

let world: World;
let li: Home;
/** Next door lives somebody to whom nothing happens: whatever befalls 李大山 must not touch her. */
let zhou: Home;
const line = (month: string): Promise<Line | undefined> => world.roll(li, month);
const found = (rows: readonly Wire[], key: string, words: string): Wire | undefined => rows.find((one) => String(one[key]).includes(words));

beforeAll(async () => {
  world = await World.open('442000', '2014-10-13');
  zhou = world.household(OTHERS.zhou);
  await zhou.applies();
  await world.month('2014-11');
  li = world.household(LI, LI_INCOME);
}, 90_000);
afterAll(() => world.close());

describe('[S001 whole] 一户人家的一年：从2014年11月申请，到2015年11月的花名册', { timeout: 60_000 }, () => {
  test('11月申请，两次公示以后批准；批准的下月起发，不补11月', async () => {
    await world.day('2014-11-03');
    await li.applies();
    expect(world.bureau.today).toBe('2014-11-19');
    expect(await line('2014-11')).toBeUndefined();
    await world.month('2014-12');
    // 533×4 − 700 − 165 = 1,267.00
    expect(await line('2014-12')).toMatchObject({ fen: 126_700, arrears: 0, recovery: 0, persons: 4, change: '新增', reason: '11月19日批准，12月起发', status: 'paid' });
    expect((await line('2014-12'))?.explanation).toContain('533.00 元 × 4 人 − 700.00 元 − 165.00 元');
  });

  test('12月添了孙女，1月起按五口人算', async () => {
    await world.day('2014-12-12');
    await li.born('李安安', '2014-12-10');
    await world.month('2015-01');
    // 533×5 − 700 − 165 = 1,800.00；2015年还没有文件，用的是演示值
    expect(await line('2015-01')).toMatchObject({ fen: 180_000, arrears: 0, recovery: 0, persons: 5, change: '增加成员', reason: expect.stringContaining('12月10日新生子女') });
  });

  test('1月搬到小榄：2月起归小榄，金额不变', async () => {
    await world.day('2015-01-13');
    await li.moves(XIAOLAN, '绩西大街 8 号', '2015-01-12');
    await world.month('2015-02');
    // 同一个市，标准相同：仍是 1,800.00
    expect(await line('2015-02')).toMatchObject({ fen: 180_000, arrears: 0, recovery: 0, persons: 5, place: '小榄镇', status: 'paid' });
  });

  test('2月没了工作，由小榄办，3月起少算700元收入', async () => {
    await world.day('2015-02-16');
    await li.losesWork('李大山', '2015-02-15');
    await world.month('2015-03');
    // 533×5 − 165 = 2,500.00
    expect(await line('2015-03')).toMatchObject({ fen: 250_000, arrears: 0, recovery: 0, change: '收入减少，补差调高', reason: expect.stringContaining('2月15日李大山失业') });
  });

  test('3月的复核自己打开，入户看过，维持', async () => {
    await world.day('2015-03-20');
    const review = await li.openCase();
    expect(review).toMatchObject({ kind: 'review', procedure: 'review-2012' });
    await li.must('clerk', review!.id, 'keep', { how: 'visit', lookedOn: '2015-03-20', opinion: '家里没有变化' });
    await world.month('2015-04');
    // 维持：2,500.00，没有变化
    expect(await line('2015-04')).toMatchObject({ fen: 250_000, arrears: 0, recovery: 0, change: null });
  });

  test('4月10日公布新标准560元，从2月起：5月补发三个月，只补一次', async () => {
    await world.day('2015-04-10');
    const preview = await world.standard('2015-02-01', 560, '试〔2015〕4号');
    // 李家五口、周家一口，每人每月 27 元
    expect(preview).toMatchObject({ grants: 2, changed: { households: 2, persons: 6, monthFen: 6 * 2_700 } });
    await world.month('2015-05');
    // 560×5 − 165 = 2,635.00；补2、3、4月 3×5×27 = 405.00；共 3,040.00
    const may = await line('2015-05');
    expect(may).toMatchObject({ fen: 304_000, arrears: 40_500, recovery: 0, reason: expect.stringContaining('560.00元') });
    expect(may!.items.filter((item) => item.cause === 'arrears').map((item) => [item.month, item.fen])).toEqual([['2015-02', 13_500], ['2015-03', 13_500], ['2015-04', 13_500]]);
    // 周家：560 + 3×27 = 641.00
    expect(await world.roll(zhou, '2015-05')).toMatchObject({ fen: 64_100, arrears: 8_100 });
  });

  test('5月20日老人去世，6月10日才来报：6月多发了，7月先停住', async () => {
    await world.month('2015-06');
    // 还没有人知道：560×5 − 165 = 2,635.00
    expect(await line('2015-06')).toMatchObject({ fen: 263_500, arrears: 0, recovery: 0, persons: 5 });
    await world.day('2015-06-10');
    await li.dies('何桂兰', '2015-05-20');
    expect(await li.openCase()).toMatchObject({ kind: 'change' });
    await world.month('2015-07');
    // 还没有核定：一分不发，等决定
    expect(await line('2015-07')).toMatchObject({ status: 'withdrawn' });
    expect(await world.roll(zhou, '2015-07')).toMatchObject({ fen: 56_000, status: 'paid' });
  });

  test('7月核定减一人，从6月起；8月补7月，6月多发的395元每月扣100元，单列', async () => {
    await world.day('2015-07-06');
    await li.decided((await li.openCase())!.id);
    await li.repays(395, 100, '6月多发，家里说好每月扣100元');
    await world.month('2015-08');
    // 560×4 = 2,240.00；补7月 2,240.00；扣6月多发的 2,635 − 2,240 = 395 中的 100；共 4,380.00
    const august = await line('2015-08');
    expect(august).toMatchObject({ fen: 438_000, arrears: 224_000, recovery: -10_000, persons: 4 });
    expect(august!.items).toEqual(expect.arrayContaining([expect.objectContaining({ month: '2015-06', cause: 'recovery', fen: -10_000 }), expect.objectContaining({ month: '2015-07', fen: 224_000 }), expect.objectContaining({ month: '2015-08', cause: 'regular', fen: 224_000 })]));
  });

  test('8月儿子找到工作，收入超过标准：渐退期里照原来的发，扣回接着扣', async () => {
    await world.day('2015-08-12');
    // 2,600 > 560×4 = 2,240
    expect(await li.preview('job-found', '2015-08-10', { person: '李小山', monthly: '2600' })).toMatchObject({ from: '2015-09', sides: [{ beforeFen: 224_000, assessment: { outcome: 'refused' } }] });
    await li.findsWork('李小山', '2600', '2015-08-10');
    for (const month of ['2015-09', '2015-10']) {
      await world.month(month);
      // 2,240.00 − 100.00 = 2,140.00
      expect(await line(month)).toMatchObject({ fen: 214_000, arrears: 0, recovery: -10_000, persons: 4 });
    }
    expect(await world.roll(li, '2015-09')).toMatchObject({ explanation: expect.stringContaining('渐退期') });
  });

  test('10月儿子分出去单过：他自己不符合，家里三口人按三口人算，渐退期到此为止', async () => {
    await world.day('2015-10-13');
    const son = await li.splits(['李小山'], '2015-10-12');
    // 2,600 > 560：他没有待遇
    expect(son).toMatchObject({ grant: 0, household: expect.any(Number) });
    await world.month('2015-11');
    // 560×3 = 1,680.00 − 最后一期 95.00 = 1,585.00
    expect(await line('2015-11')).toMatchObject({ fen: 158_500, arrears: 0, recovery: -9_500, persons: 3, change: '减少成员', reason: expect.stringContaining('10月12日分户') });
    expect(await world.roll(son, '2015-11')).toBeUndefined();
  });

  test('一年的账：每月应得和到手对得上，关过账的每一册重编都相同，经过能重算', async () => {
    const books = await world.books();
    expect(books).toMatchObject({ even: true, cases: [] });
    expect(books.identical).toEqual(Array.from({ length: 13 }, () => true));
    const paid = await world.bureau.peek<{ month: string; fen: number }>(`select to_char(for_month, 'YYYY-MM') as month, sum(fen)::int as fen from city.ledger_entry where grant_id = $1 and kind = 'paid' group by 1 order by 1`, [li.grant]);
    // 每个月最后到手的，恰好是那个月该得的
    expect(paid.map((row) => row.fen)).toEqual([126_700, 180_000, 193_500, 263_500, 263_500, 263_500, 224_000, 224_000, 224_000, 224_000, 224_000, 168_000]);
    for (const month of ['2014-12', '2015-03', '2015-06', '2015-09', '2015-11']) expect(await world.roll(zhou, month)).toMatchObject({ fen: month < '2015-05' ? 53_300 : 56_000, arrears: 0, recovery: 0 });
  });

  test('家庭页上每一次变化都有说法：什么事、哪天、怎么定的、从哪个月起', async () => {
    const { home, changes, payments, reviews } = await li.page(await world.bureau.at('approver'));
    expect(home).toMatchObject({ place: expect.stringContaining('小榄'), address: '绩西大街 8 号', members: [{}, {}, {}] });
    expect(changes.map((one) => [one['kind'], one['happenedOn']])).toEqual([
      ['分户', '2015-10-12'], ['成员就业', '2015-08-10'], ['成员死亡', '2015-05-20'], ['成员失业', '2015-02-15'], ['市内迁居', '2015-01-12'], ['新生子女', '2014-12-10']]);
    for (const one of changes) expect(one).toMatchObject({ doneOn: expect.any(String), decision: expect.any(String), caseId: expect.any(Number) });
    expect(found(changes, 'kind', '成员就业')?.['decision']).toContain('渐退期');
    const grants = home['grants'] as Wire[];
    for (const words of ['批准', '新生子女', '失业', '560.00元', '去世', '渐退期', '分户']) expect(found(grants, 'reason', words), words).toBeDefined();
    expect(payments.map((one) => one['month'])).toEqual(['2015-11', '2015-10', '2015-09', '2015-08', '2015-07', '2015-06', '2015-05', '2015-04', '2015-03', '2015-02', '2015-01', '2014-12']);
    for (const one of payments) expect(one).toMatchObject({ reason: expect.any(String) });
    // 小榄的经办看到的是归小榄以后的；以前的在石岐
    const here = await li.page();
    expect(here.payments.at(-1)).toMatchObject({ month: '2015-02' });
    expect(here.changes.map((one) => one['kind'])).toEqual(['分户', '成员就业', '成员死亡', '成员失业']);
    expect(reviews[0]).toMatchObject({ state: 'active' });
  });

  test('在手机上也看得到：现在多少、为什么、哪天到账、办过的事', async () => {
    const { grants, cases, messages } = await li.own('李大山');
    expect(grants).toMatchObject([{ fen: 168_000, persons: 3, state: 'active', reason: expect.stringContaining('分户'), explanation: expect.stringContaining('560.00 元 × 3 人') }]);
    expect((grants[0]!['payments'] as Wire[]).filter((one) => one['month'] === '2015-06').map((one) => one['fen']).sort((a, b) => b - a)).toEqual([263_500, -9_500, -10_000, -10_000, -10_000]);
    expect(cases.length).toBeGreaterThanOrEqual(7);
    expect(JSON.stringify(messages)).toContain('低保');
    // 分出去的儿子只看得到他自己的户
    expect((await li.own('李小山')).grants).toEqual([]);
  });
});
