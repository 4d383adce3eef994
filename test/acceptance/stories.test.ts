import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHEN, CHEN_INCOME, OTHERS, type Applicant } from '../harness/applicants.ts';
import type { Wire } from '../harness/bureau.ts';
import type { Home } from '../world-home.ts';
import { World } from '../world.ts';

const ZENG: readonly Applicant[] = [{ name: '曾小海', birth: '1985-03-03', order: 121, relation: 'self', more: { hasDisability: true, disabilityKind: 'physical', disabilityGrade: '1', labour: 'none', unemployed: true } }];

describe('[S001] 几户人家的事：中山', { timeout: 60_000 }, () => {
  let world: World;
  let he: Home;
  let zeng: Home;
  let chen: Home;
  let ou: Home;
  let ma: Home;
  beforeAll(async () => {
    world = await World.open('442000', '2014-10-13');
    he = world.household(OTHERS.he);
    zeng = world.household(ZENG, { application: 'single', ownHukouBooklet: true, nearSubsistenceFamily: false, parentsUnable: false });
    chen = world.household(CHEN, CHEN_INCOME);
    ou = world.household(OTHERS.ou);
    ma = world.household(OTHERS.ma);
    await world.apply([he, zeng, chen, ou, ma]);
    await world.month('2014-11');
  }, 120_000);
  afterAll(() => world.close());

  test('单人户：丧失劳动能力、单独立户的重度残疾人，一个人按标准发', async () => {
    // 第九条：533×1 − 0
    expect(await world.roll(zeng, '2014-11')).toMatchObject({ fen: 53_300, persons: 1, status: 'paid', change: '新增' });
    expect((await zeng.page()).home).toMatchObject({ members: [{ relation: '本人' }] });
  });

  test('误报死亡：一登记就停住，转核定', async () => {
    // 533×2
    expect(await world.roll(he, '2014-11')).toMatchObject({ fen: 106_600 });
    await world.day('2014-11-25');
    await he.dies('苏丽', '2014-11-20');
    const death = (await he.openCase())!;
    expect(death.kind).toBe('change');
  });

  test('停错了、报错了：12月、1月少发的，查明以后2月一次补齐，没有哪个月发两次', async () => {
    await world.day('2014-11-26');
    await ou.suspended('unreachable', '11月三次上门没有人，电话停机');
    await world.month('2014-12');
    expect(await world.roll(ou, '2014-12')).toMatchObject({ fen: 0, change: '停发' });
    expect(await world.roll(he, '2014-12')).toMatchObject({ status: 'withdrawn' });
    await world.day('2014-12-03');
    await he.decided((await he.openCase())!.id);
    await world.month('2015-01');
    // 误报还没有撤销：533 + 补12月 533
    expect(await world.roll(he, '2015-01')).toMatchObject({ fen: 106_600, arrears: expect.any(Number), persons: 1, reason: expect.stringContaining('去世') });
    await world.day('2015-01-12');
    await he.livesAfterAll('苏丽');
    await ou.resumed('mistaken', '住院，有病历，停错了');
    await world.month('2015-02');
    // 欧阳权：533×3
    expect(await world.roll(ou, '2015-02')).toMatchObject({ fen: 3 * 53_300, arrears: 2 * 53_300, recovery: 0, change: '恢复发放' });
    // 何家：533×2 + 12月、1月各补一人 533×2
    expect(await world.roll(he, '2015-02')).toMatchObject({ fen: 4 * 53_300, arrears: 2 * 53_300, recovery: 0, persons: 2 });
    expect((await he.page()).home).toMatchObject({ members: [{}, {}] });
    const paid = await world.bureau.peek<{ fen: number }>(`select sum(fen)::int as fen from city.ledger_entry where grant_id = any ($1) and kind = 'paid' group by grant_id, for_month order by grant_id, for_month`, [[he.grant]]);
    expect(paid.map((row) => row.fen)).toEqual([106_600, 106_600, 106_600, 106_600]);
  });

  test('恢复以后再报变化，还认得家里的每一个人', async () => {
    await world.day('2015-02-03');
    // 何伟明 500 元：533×2 − 500
    await he.earns('苏丽', '500', '2015-02-02');
    await world.month('2015-03');
    expect(await world.roll(he, '2015-03')).toMatchObject({ fen: 56_600, arrears: 0, recovery: 0, reason: expect.stringContaining('苏丽收入变化') });
  });

  test('三次拒绝工作：只减他本人那一份，别人照发', async () => {
    // 533×3 − 620 − 165 = 814.00
    expect(await world.roll(chen, '2014-11')).toMatchObject({ fen: 81_400 });
    for (const on of ['2015-03-02', '2015-03-03', '2015-03-04']) {
      await world.day(on);
      await chen.offered('陈秀英', on, 'refused');
    }
    await world.bureau.work();
    const review = (await chen.openCase())!;
    expect(review.kind).toBe('review');
    await chen.reviewedLower(review.id);
    await world.month('2015-04');
    // 814.00 − 本人份额 814÷3 = 271.33 → 542.67
    expect(await world.roll(chen, '2015-04')).toMatchObject({ fen: 54_267, arrears: 0, recovery: 0, persons: 3 });
    const { items } = (await world.roll(chen, '2015-04'))!;
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining({ title: '本人份额减发', fen: -27_133 }), expect.objectContaining({ title: '补差', fen: 81_400 })]));
  });

  test('往前定的标准低了：多发的不自己扣，定了办法才一个月一个月扣', async () => {
    expect(await world.roll(ma, '2015-04')).toMatchObject({ fen: 53_300 });
    await world.day('2015-04-08');
    expect(await world.standard('2015-03-01', 510, '试〔2015〕9号')).toMatchObject({ changed: { households: 5 } });
    await world.month('2015-05');
    // 510；3、4月各多发 23 元，没有扣回办法，一分不扣
    expect(await world.roll(ma, '2015-05')).toMatchObject({ fen: 51_000, recovery: 0, change: '标准调整' });
    await ma.repays(46, 30, '标准往前调低，每月扣30元');
    await world.month('2015-06');
    expect(await world.roll(ma, '2015-06')).toMatchObject({ fen: 48_000, recovery: -3_000 });
    await world.month('2015-07');
    expect(await world.roll(ma, '2015-07')).toMatchObject({ fen: 49_400, recovery: -1_600 });
    await world.month('2015-08');
    expect(await world.roll(ma, '2015-08')).toMatchObject({ fen: 51_000, recovery: 0 });
    const { grants } = await ma.own('马丽群');
    expect(grants[0]).toMatchObject({ fen: 51_000, reason: expect.stringContaining('510.00元') });
  });

  test('死亡时另一件还没办完：先停住，前一件一办完，死亡的核定自己打开', async () => {
    await world.day('2015-08-03');
    const waiting = await he.reports('income', '2015-08-02', { person: '何伟明', source: 'other', monthly: '20' });
    await he.dies('苏丽', '2015-08-01');
    expect((await he.openCase())!.id).toBe(waiting);
    await he.decided(waiting);
    await world.bureau.work();
    const death = (await he.openCase())!;
    expect(death.id).not.toBe(waiting);
    await he.decided(death.id);
    await world.month('2015-09');
    // 510 − 20（苏丽的 500 元也没有了）
    expect(await world.roll(he, '2015-09')).toMatchObject({ fen: 49_000, persons: 1 });
  });

  test('渐退期里搬家，期限不重新算；到期自己停，以后可以重新申请', async () => {
    await world.day('2015-09-02');
    await ou.findsWork('欧阳权', '2600', '2015-09-01');
    await world.day('2015-10-08');
    // 期间报变化：决定写“同意变更”，渐退期照旧
    await ou.moves('442000001002', '民生路 9 号', '2015-10-07');
    const grant = (await ou.page(await world.bureau.at('approver'))).home['grants'] as Wire[];
    expect(grant.find((one) => String(one['reason']).includes('搬家'))).toMatchObject({ reason: expect.stringContaining('渐退期到2016年3月'), fen: 51_000 });
    await world.standard('2016-01-01', 510, '试〔2016〕1号');
    await world.day('2016-03-31');
    expect((await ou.own('欧阳权')).grants).toMatchObject([{ state: 'active', change: 'phase-out' }]);
    await world.day('2016-04-01');
    expect((await ou.own('欧阳权')).grants).toMatchObject([{ state: 'ended' }]);
    // 又没有工作了：停发以后是一份新的申请
    const again = world.household(OTHERS.ou, { division: '442000001002' });
    await again.applies();
    expect(again.grant).toBeGreaterThan(ou.grant);
    expect((await again.own('欧阳权')).grants[0]).toMatchObject({ state: 'active', fen: 51_000, firstMonth: '2016-05' });
  });

  test('2014年批准的户，2021年7月以后到期的复核按2021年办法', async () => {
    await world.day('2021-06-29');
    await world.standard('2021-01-01', 1_120, '试〔2021〕1号');
    await world.day('2021-06-30');
    const before = (await ma.openCase())!;
    expect(before.procedure).toBe('review-2012');
    await ma.must('clerk', before.id, 'keep', { how: 'visit', lookedOn: '2021-06-30', opinion: '没有变化' });
    await world.day('2021-12-01');
    const review = (await ma.openCase())!;
    expect(review).toMatchObject({ kind: 'review', procedure: 'review-2021' });
    await ma.must('clerk', review.id, 'keep', { how: 'visit', lookedOn: '2021-12-01', opinion: '没有变化' });
    await world.bureau.work();
    expect((await ma.page()).reviews).toMatchObject([{ grant: ma.grant, class: 'unsteady', due: '2022-06' }]);
  });

  test('账对得上，每一册重编都相同', async () => {
    const books = await world.books();
    expect(books).toMatchObject({ even: true, cases: [] });
    expect(books.identical.every(Boolean)).toBe(true);
  });
});

describe('[S001] 几户人家的事：广州', { timeout: 60_000 }, () => {
  let world: World;
  beforeAll(async () => { world = await World.open('440100', '2024-03-01'); }, 60_000);
  afterAll(() => world.close());

  test('从荔湾搬到越秀：以前的月份是荔湾的，以后的是越秀的；没有漏，没有重', async () => {
    const liang = world.household(OTHERS.liang);
    await liang.applies();
    await world.month('2024-04');
    // 1,282×2 + 在校的孩子另加 20%：1,282×0.2 = 256.40
    expect(await world.roll(liang, '2024-04')).toMatchObject({ fen: 282_040, persons: 2, place: '沙面街道' });
    await world.day('2024-04-10');
    await liang.moves('440104003104', '北京路 12 号', '2024-04-09');
    await world.month('2024-05');
    expect(await world.roll(liang, '2024-05')).toMatchObject({ fen: 282_040, arrears: 0, recovery: 0, place: '北京街道' });
    expect((await liang.page()).home).toMatchObject({ address: '北京路 12 号' });
    // 越秀接着办：还认得家里的人
    await liang.earns('梁志坚', '400', '2024-04-30');
    expect(await world.books()).toMatchObject({ even: true, identical: [true, true], cases: [] });
  });
});
