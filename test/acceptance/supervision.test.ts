import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { changeGrant } from '../../src/kernel/benefits/change-grant.ts';
import listComplaints from '../../src/kernel/complaints/queries/list-complaints.ts';
import { query } from '../../src/kernel/db/query.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import mask from '../../src/kernel/retention/jobs/mask.ts';
import { refuseFastTrack } from '../../src/kernel/dishonesty/standing-records.ts';
import type { Month } from '../../src/kernel/values/month.ts';
import { granted, type TestHousehold } from '../harness/payroll-world.ts';
import { staff } from '../harness/city.ts';
import { openSupervisionWorld, type SupervisionWorld } from './supervision-world.ts';

let world: SupervisionWorld;
let lead: Caller;
let approver: Caller;
let supervisor: Caller;
const homes: TestHousehold[] = [];
let grants: number[];

beforeAll(async () => {
  world = await openSupervisionWorld();
  await world.setDay('2014-12-01');
  for (const [i, division] of ['442000001001', '442000001001', '442000001002', '442000100001'].entries()) homes.push(await world.household(division, 1 + (i % 2)));
  grants = await world.takeOver(homes.map((home, i) => [home, 50_000 + i * 100] as const), '2014-12');
  for (const month of ['2014-12', '2015-01']) {
    await world.setDay(`${month}-02`);
    await world.pay(month);
  }
  await world.setDay('2015-02-02');
  lead = await world.post('town-lead', '442000001');
  approver = await world.post('approver', '442000');
  supervisor = await world.post('supervisor', '442000');
}, 120_000);
afterAll(() => world.close());

const HOUSEHOLD = { about: 'household', division: '442000001001', matter: 'subsistence-allowance', content: '这一家已经搬走，还在领钱。' };
const row = async (caller: Caller, number: string) => ((await world.see(caller, 'complaints.list-complaints', { limit: 200 }))['complaints'] as { id: number; number: string }[]).find((one) => one.number === number);

describe('[S025] 投诉举报', () => {
  test('不登录也能举报；凭编号和查询码看到哪里，别人看不了', async () => {
    const { number, code } = await world.done(null, 'complaints.lodge', HOUSEHOLD);
    expect(number).toMatch(/^ZS-TS-2015-\d{6}$/);
    expect(await world.see(null, 'complaints.follow', { number, code })).toEqual({ state: '待交办', outcome: null, receivedOn: '2015-02-02', answerBy: '2015-04-03', reply: null });
    expect(await world.refusal(null, '/api/q/complaints.follow', { number, code: 'AAAAAAAA' })).toBe('complaint.not-found');
    expect(await row(lead, number as string)).toBeDefined();
  });

  test('谁看得见，由数据库决定：留名的、关于机关和人员的只给纪检，被反映的机关看不到', async () => {
    const towns = ['442000001', '442000100'];
    const planted: { number: string; about: string; division: string; named: boolean }[] = [];
    for (const about of ['household', 'office', 'staff']) {
      for (const named of [false, true]) {
        for (const town of towns) {
          const division = about === 'household' ? (town === '442000001' ? '442000001001' : '442000100001') : town;
          const { number } = await world.done(null, 'complaints.lodge', { about, division, matter: 'subsistence-allowance', content: '请查一查这件事。', ...(named ? { name: '何先生', contact: '13900000000' } : {}) });
          planted.push({ number: number as string, about, division, named });
        }
      }
    }
    for (const role of ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'auditor', 'administrator', 'supervisor']) {
      for (const place of ['442000', '442000001', '442000100', '442000001001']) {
        const answer = await query(world.cities.zhongshan, await staff(world.cities, world.cities.zhongshan, role, place), listComplaints, { limit: 200 });
        const seen = answer.ok ? answer.result.complaints.map((one) => one.number) : [];
        for (const one of planted) {
          const inside = one.division.startsWith(place);
          const restricted = one.named || one.about !== 'household';
          const may = inside && (!restricted || (role === 'supervisor' && (one.about === 'household' || one.division !== place)));
          expect(seen.includes(one.number), `${role} at ${place} sees ${one.about} ${one.division} ${one.named ? 'named' : 'anonymous'}`).toBe(may);
        }
      }
    }
    const { rows } = await world.cities.owner.query(`select id from city_442000.complaint where number = $1`, [planted.find((one) => one.about === 'staff' && one.division === '442000001')?.number]);
    expect(await world.refusal(lead, '/api/q/complaints.get-complaint', { complaintId: Number(rows[0]?.id) })).toBe('complaint.not-found');
    expect(await world.refusal(lead, '/api/c/complaints.assign', { complaintId: Number(rows[0]?.id), seen: 1, investigators: ['甲', '乙'] })).toBe('complaint.not-found');
  });

  test('举报人的姓名电话不在表里，也不在日志里；看一次要写理由，记一次', async () => {
    const { number } = await world.done(null, 'complaints.lodge', { ...HOUSEHOLD, name: '何先生', contact: '13912345678' });
    const id = (await row(supervisor, number as string))?.id;
    const { rows: tables } = await world.cities.owner.query(`select c::text || coalesce(r::text, '') || a::text as all from city_442000.complaint c left join city_442000.complaint_reporter r on r.complaint_id = c.id join city_442000.complaint_action a on a.complaint_id = c.id where c.id = $1`, [id]);
    expect(JSON.stringify(tables)).not.toMatch(/何先生|13912345678/);
    expect(JSON.stringify((await world.cities.owner.query('select response from city_442000.idempotency_key')).rows)).not.toMatch(/何先生|13912345678/);
    expect(await world.refusal(approver, '/api/q/complaints.show-reporter', { complaintId: id, purpose: 'ask-reporter' })).toBe('access.not-yours');
    expect(await world.see(supervisor, 'complaints.show-reporter', { complaintId: id, purpose: 'ask-reporter' })).toMatchObject({ name: '何先生', contact: '13912345678' });
    const { rows } = await world.cities.owner.query(`select purpose from city_442000.read_log where query = 'complaints.show-reporter'`);
    expect(rows).toEqual([{ purpose: '看举报人：向举报人核实' }]);
  });

  test('隐去举报人转给镇街：镇街看到事情，看不到谁说的；留名的要答复了才办结', async () => {
    const { number } = await world.done(null, 'complaints.lodge', { ...HOUSEHOLD, content: '我是他邻居何先生，他家有车。', name: '何先生', contact: '13912345678' });
    const id = (await row(supervisor, number as string))?.id;
    const made = await world.done(supervisor, 'complaints.hand-over', { complaintId: id, seen: 1, content: '反映某户有车，请核查。' });
    expect(await row(lead, made['number'] as string)).toMatchObject({ content: '反映某户有车，请核查。', named: false });
    expect(await row(lead, number as string)).toBeUndefined();
    expect((await row(supervisor, number as string))).toMatchObject({ state: 'to-answer' });
    await world.done(supervisor, 'complaints.answer', { complaintId: id, seen: 2, how: 'phone', said: '已转镇街核查。' });
    expect(await row(supervisor, number as string)).toBeUndefined();
  });

  test('两名调查人；属实的当场改数据：停发，多发多少从台账算；不属实的不能改', async () => {
    const { number } = await world.done(null, 'complaints.lodge', HOUSEHOLD);
    const id = (await row(lead, number as string))?.id;
    expect(await world.refusal(lead, '/api/c/complaints.assign', { complaintId: id, seen: 1, investigators: ['刘敏', '刘敏'] })).toBe('complaint.two-investigators');
    await world.done(lead, 'complaints.assign', { complaintId: id, seen: 1, household: homes[0]?.number, investigators: ['刘敏', '钟伟'] });
    const seen = { complaintId: id, seen: 2, heldOn: '2015-02-02' };
    expect(await world.refusal(world.clerk, '/api/c/complaints.investigate', { ...seen, findings: '属实', investigators: [{ name: '刘敏', signed: true }] })).toBe('complaint.two-investigators');
    expect(await world.refusal(world.clerk, '/api/c/complaints.investigate', { ...seen, findings: '属实', investigators: [{ name: '刘敏', signed: true }, { name: '钟伟', signed: false }] })).toBe('complaint.two-investigators');
    await world.done(world.clerk, 'complaints.investigate', { ...seen, findings: '2014年12月底已迁往外地。', investigators: [{ name: '刘敏', signed: true }, { name: '钟伟', signed: true }] });
    const conclude = { complaintId: id, seen: 3, opinion: '属实', reply: '查实，已停发。' };
    const end = { kind: 'end', grantId: grants[0], fromMonth: '2015-01' };
    expect(await world.refusal(world.clerk, '/api/c/complaints.conclude', { ...conclude, outcome: 'upheld', correction: end })).toBe('access.not-yours');
    expect(await world.refusal(approver, '/api/c/complaints.conclude', { ...conclude, outcome: 'rejected', correction: end })).toBe('complaint.no-grounds');
    expect(await world.refusal(approver, '/api/c/complaints.conclude', { ...conclude, outcome: 'upheld', correction: { ...end, grantId: grants[2] } })).toBe('complaint.not-its-grant');
    expect(await world.refusal(approver, '/api/c/complaints.conclude', { ...conclude, outcome: 'upheld', correction: { kind: 'change', grantId: grants[0], fromMonth: '2015-01', facts: {} } })).toBe('complaint.no-facts');
    expect(await world.done(approver, 'complaints.conclude', { ...conclude, outcome: 'upheld', correction: end })).toMatchObject({ state: 'closed', did: '从2015年1月起停发', overpaidFen: 50_000 });
    expect(await world.refusal(approver, '/api/c/complaints.conclude', { ...conclude, outcome: 'upheld', correction: end })).toBe('complaint.stale');
    const grant = await world.see(approver, 'benefits.get-grant', { grant: grants[0] });
    expect(grant['state']).toBe('ended');
    expect((grant['versions'] as { state: string; superseded: boolean; reason: string }[]).map((one) => [one.state, one.superseded])).toEqual([['paid', false], ['ended', false], ['paid', true]]);
    expect((grant['versions'] as { reason: string }[])[1]?.reason).toContain(number);
    expect(await world.see(lead, 'benefits.get-recovery', { grant: grants[0] })).toMatchObject({ restFen: 50_000, months: [{ month: '2015-01', paidFen: 50_000, dueFen: 0, overpaidFen: 50_000 }] });
  });
});

describe('[S025] 多发扣回', () => {
  test('减少以后多发的分期扣：按月看多发、每期扣了多少、还剩多少', async () => {
    await world.act((tx, by) => changeGrant(tx, by, { grantId: grants[1]!, fromMonth: '2014-12' as Month, hukouKind: 'urban', facts: null, assessment: granted(40_100), change: 'income', reason: '少报工资' }));
    expect(await world.see(approver, 'benefits.get-recovery', { grant: grants[1] })).toMatchObject({ overpaidFen: 20_000, recoveredFen: 0, restFen: 20_000, months: [{ month: '2014-12', overpaidFen: 10_000 }, { month: '2015-01', overpaidFen: 10_000 }] });
    expect(await world.refusal(lead, '/api/c/benefits.plan-recovery', { grant: grants[1], totalFen: 20_000, monthlyFen: 5_000, reason: '与本人商定' })).toBe('access.not-yours');
    await world.done(approver, 'benefits.plan-recovery', { grant: grants[1], totalFen: 20_000, monthlyFen: 5_000, reason: '与本人商定' });
    await world.pay('2015-02');
    expect(await world.see(approver, 'benefits.get-recovery', { grant: grants[1] })).toMatchObject({ overpaidFen: 20_000, recoveredFen: 5_000, restFen: 15_000, held: [{ rollMonth: '2015-02', fen: 5_000, status: 'paid' }] });
  });
});

describe('[S025] 长期公布', () => {
  test('只有姓名、人数、金额；停发的不再公布；一列也多不出来', async () => {
    const { lists } = await world.see(null, 'publication.get-published', { division: '442000001001' });
    expect(lists).toHaveLength(1);
    expect(lists[0].households).toEqual([{ name: expect.stringMatching(/^测\*$/), headcount: 2, fen: 40_100 }]);
    const { rows } = await world.cities.owner.query(`select pg_get_function_result(oid) as result from pg_proc where proname = 'published_households'`);
    expect(new Set(rows.map((one) => one.result))).toEqual(new Set(['TABLE(name text, headcount integer, fen bigint)']));
    const all = JSON.stringify(await world.see(null, 'publication.get-published', { division: '442000001001' }));
    for (const secret of [homes[1]?.number, homes[1]?.account, '民生路', '442099']) expect(all).not.toContain(secret);
    expect(await world.see(null, 'publication.list-places', { town: '442000001' })).toMatchObject({ places: [{ code: '442000001001', name: '太平社区', households: 1 }, { code: '442000001002', households: 1 }] });
  });

  test('张榜用全名，只给管这个村居的岗位', async () => {
    expect(await world.refusal(null, '/api/q/publication.get-published', { division: '442000001001', board: true })).toBe('access.outside-area');
    const elsewhere = await world.post('town-clerk', '442000100');
    expect(await world.refusal(elsewhere, '/api/q/publication.get-published', { division: '442000001001', board: true })).toBe('access.outside-area');
    const { lists } = await world.see(world.clerk, 'publication.get-published', { division: '442000001001', board: true });
    expect(lists[0].households[0].name).toMatch(/^测[^*]$/);
  });

  test('孩子的名字不公布：户主是孩子的写监护人，没有成年人的空着', async () => {
    const { rows: [second] } = await world.cities.owner.query<{ name: string }>('select name from city_442000.person where id = $1', [homes[3]?.persons[1]]);
    await world.cities.owner.query(`set session_replication_role = replica; update city_442000.person set birth_date = '2005-01-01' where id = any ('{${homes[3]?.persons[0]},${homes[2]?.persons[0]}}'); set session_replication_role = origin`);
    const town = await world.post('town-clerk', '442000100');
    expect((await world.see(town, 'publication.get-published', { division: '442000100001', board: true }))['lists'][0].households).toMatchObject([{ name: second?.name, headcount: 2 }]);
    expect((await world.see(null, 'publication.get-published', { division: '442000001002' }))['lists'][0].households).toMatchObject([{ name: '', headcount: 1 }]);
  });
});

describe('[S025] 失信记录', () => {
  let recordId: number;
  let person: number;
  test('按参数定期限；本人知道、能提异议；期内不走简化程序', async () => {
    person = homes[0]!.persons[0]!;
    const law = { instrument: '社会救助暂行办法', article: '第六十八条', documentNumber: '国务院令第649号' };
    expect(await world.refusal(lead, '/api/c/dishonesty.record', { person, ground: '隐瞒迁出继续领取', law })).toBe('access.not-yours');
    const made = await world.done(approver, 'dishonesty.record', { person, ground: '隐瞒迁出继续领取', law });
    expect(made).toMatchObject({ number: 'ZS-SX-2015-000001', until: '2016-02-02' });
    recordId = made['recordId'] as number;
    await world.done(lead, 'dishonesty.tell', { recordId });
    const me = await world.residentOf(person, '本人');
    expect((await world.see(me, 'dishonesty.list-records'))['records']).toMatchObject([{ inForce: true, toldOn: '2015-02-02', law: '《社会救助暂行办法》（国务院令第649号）第六十八条' }]);
    const other = await world.residentOf(homes[1]!.persons[0]!, '别人');
    expect((await world.see(other, 'dishonesty.list-records'))['records']).toEqual([]);
    expect(await world.refusal(other, '/api/c/dishonesty.object', { recordId, said: '不是这样的' })).toMatch(/dishonesty.not-found|access/);
    await world.done(me, 'dishonesty.object', { recordId, said: '我报告过居委会。' });
    await expect(world.act((tx, by) => refuseFastTrack(tx, [person], by.today))).rejects.toThrow(/dishonesty.no-fast-track/);
    await world.act((tx) => refuseFastTrack(tx, [person], '2016-02-02' as never));
  });

  test('异议成立就撤销，记录还在；以后不再挡', async () => {
    await world.done(approver, 'dishonesty.answer', { recordId, lifted: true, reply: '居委会有登记' });
    await world.act((tx, by) => refuseFastTrack(tx, [person], by.today));
    expect((await world.see(lead, 'dishonesty.list-records'))['records']).toMatchObject([{ lifted: true, inForce: false, objection: '我报告过居委会。' }]);
    expect(await world.refusal(approver, '/api/c/dishonesty.answer', { recordId, lifted: true, reply: '再撤' })).toBe('dishonesty.lifted');
  });
});

describe('[S025] 我的信息', () => {
  test('看到自己的全部和谁看过；要求更正，镇街接受后登记双时态地变，依据是这次请求', async () => {
    const person = homes[1]!.persons[0]!;
    await world.see(world.clerk, 'person.get-person', { person });
    const me = await world.residentOf(person, '本人');
    const mine = await world.see(me, 'own-data.my-data');
    expect(mine).toMatchObject({ person: { sex: 'female', residence: '太平社区' }, documents: [{ kind: 'id-card' }], grants: [{ id: grants[1] }] });
    expect((mine['payments'] as { month: string }[]).length).toBeGreaterThan(1);
    expect(mine['readings']).toEqual(expect.arrayContaining([expect.objectContaining({ who: '石岐区，镇街经办' })]));
    expect((mine['grants'] as { id: number }[]).map((one) => one.id)).toEqual([grants[1]]);
    expect(await world.refusal(me, '/api/c/own-data.ask-correction', { field: 'birth-date', wanted: '一九五八年', reason: '写错了' })).toBe('own-data.wrong-value');
    const { requestId } = await world.done(me, 'own-data.ask-correction', { field: 'birth-date', wanted: '1958-01-08', reason: '身份证上是这一天' });
    expect(await world.refusal(me, '/api/c/own-data.ask-correction', { field: 'birth-date', wanted: '1958-01-09', reason: '再提' })).toBe('own-data.waiting');
    const { errands } = await world.see(world.clerk, 'errands.list-errands');
    expect((errands as { kind: string }[]).map((one) => one.kind)).toEqual(['tell-household', 'correct-record']);
    expect(errands.slice(1)).toMatchObject([{ kind: 'correct-record', sourceId: requestId, personId: person, title: '本人要求更正出生日期' }]);
    expect(await world.refusal(world.clerk, '/api/c/errands.finish', { errandId: errands[1].id, result: '办了' })).toBe('errand.own-place');
    const elsewhere = await world.post('town-clerk', '442000100');
    expect(await world.refusal(elsewhere, '/api/c/own-data.answer-correction', { requestId, accepted: true, reason: '属实' })).toBe('own-data.not-found');
    await world.done(world.clerk, 'own-data.answer-correction', { requestId, accepted: true, reason: '与身份证一致' });
    const after = await world.see(me, 'own-data.my-data');
    expect(after).toMatchObject({ person: { birthDate: '1958-01-08' }, requests: [{ accepted: true, answer: '与身份证一致' }] });
    expect((after['versions'] as { superseded: boolean; reason: string }[]).map((one) => one.superseded)).toEqual([true, false]);
    expect((after['versions'] as { reason: string }[])[1]?.reason).toContain(`第 ${requestId} 号`);
    await world.done(world.clerk, 'errands.finish', { errandId: errands[0].id, result: '告知书已送达' });
    expect((await world.see(world.clerk, 'errands.list-errands'))['errands']).toEqual([]);
  });

  test('不接受的要写理由，登记不变', async () => {
    const me = await world.residentOf(homes[2]!.persons[0]!, '本人');
    const { requestId } = await world.done(me, 'own-data.ask-correction', { field: 'hukou-kind', wanted: '农村', reason: '我是农村户口' });
    expect(await world.refusal(world.clerk, '/api/c/own-data.answer-correction', { requestId, accepted: false, reason: '' })).toBe('input.invalid');
    await world.done(world.clerk, 'own-data.answer-correction', { requestId, accepted: false, reason: '户口簿是城镇' });
    expect(await world.see(me, 'own-data.my-data')).toMatchObject({ person: { hukouKind: 'urban' }, requests: [{ accepted: false, answer: '户口簿是城镇' }] });
  });
});

describe('[S025] 保存期限', () => {
  test('到期的列出来；后台作业抹去举报人，经过还在；没有期限的不动', async () => {
    const admin = await world.post('administrator', '442000');
    await staff(world.cities, world.cities.zhongshan, 'system', '442000');
    const before = await world.see(admin, 'retention.list-due');
    expect(before['lines']).toMatchObject([{ id: 'drafts', months: 6, demo: true }, { id: 'complaint-contacts', due: 0 }, { id: 'notices', months: null, gap: expect.any(String) }, { id: 'logs', months: null }]);
    await world.setDay('2017-07-01');
    expect((await world.see(admin, 'retention.list-due'))['lines']).toMatchObject([{}, { id: 'complaint-contacts', due: 1 }, {}, { id: 'logs', months: 6 }]);
    const actions = async () => (await world.cities.owner.query('select count(*) from city_442000.complaint_action')).rows[0]?.count as string;
    const had = await actions();
    await world.done(admin, 'retention.mask-now', {});
    while (await workOnce(world.cities.zhongshan, [mask])) { /* until nothing is due */ }
    expect(await world.see(admin, 'retention.list-due')).toMatchObject({ lines: [{}, { due: 0 }, {}, {}], runs: [{ kind: 'complaint-contacts', masked: 1 }] });
    expect(await actions()).toBe(had);
    const { rows } = await world.cities.owner.query(`select count(*) filter (where who_cipher is null)::int as gone, count(*) filter (where who_cipher is not null)::int as kept from city_442000.complaint_reporter`);
    expect(rows[0]).toMatchObject({ gone: 1 });
    expect(rows[0]?.kept).toBeGreaterThan(0);
  });
});
