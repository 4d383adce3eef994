import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHEN, CHEN_INCOME, OTHERS, type Applicant } from '../harness/applicants.ts';
import { openChangeWorld, type ChangeWorld } from '../harness/change-world.ts';

let world: ChangeWorld;
beforeAll(async () => {
  world = await openChangeWorld('2014-10-13');
}, 60_000);
afterAll(() => world.close());

const BABY = { kind: 'birth', happenedOn: '2014-10-20', name: '何宝', relation: 'child', sex: 'female', hukouHere: true, authorise: true };
const wage = (person: string, monthly: string) => ({ incomes: [{ person, source: 'wage', regular: 'monthly', monthly }] });
const membersOf = async (household: number, day: string) => (await world.payroll.cities.owner.query<{ person_id: string }>(
  'select person_id from city_442000.household_member where household_id = $1 and known_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2)', [household, day])).rows.map((row) => Number(row.person_id)).sort();

describe('[S001] 变更：报告、预览、决定，登记和金额一起变', () => {
  test('添丁：先看到新的金额和从哪个月起，再决定；以前的月份不动，名册写原因', async () => {
    const home = await world.granted(OTHERS.he, '2014-11', wage('何伟明', '700'));
    await world.payroll.setDay('2014-11-03');
    const before = (await world.worth(home.grant, '2014-11', 1))[0] as number;
    const preview = await world.done(world.payroll.clerk, 'casework.preview-change', { grant: home.grant, values: BABY });
    expect(preview).toMatchObject({ from: '2014-12', conflicts: [], months: [], sides: [{ beforeFen: before, before: [{ name: '何伟明' }, { name: '苏丽' }], after: [{}, {}, { name: '何宝', relation: '子女', fresh: true }], assessment: { outcome: 'granted' } }] });
    const after = preview['sides'][0].assessment.fen as number;
    expect(after).toBeGreaterThan(before);
    expect(preview['sides'][0].assessment.working.length).toBeGreaterThan(2);
    expect(await membersOf(home.household, '2014-11-03')).toHaveLength(2);
    const caseId = await world.decided(home.grant, BABY);
    expect(await membersOf(home.household, '2014-10-19')).toHaveLength(2);
    expect(await membersOf(home.household, '2014-10-20')).toHaveLength(3);
    expect(await world.worth(home.grant, '2014-11', 3)).toEqual([before, after, after]);
    const grant = await world.see(world.payroll.clerk, 'benefits.get-grant', { grant: home.grant });
    expect(grant['versions'][0]).toBeDefined();
    expect(grant['versions'].find((one: { fromMonth: string; superseded: boolean }) => one.fromMonth === '2014-12' && !one.superseded)).toMatchObject({ change: 'members', persons: 3, reason: expect.stringContaining('10月20日新生子女') });
    const history = await world.see(world.payroll.clerk, 'household.list-changes', { household: home.household });
    expect(history).toMatchObject([{ kind: '新生子女', happenedOn: '2014-10-20', doneOn: '2014-11-03', caseId }]);
    expect(await world.act(world.judge, 'casework.take-step', { caseId, step: 'approve', seen: 3, data: { opinion: '再来一次' } })).toMatchObject({ status: 409 });
  });

  test('分户：两份待遇，一个月不漏、没有人领两次；并户：又成一份', async () => {
    const people: Applicant[] = [{ name: '李大山', birth: '1962-02-03', order: 101, relation: 'self' }, { name: '王秀', birth: '1964-02-03', order: 102, relation: 'spouse' }, { name: '李小山', birth: '1999-05-06', order: 103, relation: 'child', more: { study: 'school', labour: 'none' } }];
    const home = await world.granted(people, '2014-11', wage('李大山', '500'));
    const split = { kind: 'split', happenedOn: '2014-11-03', leaving: [{ person: '王秀' }, { person: '李小山' }], newHead: '王秀', address: '民族路 5 号', movable: '300', houses: '0', vehicles: '0' };
    await world.decided(home.grant, split);
    const { rows } = await world.payroll.cities.owner.query<{ id: string; household_id: string; number: string }>(
      `select g.id, g.household_id, h.number from city_442000.benefit_grant g join city_442000.household h on h.id = g.household_id join city_442000.grant_person p on p.grant_id = g.id where p.person_id = $1 and p.known_to is null and p.from_month = '2014-12-01'`, [home.persons['王秀']]);
    const [begun] = rows;
    expect(begun).toBeDefined();
    expect(await world.worth(home.grant, '2014-11', 2)).toEqual([3 * 53300 - 50000, 53300 - 50000]);
    expect(await world.worth(Number(begun!.id), '2014-12', 1)).toEqual([2 * 53300]);
    expect(await membersOf(Number(begun!.household_id), '2014-11-03')).toHaveLength(2);
    await world.payroll.setDay('2014-12-01');
    const merge = { kind: 'merge', happenedOn: '2014-12-01', otherNumber: begun!.number, otherRelation: 'spouse' };
    expect(await world.act(world.payroll.clerk, 'casework.report-change', { grant: home.grant, values: { ...merge, otherNumber: 'ZS-HH-1999-000001' } })).toMatchObject({ status: 404, body: { code: 'household.target-not-found' } });
    await world.decided(home.grant, merge, 'end');
    expect(await world.worth(home.grant, '2014-12', 2)).toEqual([53300 - 50000, 0]);
    expect(await world.worth(Number(begun!.id), '2014-12', 2)).toEqual([2 * 53300, 3 * 53300 - 50000]);
    expect(await membersOf(home.household, '2014-12-01')).toEqual([]);
    expect(await membersOf(Number(begun!.household_id), '2014-12-01')).toHaveLength(3);
  });

  test('就业后超过标准：渐退期按原金额发，到期自己停；期间又没工作了，接着发', async () => {
    await world.payroll.setDay('2014-12-01');
    const home = await world.granted(OTHERS.ma, '2014-12');
    const job = { kind: 'job-found', happenedOn: '2014-11-28', person: '马丽群', monthly: '2600' };
    expect(await world.done(world.payroll.clerk, 'casework.preview-change', { grant: home.grant, values: job })).toMatchObject({ from: '2015-01', sides: [{ assessment: { outcome: 'refused' } }] });
    const { caseId } = await world.done(world.payroll.clerk, 'casework.report-change', { grant: home.grant, values: job });
    await world.done(world.payroll.clerk, 'casework.take-step', { caseId, step: 'accept', seen: 1, data: { check: false, seen: '劳动合同' } });
    expect(await world.act(world.judge, 'casework.take-step', { caseId, step: 'approve', seen: 2, data: { opinion: '同意' } })).toMatchObject({ status: 409, body: { code: 'decision.not-granted' } });
    await world.done(world.judge, 'casework.take-step', { caseId, step: 'phase-out', seen: 2, data: { opinion: '给渐退期' } });
    expect(await world.worth(home.grant, '2014-12', 8)).toEqual([53300, 53300, 53300, 53300, 53300, 53300, 53300, 0]);
    const { versions } = await world.see(world.payroll.clerk, 'benefits.get-grant', { grant: home.grant }) as { versions: { change: string; reason: string; superseded: boolean }[] };
    expect(versions.filter((one) => !one.superseded).map((one) => one.change)).toEqual(['opened', 'phase-out', 'ended']);
    expect(versions.find((one) => one.change === 'phase-out')?.reason).toContain('渐退期 6 个月');
    await world.decided(home.grant, { kind: 'job-lost', happenedOn: '2014-12-01', person: '马丽群' });
    expect(await world.worth(home.grant, '2014-12', 9)).toEqual(Array.from({ length: 9 }, () => 53300));
  });

  test('搬到小榄：以后的月份归小榄，以前的仍归石岐，石岐看得到自己那一段', async () => {
    const home = await world.granted(OTHERS.liang, '2014-12');
    await world.payroll.setDay('2014-12-03');
    await world.decided(home.grant, { kind: 'move', happenedOn: '2014-12-03', division: '442000100001', address: '绩西大街 8 号' });
    const { rows } = await world.payroll.cities.owner.query(`select to_char(v.from_month, 'YYYY-MM') as month, d.code from city_442000.grant_version v join city_442000.division d on d.id = v.division_id where grant_id = $1 and known_to is null order by 1`, [home.grant]);
    expect(rows).toEqual([{ month: '2014-12', code: '442000001001' }, { month: '2015-01', code: '442000100001' }]);
    expect(await world.see(world.payroll.clerk, 'household.get-household', { household: home.household })).toMatchObject({ leftOn: '2014-12-03', address: '太平路 3 号 201' });
  });

  test('居民在手机上报；报别人家的不行；说错的得到一句话；一件没办完不能再报', async () => {
    const home = await world.granted(CHEN, '2014-12', CHEN_INCOME);
    const other = await world.granted(OTHERS.ou, '2014-12');
    const chen = await world.residentOf(CHEN[0]!);
    const lost = { kind: 'income', happenedOn: '2014-11-30', person: '陈秀英', source: 'wage', monthly: '0' };
    expect(await world.done(chen, 'casework.preview-change', { grant: home.grant, values: lost })).toMatchObject({ from: '2015-01', sides: [{ assessment: { outcome: 'granted' } }] });
    expect(await world.act(chen, 'casework.preview-change', { grant: other.grant, values: { ...lost, person: '欧阳权' } })).toMatchObject({ status: 404 });
    expect(await world.act(chen, 'casework.report-change', { grant: home.grant, values: { ...lost, person: '陈秀' } })).toMatchObject({ status: 400, body: { code: 'input.invalid', fields: [{ path: 'person', sentence: '这一户里没有“陈秀”，请照登记的姓名写。' }] } });
    expect(await world.act(chen, 'casework.report-change', { grant: home.grant, values: { ...lost, happenedOn: '2014-12-30' } })).toMatchObject({ status: 400 });
    expect(await world.act(chen, 'casework.report-change', { grant: home.grant, values: { kind: 'left', happenedOn: '2014-11-30', person: '陈秀英', why: '外出' } })).toMatchObject({ status: 400, body: { fields: [{ path: 'nextHead' }] } });
    await world.done(chen, 'casework.report-change', { grant: home.grant, values: lost });
    expect(await world.act(world.payroll.clerk, 'casework.report-change', { grant: home.grant, values: lost })).toMatchObject({ status: 409, body: { code: 'case.grant-busy' } });
    expect(await world.see(chen, 'casework.my-cases', {})).toMatchObject([{ outcome: null }, {}]);
  });
});
