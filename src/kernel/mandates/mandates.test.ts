import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHEN, CHEN_FORM, HUANG, XIN, doors, openWorld, type World } from '../../../test/acceptance/application-world.ts';
import { resident } from '../../../test/acceptance/people.ts';
import { divisionId, staff } from '../../../test/harness/city.ts';
import type { Caller } from '../access/caller.ts';
import myGrants from '../benefits/queries/my-grants.ts';
import getDraft from '../casework/queries/get-draft.ts';
import myCases from '../casework/queries/my-cases.ts';
import { query } from '../db/query.ts';
import { storeFile } from '../documents/store-file.ts';
import myMessages from '../inbox/queries/my-messages.ts';
import myData from '../own-data/queries/my-data.ts';
import endMandate from './commands/end-mandate.ts';
import issueCode from './commands/issue-code.ts';
import recordMandate from './commands/record-mandate.ts';
import takeCode from './commands/take-code.ts';
import listMandates from './queries/list-mandates.ts';
import myMandates from './queries/my-mandates.ts';
import { standUnder } from './stand-under.ts';

const LOW = 'subsistence-allowance';
const OTHER = 'low-income-recognition';
let world: World;
let mother: Caller;
let daughter: Caller;
let stranger: Caller;
let village: Caller;
let mandate: number;
let caseId: number;

beforeAll(async () => {
  world = await openWorld();
  mother = world.chen;
  daughter = await resident(world.cities, world.cities.zhongshan, '黄丽', '442099198001011230');
  stranger = await resident(world.cities, world.cities.zhongshan, '李明', '442099197205060312');
  village = await staff(world.cities, world.cities.zhongshan, 'village-clerk', '442000001001');
});
afterAll(() => world.close());

const no = async (outcome: Promise<{ ok: boolean }>): Promise<string> => {
  const answer = (await outcome) as { ok: boolean; refused?: { code: string } };
  return answer.ok ? 'ok' : (answer.refused?.code ?? '');
};
const under = (caller: Caller, id = mandate): Promise<Caller> => standUnder(world.cities.zhongshan, caller, String(id));
const asked = (caller: Caller, door: Parameters<typeof query>[2], body: object = {}) => query(world.cities.zhongshan, caller, door, body);
const offer = { helperName: '黄丽', relation: '女儿', matters: [LOW], to: '2014-12-31' };
/** Writes past the rule that rows come by commands: to set the stage. */
const plant = async (sql: string): Promise<void> => { await world.cities.owner.query('set session_replication_role = replica'); await world.cities.owner.query(sql); await world.cities.owner.query('set session_replication_role = origin'); };

describe('授权码：本人给，受托人用', () => {
  test('别人拿不走，写错有数；用过一次就没有了', async () => {
    const { code } = await world.done(mother, issueCode, offer);
    expect(code).toMatch(/^\d{8}$/);
    // who is not named cannot use it, although he knows it
    expect(await world.done(stranger, takeCode, { principalName: CHEN[0], code })).toEqual({ mandate: null, triesLeft: 4 });
    expect(await world.done(daughter, takeCode, { principalName: '陈秀', code })).toEqual({ mandate: null, triesLeft: 4 });
    const taken = await world.done(daughter, takeCode, { principalName: CHEN[0], code });
    mandate = taken.mandate ?? 0;
    expect(mandate).toBeGreaterThan(0);
    expect(await world.done(daughter, takeCode, { principalName: CHEN[0], code })).toMatchObject({ mandate: null });
  });

  test('写错五次，当天不再收；期限、事项、自己授权自己都不行', async () => {
    for (let at = 0; at < 4; at += 1) await world.done(stranger, takeCode, { principalName: CHEN[0], code: '00000000' });
    expect(await no(world.run(stranger, takeCode, { principalName: CHEN[0], code: '00000000' }))).toBe('mandate.too-many-tries');
    expect(await no(world.run(mother, issueCode, { ...offer, to: '2016-01-01' }))).toBe('mandate.wrong-period');
    expect(await no(world.run(mother, issueCode, { ...offer, to: '2014-10-01' }))).toBe('mandate.wrong-period');
    expect(await no(world.run(mother, issueCode, { ...offer, matters: ['nothing'] }))).toBe('mandate.wrong-matter');
    expect(await no(world.run(mother, issueCode, { ...offer, helperName: CHEN[0] }))).toBe('mandate.himself');
  });
});

describe('替别人办：只到授权为止', () => {
  test('受托人写草稿，本人接着写，是同一份；后存的要见过先存的', async () => {
    const helper = await under(daughter);
    const first = await world.done(helper, doors.saveDraft, { matter: LOW, values: { address: '太平路' }, seen: 0 });
    expect(await world.look(mother, getDraft, { matter: LOW })).toMatchObject({ values: { address: '太平路' }, savedBy: '黄丽', version: 1 });
    expect(await no(world.run(mother, doors.saveDraft, { matter: LOW, values: {}, seen: 0 }))).toBe('case.draft-newer');
    const second = await world.done(mother, doors.saveDraft, { matter: LOW, values: CHEN_FORM, seen: 1 });
    expect(second.draftId).toBe(first.draftId);
    // nobody else's eyes
    expect(await world.look(stranger, getDraft, { matter: LOW })).toBeNull();
    expect(await world.look(daughter, getDraft, { matter: LOW })).toBeNull();
  });

  test('交上去是一件；写明谁代谁；不算本人签了字；两人同时交也是一件', async () => {
    const helper = await under(daughter);
    const [one, other] = await Promise.all([world.done(helper, doors.apply, { matter: LOW }), world.done(mother, doors.apply, { matter: LOW })]);
    expect(one.caseId).toBe(other.caseId);
    caseId = one.caseId;
    const { rows } = await world.cities.owner.query('select applicant_person_id::int as person from city_442000.case_file');
    expect(rows).toEqual([{ person: mother.person }]);
    expect(await no(world.run(helper, doors.saveDraft, { matter: LOW, values: {}, seen: 2 }))).toBe('case.draft-sent');
  });

  test('跟进：看得到这一件，代不了签字，撤不回', async () => {
    const helper = await under(daughter);
    expect((await world.look(helper, myCases, {})).map((one) => one.caseId)).toEqual([caseId]);
    const one = await world.look(helper, doors.myCase, { caseId });
    expect(one.toSign.every((member) => !member.me)).toBe(true);
    expect(one.mayWithdraw).toBe(false);
    expect(await no(world.run(helper, doors.authorise, { caseId }))).toBe('mandate.not-for-this');
    expect(await no(world.run(helper, doors.step, { caseId, step: 'withdraw', seen: one.version, data: {} }))).toBe('mandate.not-for-this');
  });

  test('本人的钱、资料、消息和别的事项，受托人一样也打不开；自己的也要先退出', async () => {
    const helper = await under(daughter);
    for (const door of [myGrants, myData, myMessages, myMandates]) expect(await no(asked(helper, door as Parameters<typeof query>[2]))).toBe('mandate.not-for-this');
    expect(await no(world.run(helper, doors.saveDraft, { matter: OTHER, values: {} }))).not.toBe('ok');
    expect(await no(world.run(helper, doors.apply, { matter: OTHER }))).not.toBe('ok');
    // in the database too: nothing of person, household, grants, account under the mandate
    const client = await world.cities.zhongshan.pool.connect();
    try {
      await client.query('begin');
      const { stand } = await import('../db/city.ts');
      await stand(client, world.cities.zhongshan, { role: 'resident', divisions: [], person: mother.person, auditor: false, actor: 'test', mandate: { id: mandate, helper: daughter.person ?? 0 } });
      for (const table of ['person', 'person_document', 'household_member', 'benefit_grant', 'stored_file']) expect((await client.query(`select 1 from ${table}`)).rowCount, table).toBe(0);
      expect((await client.query('select 1 from case_file')).rowCount).toBe(1);
      await client.query('rollback');
    } finally { client.release(); }
  });

  test('材料存在本人名下，窗口看得到', async () => {
    const helper = await under(daughter);
    const bytes = Buffer.from('%PDF-1.4 test');
    const { createHash } = await import('node:crypto');
    const { id } = await world.done(helper, storeFile(bytes), { name: '证明.pdf', mediaType: 'application/pdf', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
    const { rows: [file] } = await world.cities.owner.query('select person_id::int as person from city_442000.stored_file where id = $1', [id]);
    expect(file).toEqual({ person: mother.person });
  });

  test('要补的材料，受托人可以补；经过里写“黄丽代陈秀英”；本人收到消息', async () => {
    await world.done(world.posts.clerk, doors.authorise, { caseId });
    await world.must('clerk', caseId, 'request-supplement', { materials: ['income'], told: 'portal' });
    const helper = await under(daughter);
    const one = await world.look(helper, doors.myCase, { caseId });
    expect(one.asksPapers.length).toBe(1);
    await world.done(helper, doors.step, { caseId, step: 'supplement', seen: one.version, data: { received: '收入证明，照片 1 张' } });
    const { rows } = await world.cities.owner.query(`select step, actor_name, mandate_id::int as mandate from city_442000.case_action where case_id = $1 and step = 'supplement'`, [caseId]);
    expect(rows).toEqual([{ step: 'supplement', actor_name: '黄丽代陈秀英', mandate }]);
    const { messages } = await world.look(mother, myMessages, {});
    expect(messages.map((message) => message.title)).toEqual(expect.arrayContaining(['黄丽代陈秀英办了一步', '黄丽可以替您办了']));
    expect((await world.look(world.posts.clerk, listMandates, { case: caseId })).lines).toMatchObject([{ helper: '黄丽', principal: CHEN[0], basis: 'code' }]);
  });
});

describe('绝不能发生', () => {
  test('别人拿着这份授权的号，什么也打不开；号写坏了也一样', async () => {
    const thief = await under(stranger);
    expect(thief).toMatchObject({ mandate: 'over', person: null });
    expect(await no(asked(thief, myCases as Parameters<typeof query>[2]))).toBe('mandate.not-in-force');
    expect(await no(asked(await standUnder(world.cities.zhongshan, daughter, "1 or 1=1"), myCases as Parameters<typeof query>[2]))).toBe('mandate.not-in-force');
  });

  test('本人去世，授权当场没有用；改正回来又有用', async () => {
    await plant(`update city_442000.person set death_date = '2014-11-01' where id = ${mother.person}`);
    expect(await under(daughter)).toMatchObject({ mandate: 'over' });
    await plant(`update city_442000.person set death_date = null where id = ${mother.person}`);
    expect(await under(daughter)).toMatchObject({ person: mother.person });
  });

  test('本人在另一个窗口收回：已经打开的页面再按，也不行', async () => {
    const opened = await under(daughter);
    await world.done(mother, endMandate, { mandate });
    expect(await no(world.run(opened, doors.saveDraft, { matter: LOW, values: {} }))).toBe('mandate.not-in-force');
    expect(await no(asked(opened, myCases as Parameters<typeof query>[2]))).toBe('mandate.not-in-force');
    expect(await no(world.run(mother, endMandate, { mandate }))).toBe('mandate.over');
    expect(await no(world.run(stranger, endMandate, { mandate }))).toBe('mandate.not-found');
  });

  test('过了最后一天，不再有用', async () => {
    const { code } = await world.done(mother, issueCode, { ...offer, to: '2014-10-20' });
    const { mandate: short } = await world.done(daughter, takeCode, { principalName: CHEN[0], code });
    const opened = await under(daughter, short ?? 0);
    expect(opened.mandate).not.toBe('over');
    await world.on('2014-10-20');
    expect(await no(world.run(opened, doors.apply, { matter: LOW }))).toBe('mandate.not-in-force');
    expect(await under(daughter, short ?? 0)).toMatchObject({ mandate: 'over' });
  });

  test('授权只加不改：库里改不动，收回的也留着', async () => {
    await expect(world.cities.owner.query(`set role mz_442000_staff; update city_442000.mandate set valid_to = '2020-01-01'`)).rejects.toThrow(/permission denied/);
    await world.cities.owner.query('reset role');
    const { given } = await world.look(mother, myMandates, {});
    expect(given.map((one) => one.state)).toEqual(['expired', 'ended']);
  });
});

describe('窗口登记授权委托书', () => {
  const paper = async (caller: Caller) => {
    const bytes = Buffer.from('%PDF-1.4 paper');
    const { createHash } = await import('node:crypto');
    return (await world.done(caller, storeFile(bytes), { name: '授权委托书.pdf', mediaType: 'application/pdf', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })).id;
  };
  const record = { principal: { name: CHEN[0], idNumber: CHEN[1] }, helper: { name: '李明', idNumber: '442099197205060312' }, relation: '邻居', basis: 'paper', matters: [LOW], from: '2014-10-20', to: '2015-10-01' };

  test('没有签了字的纸不登记；姓名对不上不登记；登记了，受托人在自己的账号里就能替办', async () => {
    const { clerk } = world.posts;
    expect(await no(world.run(clerk, recordMandate, record))).toBe('mandate.no-paper');
    const document = await paper(clerk);
    expect(await no(world.run(clerk, recordMandate, { ...record, principal: { ...record.principal, name: '陈英' }, document }))).toBe('mandate.no-person');
    const { mandate: id } = await world.done(clerk, recordMandate, { ...record, document });
    expect(await under(stranger, id)).toMatchObject({ person: mother.person, account: { name: '李明' } });
    expect(await no(world.run(clerk, recordMandate, { ...record, document }))).toBe('mandate.same');
    const elsewhere = await staff(world.cities, world.cities.zhongshan, 'town-clerk', '442000002');
    expect((await world.look(elsewhere, listMandates, { view: 'all' })).lines).toEqual([]);
    expect(await no(world.run(elsewhere, endMandate, { mandate: id }))).toBe('mandate.not-found');
    await world.done(clerk, endMandate, { mandate: id, reason: '本人来说不用了' });
    expect(await under(stranger, id)).toMatchObject({ mandate: 'over' });
  });

  test('监护：同户未成年的孩子凭登记，成年的要证明；未成年人自己不能授权', async () => {
    const { clerk } = world.posts;
    const child = { name: '黄小宝', idNumber: '442099200503010019' };
    const guardian = { ...record, principal: child, helper: { name: HUANG[0], idNumber: HUANG[1] }, relation: '父亲', basis: 'guardian-register' };
    expect(await no(world.run(clerk, recordMandate, guardian))).toBe('mandate.not-guardian');
    expect(await no(world.run(clerk, recordMandate, { ...guardian, basis: 'paper', document: await paper(clerk) }))).toBe('mandate.child-principal');
    // the grown-up daughter of the household is nobody's ward by the register
    expect(await no(world.run(clerk, recordMandate, { ...guardian, principal: { name: XIN[0], idNumber: XIN[1] } }))).toBe('mandate.not-guardian');
    const { rows: [home] } = await world.cities.owner.query('select id from city_442000.household');
    const { rows: [ward] } = await world.cities.owner.query(`select id from city_442000.person where name = '黄志强'`);
    expect(home && ward).toBeTruthy();
    const met = await resident(world.cities, world.cities.zhongshan, child.name, child.idNumber);
    await plant(`insert into city_442000.household_member (household_id, division_id, person_id, relation, valid_from, known_from, reason, command_id) values (${home?.id}, ${await divisionId(world.cities, world.cities.zhongshan, '442000001001')}, ${met.person}, 'child', '2005-03-01', 0, '测试', 0)`);
    const { mandate: id } = await world.done(clerk, recordMandate, guardian);
    const father = await resident(world.cities, world.cities.zhongshan, HUANG[0], HUANG[1]);
    expect(await under(father, id)).toMatchObject({ person: met.person, mandate: { guardian: true } });
    // a ward's guardian does not sign at the portal for the grown-up members of his own household
    expect(await no(asked(await under(father, id), myGrants as Parameters<typeof query>[2]))).toBe('mandate.not-for-this');
  });

  test('委托村委会：本村的岗位代为提交，件里写明；委托人不是申请人的，不收', async () => {
    const document = await paper(village);
    const { mandate: id } = await world.done(village, recordMandate, { ...record, principal: { name: '周伯', idNumber: '442099194808080036' }, helper: { village: true }, relation: '村委会', document });
    const single = { ...CHEN_FORM, members: [{ ...CHEN_FORM.members[0], name: '周伯', idCard: '442099194808080036' }], incomes: [{ person: '周伯', source: 'wage', regular: 'total', total: '1200', months: '6' }], hasAccount: false, bankCode: undefined, accountHolder: undefined, accountNumber: undefined };
    const other = { ...single, members: [{ ...single.members[0], name: '谭辉', idCard: '44209919660307001X' }], incomes: [{ ...single.incomes[0], person: '谭辉' }] };
    expect(await no(world.run(village, doors.register, { matter: LOW, values: other, mandate: id }))).toBe('mandate.wrong-principal');
    const opened = await world.done(village, doors.register, { matter: LOW, values: single, mandate: id });
    const { rows: [action] } = await world.cities.owner.query('select actor_name, mandate_id::int as mandate from city_442000.case_action where case_id = $1', [opened.caseId]);
    expect(action).toMatchObject({ mandate: id });
    expect(action?.actor_name).toMatch(/代周伯$/);
    expect((await world.cities.owner.query('select 1 from city_442000.authorisation where case_id = $1', [opened.caseId])).rowCount).toBe(0);
    expect(await no(world.run(world.posts.clerk, recordMandate, { ...record, helper: { village: true }, document }))).toBe('mandate.not-village');
  });
});
