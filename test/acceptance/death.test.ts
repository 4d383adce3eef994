import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTHERS } from '../harness/applicants.ts';
import { openChangeWorld, type ChangeWorld, type GrantedHome } from '../harness/change-world.ts';
import { rollStory, type RollStory } from '../harness/roll-story.ts';

let world: ChangeWorld;
let desk: RollStory;
let zhou: GrantedHome;
let he: GrantedHome;
beforeAll(async () => {
  world = await openChangeWorld('2014-10-13');
  desk = rollStory(world.payroll);
  zhou = await world.granted(OTHERS.zhou, '2014-11');
  he = await world.granted(OTHERS.he, '2014-11');
  await world.granted(OTHERS.ou, '2014-11');
  await world.payroll.setDay('2014-11-03');
}, 60_000);
afterAll(() => world.close());

const lineOf = async (roll: number, household: number): Promise<{ status: string; fen: number; arrears: number; recovery: number; outstanding: number; reason: string } | undefined> => (await world.payroll.cities.owner.query(
  'select status, fen::int, arrears_fen::int as arrears, recovery_fen::int as recovery, outstanding_fen::int as outstanding, reason from city_442000.roll_line where roll_id = $1 and household_id = $2', [roll, household])).rows[0];
const died = (name: string, home: GrantedHome, on: string) => ({ person: home.persons[name], seen: 1, diedOn: on, source: 'certificate', certificateNo: '粤中死证 0123', reason: '家属送来死亡证明' });
const openCases = async (grant: number) => (await world.payroll.cities.owner.query<{ id: string; version: number; state: string }>('select id, version, state from city_442000.case_file where grant_id = $1 and outcome is null', [grant])).rows;
const settle = async (roll: number): Promise<void> => { await desk.approved(roll); await desk.answered(roll); };

describe('[S001] 死亡：马上停住下一笔，再核定，多发的扣回，报错了全部恢复', () => {
  let november: number;

  test('名册已经编好：登记死亡后那一户马上暂缓，别家不动；再登记一次被拒绝；重复处理不变', async () => {
    november = await desk.draw('2014-11');
    expect((await lineOf(november, zhou.household))?.status).toBe('open');
    await world.done(world.payroll.clerk, 'person.record-death', died('周玉珍', zhou, '2014-10-30'));
    expect(await world.act(world.payroll.clerk, 'person.record-death', { ...died('周玉珍', zhou, '2014-10-30'), seen: 2 })).toMatchObject({ status: 409, body: { code: 'person.dead-already' } });
    await world.work();
    await world.payroll.cities.owner.query(`insert into city_442000.job (kind, payload, command_id) select kind, payload, command_id from city_442000.job where kind = 'event:person.died'`);
    await world.work();
    expect(await lineOf(november, zhou.household)).toMatchObject({ status: 'held' });
    expect((await lineOf(november, he.household))?.status).toBe('open');
    expect((await world.payroll.cities.owner.query('select 1 from city_442000.grant_hold where grant_id = $1', [zhou.grant])).rowCount).toBe(1);
    expect(await openCases(zhou.grant)).toHaveLength(1);
  });

  test('名册还没编：先登记的死亡，编出来就是暂缓', async () => {
    await settle(november);
    await world.payroll.setDay('2014-12-01');
    await world.done(world.payroll.clerk, 'person.record-death', died('苏丽', he, '2014-11-20'));
    await world.work();
    const december = await desk.draw('2014-12');
    expect(await lineOf(december, he.household)).toMatchObject({ status: 'held' });
    await settle(december);
    expect((await lineOf(december, he.household))?.status).toBe('withdrawn');
  });

  test('一口之家停发，多口之家减一人；名册上是一户一行，减人的那个月补上该发的', async () => {
    for (const [home, decision] of [[zhou, 'end'], [he, 'approve']] as const) {
      const [open] = await openCases(home.grant);
      await world.done(world.payroll.clerk, 'casework.take-step', { caseId: Number(open!.id), step: 'accept', seen: open!.version, data: { check: false, seen: '死亡证明' } });
      await world.done(world.judge, 'casework.take-step', { caseId: Number(open!.id), step: decision, seen: open!.version + 1, data: { opinion: '同意' } });
    }
    expect(await world.worth(zhou.grant, '2014-11', 3)).toEqual([0, 0, 0]);
    expect(await world.worth(he.grant, '2014-11', 3)).toEqual([2 * 53300, 53300, 53300]);
    await world.payroll.setDay('2015-01-02');
    const january = await desk.draw('2015-01');
    expect(await lineOf(january, he.household)).toMatchObject({ status: 'open', fen: 2 * 53300, arrears: 53300 });
    expect(await lineOf(january, zhou.household)).toMatchObject({ status: 'nothing', fen: 0, reason: '10月30日周玉珍去世' });
    await settle(january);
  });

  test('从花名册接收来、没有收入记录的一口之家，也一样暂缓、转核定', async () => {
    const home = await world.payroll.household('442000001001', 1);
    const [grant] = await world.payroll.takeOver([[home, 36_700]], '2015-02');
    await world.done(world.payroll.clerk, 'person.record-death', { person: home.persons[0], seen: 1, diedOn: '2015-01-01', source: 'hukou', reason: '公安注销户口' });
    await world.work();
    const [open] = await openCases(grant as number);
    await world.done(world.payroll.clerk, 'casework.take-step', { caseId: Number(open!.id), step: 'accept', seen: open!.version, data: { check: false, seen: '户口注销' } });
    await world.done(world.judge, 'casework.take-step', { caseId: Number(open!.id), step: 'end', seen: open!.version + 1, data: { opinion: '停发' } });
    expect(await world.worth(grant as number, '2015-02', 2)).toEqual([0, 0]);
  });

  test('报错了：撤销以后恢复原来的金额，少发的补上，户口里的人也回来', async () => {
    const { rows: [person] } = await world.payroll.cities.owner.query<{ version: number }>('select version from city_442000.person where id = $1', [he.persons['苏丽']]);
    expect(await world.act(world.payroll.clerk, 'person.lift-death', { person: he.persons['苏丽'], seen: person!.version, reason: '同名同姓，弄错了' })).toMatchObject({ status: 403 });
    await world.done(world.lead, 'person.lift-death', { person: he.persons['苏丽'], seen: person!.version, reason: '同名同姓，弄错了' });
    await world.work();
    expect(await world.worth(he.grant, '2014-11', 4)).toEqual([2 * 53300, 2 * 53300, 2 * 53300, 2 * 53300]);
    expect((await world.see(world.payroll.clerk, 'household.get-household', { household: he.household }))['members']).toHaveLength(2);
    await world.payroll.setDay('2015-02-02');
    const february = await desk.draw('2015-02');
    expect(await lineOf(february, he.household)).toMatchObject({ fen: 2 * 53300 + 2 * 53300, arrears: 2 * 53300, recovery: 0 });
    await settle(february);
    const { rows } = await world.payroll.cities.owner.query<{ month: string; fen: string }>(`select to_char(for_month, 'YYYY-MM') as month, sum(fen) as fen from city_442000.ledger_entry where grant_id = $1 and kind = 'paid' group by 1 order by 1`, [he.grant]);
    expect(rows.map((row) => Number(row.fen))).toEqual(rows.map(() => 2 * 53300));
    expect(rows.map((row) => row.month)).toEqual(['2014-11', '2014-12', '2015-01', '2015-02']);
  });
});
