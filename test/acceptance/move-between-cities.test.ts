import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../demo/seed/staff.ts';
import { staff } from '../harness/city.ts';
import { OTHERS, idOf } from '../harness/applicants.ts';
import { openChangeWorld, type ChangeWorld } from '../harness/change-world.ts';
import { openGuangzhou, type GuangzhouOffice } from '../harness/guangzhou-office.ts';

let left: ChangeWorld;
let came: GuangzhouOffice;
let cookie: string;
beforeAll(async () => {
  left = await openChangeWorld('2014-11-03');
  came = await openGuangzhou({ story: false });
  await came.goTo('2024-04-01');
  const answer = await came.app.inject({ method: 'POST', url: '/api/c/session.sign-in', headers: { 'x-csrf': '1' }, payload: { city: '440100', name: 'yuexiu', password: DEMO_PASSWORD } });
  cookie = String(answer.headers['set-cookie']).split(';')[0]!;
}, 240_000);
afterAll(async () => { await left.close(); await came.close(); });

/** The file handed in at the window of 广州, as a browser sends it. */
async function handIn(text: string): Promise<number> {
  const boundary = 'move-between-cities';
  const payload = Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="transfer.json"\r\ncontent-type: application/json\r\n\r\n${text}\r\n--${boundary}--\r\n`);
  const answer = await came.app.inject({ method: 'POST', url: '/api/files', headers: { 'x-csrf': '1', cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return (answer.json() as { id: number }).id;
}
const peek = async (file: number) => {
  const answer = await came.app.inject({ method: 'POST', url: '/api/q/subsistence-allowance.read-transfer', headers: { 'x-csrf': '1', cookie }, payload: { file } });
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
};
const count = async (table: string): Promise<number> => Number((await came.owner.query<{ n: string }>(`select count(*) as n from city_440100.${table}`)).rows[0]?.n);
const clerk = () => left.payroll.clerk;

interface Told { issuer: string; persons: number; allowance: { fen: number }; values: { members: Record<string, unknown>[] } & Record<string, unknown> }
/** What the clerk adds to what was read: all of it told anew. */
const completed = (told: Told): Record<string, unknown> => ({
  ...told.values, division: '440104003104', address: '文明路 8 号', phone: '13800000000', application: 'household', singleParent: false, threeNone: false,
  members: told.values.members.map((one) => ({ ...one, hukouHere: true, livesTogether: true, hasDisability: false, seriousIllness: false, study: one['relation'] === 'child' ? 'school' : 'none', labour: one['relation'] === 'child' ? 'none' : 'able' })),
  incomes: [], deductions: [], movable: '1000', vehicles: 0, houses: 1, hasAccount: false, authorise: true, relativeOfStaff: false, truthful: true,
});

describe('[S001] 迁出、迁入', () => {
  let file: string;
  let told: Told;

  test('没有决定迁出的，没有转移证明，也不列在打印里', async () => {
    const home = await left.granted(OTHERS.zhou, '2014-11');
    const { caseId } = await left.done(clerk(), 'casework.report-change', { grant: home.grant, values: { kind: 'leave-city', happenedOn: '2014-11-03', destination: '广州市越秀区' } });
    expect((await left.see(clerk(), 'casework.get-case', { caseId }))['papers']).toEqual([]);
    expect((await left.take(clerk(), 'subsistence-allowance.transfer-file', { caseId })).status).toBe(404);
    const moved = await left.decided((await left.granted(OTHERS.ou, '2014-11')).grant, { kind: 'job-lost', happenedOn: '2014-11-02', person: '欧阳权' });
    expect((await left.see(clerk(), 'casework.get-case', { caseId: moved }))['papers']).toEqual([]);
  });

  test('决定以后：一页证明、一个文件，用决定的文号和校验码；没有账号；谁取走的有记录', async () => {
    const home = await left.granted(OTHERS.liang, '2014-11');
    const caseId = await left.decided(home.grant, { kind: 'leave-city', happenedOn: '2014-11-03', destination: '广州市越秀区' }, 'end');
    expect((await left.see(clerk(), 'casework.get-case', { caseId }))['papers']).toEqual([{ title: '转移证明', href: `/cases/${caseId}/move-certificate`, note: '2014-11-03' }]);
    const paper = await left.see(clerk(), 'service.get-paper', { caseId });
    const said = await left.see(clerk(), 'subsistence-allowance.get-move-certificate', { caseId });
    expect(said).toMatchObject({ destination: '广州市越秀区', number: paper['number'], code: paper['code'], since: '2014-11', fen: 2 * 53300, lastMonth: '2014-11', lastPaidMonth: null });
    expect(JSON.stringify(said)).not.toContain('梁志坚');
    expect(await left.worth(home.grant, '2014-11', 2)).toEqual([2 * 53300, 0]);
    const taken = await left.take(clerk(), 'subsistence-allowance.transfer-file', { caseId });
    expect(taken.status).toBe(200);
    file = taken.text;
    expect(JSON.parse(file)).toMatchObject({ schema: 'minzheng.subsistence-allowance.transfer', version: 1, content: { issuer: { city: '442000' }, paper: { number: paper['number'] }, members: [{ name: '梁志坚', idNumber: idOf(OTHERS.liang[0]!), head: true }, { name: '梁小燕', relation: '子女' }] } });
    expect(file).not.toMatch(/account|账号|9990000/);
    const elsewhere = await staff(left.payroll.cities, left.payroll.zs, 'town-clerk', '442000100');
    expect((await left.take(elsewhere, 'subsistence-allowance.transfer-file', { caseId })).status).toBe(404);
    await expect(left.see(elsewhere, 'subsistence-allowance.get-move-certificate', { caseId })).rejects.toThrow('404');
    // the log is committed with the last byte, a moment after the answer
    const readings = async () => (await left.payroll.cities.owner.query<{ subjects: string[] }>(`select subjects from city_442000.read_log where query = 'download.subsistence-allowance.transfer-file'`)).rows.map((row) => row.subjects.map(Number).toSorted());
    await expect.poll(readings).toEqual([Object.values(home.persons).toSorted()]);
  });

  test('[S216] 办件名单也能存成 CSV：只有标题和各行，别处看不见的行文件里也没有；没有这种样子的文件说没有', async () => {
    const taken = await left.take(clerk(), 'casework.list-cases?as=csv', {});
    expect(taken.status).toBe(200);
    const [titles, ...lines] = taken.text.replace(/^\uFEFF/, '').trimEnd().split('\r\n');
    expect(titles).toMatch(/^案号,申请人,/);
    const { lines: listed } = await left.see(clerk(), 'casework.list-cases', { limit: 200 });
    expect(lines.map((line) => line.split(',')[0])).toEqual(listed.map((one: { number: string }) => one.number));
    expect(taken.text).not.toContain('梁志坚');
    const elsewhere = await staff(left.payroll.cities, left.payroll.zs, 'town-clerk', '442000100');
    expect((await left.take(elsewhere, 'casework.list-cases?as=csv', {})).text.trimEnd().split('\r\n')).toHaveLength(1);
    expect((await left.take(clerk(), 'subsistence-allowance.transfer-file?as=csv', { caseId: 1 })).status).toBe(404);
  });

  test('改动过的、断了的文件，广州不收，什么也没有登记', async () => {
    const cases = await count('case_file');
    expect(await peek(await handIn(file.replace('106600', '906600')))).toMatchObject({ status: 422, body: { code: 'transfer.changed' } });
    const broken = await handIn(file.slice(0, 300));
    expect(await peek(broken)).toMatchObject({ status: 422, body: { code: 'transfer.unreadable' } });
    expect(await came.post('yuexiu', 'subsistence-allowance.register-arrival', { file: broken, values: {} })).toMatchObject({ status: 422 });
    expect(await count('case_file')).toBe(cases);
  });

  test('在广州已经在领的人，登记时就不行，什么也没有留下', async () => {
    const id = await handIn(file);
    told = (await peek(id)).body as unknown as Told;
    const { caseId } = await came.act<{ caseId: number }>('yuexiu', 'casework.register-application', { matter: 'subsistence-allowance', values: completed({ ...told, values: { ...told.values, members: [{ name: '试甲', idCard: '442099197505060314', relation: 'self' }] } }) });
    const paid = await came.owner.query<{ person_id: string; household_id: string; division_id: number }>('select m.person_id, c.household_id, c.division_id from city_440100.case_member m join city_440100.case_file c on c.id = m.case_id where c.id = $1', [caseId]);
    const row = paid.rows[0]!;
    await came.owner.query('set session_replication_role = replica');
    await came.owner.query(`insert into city_440100.grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month, known_from, command_id) values (9000001, 9000001, 'subsistence-allowance', $1, $2, $3, '2024-01-01', 0, 0)`, [row.person_id, row.household_id, row.division_id]);
    await came.owner.query('set session_replication_role = origin');
    const cases = await count('case_file');
    const values = completed({ ...told, values: { ...told.values, members: [...told.values.members, { name: '试甲', idCard: '442099197505060314', relation: 'spouse' }] } });
    const answer = await came.post<{ code: string }>('yuexiu', 'subsistence-allowance.register-arrival', { file: id, values });
    expect(answer.status).toBe(409);
    expect(answer.body.code).toMatch(/^(grant\.person-already|household\.|case\.)/);
    expect([await count('case_file'), await count('transfer_arrival')]).toEqual([cases, 0]);
  });

  test('迁入是普通的申请：预填的只有人；金额、决定、证据一样也没有带来；文件留在这一件', async () => {
    expect(told).toMatchObject({ issuer: '中山市', persons: 2, allowance: { fen: 106600 } });
    expect(Object.keys(told.values).toSorted()).toEqual(['hukouKind', 'members']);
    const [grants, decisions, evidence] = [await count('benefit_grant'), await count('decision'), await count('evidence')];
    const id = await handIn(file);
    const { caseId } = await came.act<{ caseId: number }>('yuexiu', 'subsistence-allowance.register-arrival', { file: id, values: completed(told) });
    const view = await came.see<Record<string, unknown>>('yuexiu', 'casework.get-case', { caseId });
    expect(view).toMatchObject({ procedure: { id: 'application-2021', kind: 'application' }, state: 'received', outcome: null, decision: null, headcount: 2, verification: { lines: [], frozen: null }, papers: [{ title: '外市转移证明', href: `/cases/${caseId}/arrival` }] });
    expect([await count('benefit_grant'), await count('decision'), await count('evidence')]).toEqual([grants, decisions, evidence]);
    const { rows: [row] } = await came.owner.query<{ facts: unknown; form: unknown; assessment: unknown }>('select facts, form, assessment from city_440100.case_file where id = $1', [caseId]);
    expect(JSON.stringify([row?.facts, row?.form])).not.toMatch(/106600|53300|中民低/);
    expect(JSON.stringify(row?.assessment ?? null)).not.toMatch(/106600|53300/);
    expect(await came.see('yuexiu', 'subsistence-allowance.get-arrival', { caseId })).toMatchObject({ file: id, issuer: '中山市', allowance: { fen: 106600 } });
    await expect(came.see('haizhu', 'subsistence-allowance.get-arrival', { caseId })).rejects.toThrow('404');
    await expect(came.see('haizhu', 'subsistence-allowance.read-transfer', { file: id })).rejects.toThrow('404');
    const steps = await came.see<{ steps: { id: string }[] }>('yuexiu', 'casework.get-case', { caseId });
    expect(steps.steps.map((one) => one.id)).not.toContain('confirm');
    expect(await came.post('yuexiu', 'subsistence-allowance.register-arrival', { file: id, values: completed(told) })).toMatchObject({ status: 409, body: { code: 'case.already-open' } });
    expect(await came.checkCases()).toEqual([]);
  });
});
