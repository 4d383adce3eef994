import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { beginDay } from '../../src/kernel/clock/begin-day.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { staff } from '../harness/city.ts';
import { openAccountsWorld, PASSWORD, type AccountsWorld, type Browser } from './accounts-world.ts';

// every password costs the machine a tenth of a second on purpose; on a busy one much more
vi.setConfig({ testTimeout: 120_000 });
const TODAY = '2014-11-03';
const OWN = '三角梅 sanjiaomei';
let world: AccountsWorld;
let admin: Browser;
let adminAccount: number;
let townAdmin: Browser;
let auditor: Browser;
const places: Record<string, number> = {};

beforeAll(async () => {
  world = await openAccountsWorld();
  for (const code of ['442000', '442000001', '442000002', '442000001001']) places[code] = await world.division(code);
  await staff(world.cities, world.cities.zhongshan, 'system', '442000');
  const chief = await world.at('administrator', '442000');
  [admin, adminAccount] = [chief.browser, chief.caller.account?.id ?? 0];
  townAdmin = (await world.at('administrator', '442000001')).browser;
  auditor = (await world.at('auditor', '442000')).browser;
}, 240_000);
afterAll(() => world?.close());

const open = (login: string, role: string, division: string, by: Browser = admin) =>
  by.act('access.open-account', { login, name: '新同事', posts: [{ role, division: places[division], from: TODAY }], reason: '新入职' });
const accountOf = async (login: string): Promise<number> => Number((await world.rows<{ id: string }>('select id from city.account where login = $1', [login]))[0]?.id);

describe('[S215] 账号的一生：开通、第一次登录、换密码', () => {
  test('一次性密码只说一次，库里哪里都没有；进门先换，换之前什么也办不了', async () => {
    const body = { login: 'newcomer', name: '麦小芳', posts: [{ role: 'town-clerk', division: places['442000001'], from: TODAY }], reason: '新入职' };
    const first = await admin.act('access.open-account', body, 'open-newcomer-1');
    expect(first.status).toBe(200);
    const once = first.body.oneTimePassword as string;
    expect(once).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    expect((await admin.act('access.open-account', body, 'open-newcomer-1')).body).toEqual({ account: first.body.account });
    for (const table of ['idempotency_key', 'command_log', 'account', 'account_event', 'job']) expect(JSON.stringify(await world.rows(`select * from city.${table}`)), table).not.toContain(once);

    const browser = world.browser();
    expect((await browser.signIn('newcomer', once)).body).toEqual({ ok: true, next: 'change-password' });
    expect((await browser.see('session.me')).body).toMatchObject({ account: { name: '麦小芳' }, next: 'change-password', post: null, posts: [] });
    for (const door of ['casework.list-tasks', 'household.list-households', 'access.list-deputies']) expect(await browser.see(door), door).toMatchObject({ status: 403, body: { code: 'access.finish-sign-in' } });
    expect(await browser.act('casework.register-application', { matter: 'x', values: {} })).toMatchObject({ status: 403, body: { code: 'access.finish-sign-in' } });

    expect(await browser.act('session.change-password', { fresh: 'newcomer' })).toMatchObject({ status: 422, body: { code: 'password.poor', fields: [{ path: 'fresh' }, { path: 'fresh' }] } });
    expect(await browser.act('session.change-password', { fresh: once })).toMatchObject({ status: 422, body: { code: 'password.used-before' } });
    const before = browser.cookie;
    expect(await browser.act('session.change-password', { fresh: OWN })).toMatchObject({ status: 200, body: { next: 'none' } });
    expect(browser.cookie).not.toBe(before);
    expect((await browser.see('session.me')).body).toMatchObject({ next: 'none', posts: [{ role: 'town-clerk' }] });
    expect((await browser.see('casework.list-tasks')).status).toBe(200);
    const old = world.browser();
    old.cookie = before;
    expect((await old.see('session.me')).body.account).toBeNull();
    expect((await world.browser().signIn('newcomer', once)).status).toBe(401);
    expect(JSON.stringify(await world.rows('select body_digest, response from city.idempotency_key'))).not.toContain(OWN);
  });

  test('自己换密码：旧的要对，用过的不行，别处的登录当场失效，这里换密钥接着办', async () => {
    const [here, elsewhere] = [world.browser(), world.browser()];
    await here.signIn('newcomer', OWN);
    await elsewhere.signIn('newcomer', OWN);
    expect(await here.act('session.change-password', { old: '不对的', fresh: '木棉花 mumianhua' })).toMatchObject({ status: 422, body: { code: 'password.wrong-old' } });
    expect(await here.act('session.change-password', { fresh: '木棉花 mumianhua' })).toMatchObject({ status: 422, body: { code: 'password.wrong-old' } });
    expect(await here.act('session.change-password', { old: OWN, fresh: OWN })).toMatchObject({ body: { code: 'password.used-before' } });
    expect(await here.act('session.change-password', { old: OWN, fresh: '木棉花 mumianhua' })).toMatchObject({ status: 200 });
    expect((await here.see('casework.list-tasks')).status).toBe(200);
    expect((await elsewhere.see('casework.list-tasks')).status).toBe(401);
    expect(await here.act('session.change-password', { old: '木棉花 mumianhua', fresh: OWN })).toMatchObject({ body: { code: 'password.used-before' } });
  });

  test('自己的登录一览：认得出哪台设备，可以让别处的失效；别人的动不了', async () => {
    const [here, elsewhere] = [world.browser(), world.browser()];
    await here.signIn('newcomer', '木棉花 mumianhua');
    await elsewhere.signIn('newcomer', '木棉花 mumianhua');
    const mine = (await here.see('access.my-account')).body;
    expect(mine.sessions.filter((one: { here: boolean }) => one.here)).toMatchObject([{ device: 'Windows 电脑，Edge' }]);
    const other = await world.at('town-clerk', '442000002');
    expect((await other.browser.act('access.end-own-sessions', { session: mine.sessions[0].id })).body.code).toBe('session.gone');
    expect((await elsewhere.see('casework.list-tasks')).status).toBe(200);
    await here.done('access.end-own-sessions', {});
    expect((await elsewhere.see('casework.list-tasks')).status).toBe(401);
    expect((await here.see('casework.list-tasks')).status).toBe(200);
  });

  test('密码到期要换；演示城市的账号不到期', async () => {
    const clerk = await world.at('town-clerk', '442000001');
    await world.rows(`update city.account set password_set_at = now() - interval '91 days' where id = $1`, [clerk.caller.account?.id]);
    expect((await world.browser().signIn(clerk.login, PASSWORD)).body.next).toBe('none');
    await world.rows('update city.city set demo = false');
    expect((await world.browser().signIn(clerk.login, PASSWORD)).body.next).toBe('change-password');
    await world.rows('update city.city set demo = true');
  });

  test('一次性密码放了一个星期就不灵，密码不对的时候不说', async () => {
    const { body } = await open('sleepy', 'town-clerk', '442000001');
    await world.rows(`update city.account set password_set_at = now() - interval '8 days' where login = 'sleepy'`);
    expect((await world.browser().signIn('sleepy', '不对的密码')).body.code).toBe('access.wrong-password');
    expect((await world.browser().signIn('sleepy', body.oneTimePassword)).body.code).toBe('access.one-time-expired');
  });
});

describe('[S215] 错了多少次，锁多久', () => {
  const fail = async (login: string, times: number): Promise<string[]> => {
    const codes: string[] = [];
    for (let n = 0; n < times; n += 1) codes.push((await world.browser().signIn(login, `试 ${n}`)).body.code);
    return codes;
  };

  test('有没有这个账号，说的话一样；锁定期间对的密码也不行；管理员解锁', async () => {
    const clerk = await world.at('town-clerk', '442000001');
    const [known, unknown] = [await fail(clerk.login, 10), await fail('nobody-of-this-name', 10)];
    expect(known).toEqual([...Array.from({ length: 9 }, () => 'access.wrong-password'), 'access.too-many-tries']);
    expect(unknown).toEqual(known);
    const [shut, nobody] = [await world.browser().signIn(clerk.login, PASSWORD), await world.browser().signIn('nobody-of-this-name', PASSWORD)];
    const { instance: _one, ...said } = shut.body; const { instance: _two, ...saidToNobody } = nobody.body;
    expect({ ...said, request: null }).toEqual({ ...saidToNobody, request: null });
    expect(shut.body.title).toContain('15 分钟后');
    expect((await admin.see('access.list-accounts', { state: 'locked' })).body.accounts).toMatchObject([{ login: clerk.login }]);
    await admin.done('access.unlock-account', { account: clerk.caller.account?.id, reason: '本人来电' });
    expect((await world.browser().signIn(clerk.login, PASSWORD)).status).toBe(200);
    expect((await admin.act('access.unlock-account', { account: clerk.caller.account?.id, reason: '再按' })).body.code).toBe('account.not-locked');
  });

  test('同时来一串也一次一次数', async () => {
    const clerk = await world.at('town-clerk', '442000001');
    const codes = (await Promise.all(Array.from({ length: 14 }, () => world.browser().signIn(clerk.login, '猜')))).map((one) => one.body.code as string);
    expect(codes.filter((code) => code === 'access.wrong-password').length).toBeLessThan(10);
    expect((await world.browser().signIn(clerk.login, PASSWORD)).body.code).toBe('access.too-many-tries');
  });

  test('登录成功，前面的错不再算', async () => {
    const clerk = await world.at('town-clerk', '442000001');
    await fail(clerk.login, 8);
    expect((await world.browser().signIn(clerk.login, PASSWORD)).status).toBe(200);
    expect(await fail(clerk.login, 3)).not.toContain('access.too-many-tries');
  });

  test('登录记录：管理员和审计看得到，经办看不到；输错的账号名、地址、密码都不在里面；辖区以外的没有', async () => {
    const clerk = await world.at('town-clerk', '442000002');
    const typed = '我的密码 误写在账号栏';
    const bad = world.browser();
    await bad.signIn(typed, '猜的密码四五六');
    for (const reader of [admin, auditor]) {
      const { lines } = (await reader.see('access.list-sign-ins', { limit: 5000 })).body;
      expect(lines.map((one: { kind: string }) => one.kind)).toEqual(expect.arrayContaining(['signed-in', 'began', 'wrong-password', 'locked', 'shut-out', 'expired']));
    }
    expect((await clerk.browser.see('access.list-sign-ins')).status).toBe(403);
    expect((await townAdmin.see('access.list-sign-ins', { find: clerk.login })).body.lines).toEqual([]);
    expect((await admin.see('access.list-sign-ins', { find: clerk.login })).body.lines).toHaveLength(1);
    const all = JSON.stringify(await world.rows('select * from city.sign_in_record'));
    for (const secret of [typed, '猜的密码四五六', bad.address, PASSWORD]) expect(all).not.toContain(secret);
    await expect(world.rows('set role mz_442000_definer; update city.sign_in_record set kind = $$signed-in$$')).rejects.toThrow(/permission denied/);
    await world.rows('reset role');
  });
});

describe('[S215] 岗位：不相容的、不是自己辖区的、给自己的', () => {
  test('编制、审批、付款不能一个人；管账号的不办业务；不同单位不冲突；代理也一样', async () => {
    const officer = await world.at('payroll-officer', '442000');
    const id = officer.caller.account?.id;
    for (const role of ['payroll-approver', 'finance-officer', 'administrator', 'auditor']) {
      const no = await admin.act('access.add-post', { account: id, role, division: places['442000'], from: TODAY, reason: '人手不够' });
      expect(no, role).toMatchObject({ status: 422, body: { code: 'account.incompatible' } });
      expect(no.body.title).toMatch(/发放经办.*(财会|GB\/T)/);
    }
    await admin.done('access.add-post', { account: id, role: 'payroll-approver', division: places['442000001'], from: TODAY, reason: '另一个单位' });
    const approver = await world.at('payroll-approver', '442000');
    expect(await approver.browser.act('access.deputise-post', { post: approver.caller.post?.id, account: id, from: TODAY, to: '2014-11-20', reason: '出差' })).toMatchObject({ status: 422, body: { code: 'account.incompatible' } });
    expect((await world.rows('select 1 from city.post where account_id = $1', [id])).length).toBe(2);
  });

  test('先后任不相容的岗位可以，重叠一天不行', async () => {
    const officer = await world.at('payroll-officer', '442000');
    await admin.done('access.end-post', { post: officer.caller.post?.id, on: '2014-11-20', reason: '轮岗' });
    const add = (from: string) => admin.act('access.add-post', { account: officer.caller.account?.id, role: 'finance-officer', division: places['442000'], from, reason: '轮岗' });
    expect((await add('2014-11-19')).body.code).toBe('account.incompatible');
    expect((await add('2014-11-20')).status).toBe(200);
  });

  test('管理员不能给自己加岗位、停用自己、重设自己的密码', async () => {
    for (const [door, body] of [['access.add-post', { role: 'approver', division: places['442000'], from: TODAY }], ['access.reset-password', {}], ['access.disable-accounts', { accounts: [adminAccount] }], ['access.end-sessions', {}]] as const) {
      const { accounts, ...rest } = body as { accounts?: number[] };
      expect((await admin.act(door, { ...(accounts ? { accounts } : { account: adminAccount }), ...rest, reason: '试试' })).body.code, door).toBe('account.yourself');
    }
  });

  test('镇的管理员只管本镇：看不见别镇的账号，开不到别镇，也动不了还在别处任职的人', async () => {
    const outside = await world.at('town-clerk', '442000002');
    const id = outside.caller.account?.id ?? 0;
    for (const [door, body] of [['access.reset-password', { account: id }], ['access.disable-accounts', { accounts: [id] }], ['access.add-post', { account: id, role: 'town-lead', division: places['442000001'], from: TODAY }], ['access.end-post', { post: outside.caller.post?.id, on: TODAY }], ['access.unlock-account', { account: id }]] as const) {
      expect((await townAdmin.act(door, { ...body, reason: '试试' })).body.code, door).toBe('not-found');
    }
    expect((await townAdmin.see('access.get-account', { account: id })).status).toBe(404);
    expect((await open('over-there', 'town-clerk', '442000002', townAdmin)).body.code).toBe('account.outside-area');
    expect(await accountOf('over-there')).toBeNaN();
    await admin.done('access.add-post', { account: id, role: 'town-clerk', division: places['442000001'], from: TODAY, reason: '两边跑' });
    expect((await townAdmin.act('access.reset-password', { account: id, reason: '试试' })).body.code).toBe('account.partly-outside');
    const seen = (await townAdmin.see('access.get-account', { account: id })).body;
    expect([seen.mayManage, seen.elsewhere, seen.history.map((post: { division: string }) => post.division)]).toEqual([false, true, ['石岐区']]);
    expect((await townAdmin.act('access.end-post', { post: seen.history[0].id, on: TODAY, reason: '不来了' })).status).toBe(200);
    expect((await outside.browser.see('casework.list-tasks')).status).toBe(200);
  });

  test('调岗：旧的到那天止，新的从那天起，一天不空一天不重', async () => {
    const clerk = await world.at('town-clerk', '442000001');
    await admin.done('access.move-post', { post: clerk.caller.post?.id, role: 'town-clerk', division: places['442000002'], from: '2014-12-01', reason: '调到东区' });
    expect(await world.rows('select division_id::int as at, valid_from, valid_to from city.post where account_id = $1 order by id', [clerk.caller.account?.id])).toMatchObject([{ at: places['442000001'] }, { at: places['442000002'], valid_to: null }]);
    const [{ gap }] = await world.rows<{ gap: number }>(`select (max(valid_from) - min(valid_to)) as gap from city.post where account_id = $1`, [clerk.caller.account?.id]) as [{ gap: number }];
    expect(gap).toBe(0);
  });
});

describe('[S215] 离岗停用', () => {
  test('当场退出，岗位止于今天而不删，等着办的交给同事；重新启用要换密码，岗位要重新给', async () => {
    const leaver = await world.at('town-lead', '442000001');
    const colleague = await world.at('town-clerk', '442000001');
    await world.rows(`insert into city.errand (kind, title, division_id, roles, opened_on, because, source_id, command_id) values ('test', '测试', $1, '{town-lead}', '2014-11-01', '测试', 77, 0)`, [places['442000001001']]).catch(async (error: Error) => {
      if (!error.message.includes('only through command')) throw error;
      await world.rows(`set session_replication_role = replica; insert into city.errand (kind, title, division_id, roles, opened_on, because, source_id, command_id) values ('test', '测试', ${places['442000001001']}, '{town-lead}', '2014-11-01', '测试', 77, 0); set session_replication_role = origin`);
    });
    const id = leaver.caller.account?.id ?? 0;
    const shown = (await admin.see('access.get-account', { account: id })).body;
    expect(shown.work).toMatchObject([{ post: leaver.caller.post?.id, errands: 1, tasks: 0, others: [] }]);
    expect(shown.work[0].colleagues.map((one: { id: number }) => one.id)).toContain(colleague.caller.account?.id);
    expect((await leaver.browser.see('casework.list-tasks')).status).toBe(200);
    await admin.done('access.disable-accounts', { accounts: [id], reason: '调离', handOver: [{ post: leaver.caller.post?.id, to: colleague.caller.account?.id }] });
    expect((await leaver.browser.see('casework.list-tasks')).status).toBe(401);
    expect((await world.browser().signIn(leaver.login, PASSWORD)).body.code).toBe('access.wrong-password');
    expect(await world.rows('select role, valid_to::text as to from city.post where account_id = $1', [id])).toEqual([{ role: 'town-lead', to: TODAY }]);
    expect((await colleague.browser.see('session.me')).body.posts.map((post: { role: string }) => post.role)).toEqual(['town-clerk', 'town-lead']);
    const back = await admin.done('access.enable-account', { account: id, reason: '调回' });
    const browser = world.browser();
    expect((await browser.signIn(leaver.login, back.oneTimePassword)).body.next).toBe('change-password');
    await browser.act('session.change-password', { fresh: OWN });
    expect((await browser.see('session.me')).body.posts).toEqual([]);
    expect((await admin.see('access.get-account', { account: id })).body.events.map((one: { kind: string }) => one.kind)).toEqual(['password-changed', 'enabled', 'disabled', 'post-ended']);
  });

  test('成批停用：一个一个有结果，不能停的说原因，能停的照停', async () => {
    const [one, two, outside] = [await world.at('town-clerk', '442000001'), await world.at('town-clerk', '442000001'), await world.at('town-clerk', '442000002')];
    const ids = [one, outside, two].map((each) => each.caller.account?.id);
    const { results } = await townAdmin.done('access.disable-accounts', { accounts: ids, reason: '借调期满' });
    expect(results).toEqual([{ account: ids[0], done: true, why: null }, { account: ids[1], done: false, why: '没有找到，或不在您的辖区内。' }, { account: ids[2], done: true, why: null }]);
    expect((await outside.browser.see('casework.list-tasks')).status).toBe(200);
    expect((await one.browser.see('casework.list-tasks')).status).toBe(401);
  });

  test('最后一位市管理员停不掉，两位同时互停也只成一位', async () => {
    const second = await world.at('administrator', '442000');
    const both = await Promise.all([
      admin.act('access.disable-accounts', { accounts: [second.caller.account?.id], reason: '互停' }),
      second.browser.act('access.disable-accounts', { accounts: [adminAccount], reason: '互停' })]);
    expect(both.filter((one) => one.status === 200)).toHaveLength(1);
    const left = await world.rows(`select 1 from city.post p join city.account a on a.id = p.account_id join city.division d on d.id = p.division_id where p.role = 'administrator' and d.code = '442000' and not a.disabled and p.valid_to is null`);
    expect(left).toHaveLength(1);
    if ((await admin.see('access.list-accounts')).status !== 200) {
      admin = second.browser;
      adminAccount = second.caller.account?.id ?? 0;
    }
  });

  test('长期不登录的自动停用，交办给管理员；说明留用的、演示城市的不停', async () => {
    const [asleep, kept] = [await world.at('town-clerk', '442000001'), await world.at('town-clerk', '442000001')];
    for (const one of [asleep, kept]) await world.rows(`update city.account set last_sign_in = now() - interval '95 days', opened_at = now() - interval '1 year' where id = $1`, [one.caller.account?.id]);
    expect((await admin.see('access.list-accounts', { state: 'dormant' })).body.total).toBe(2);
    await admin.done('access.keep-account', { account: kept.caller.account?.id, reason: '产假' });
    const handlers = await findHandlers();
    const day = async (on: string) => {
      await world.rows('update city.city set demo_day = $1', [on]);
      await beginDay(world.cities.zhongshan);
      while (await workOnce(world.cities.zhongshan, handlers)) { /* until nothing is due */ }
    };
    await day('2014-11-04');
    expect((await asleep.browser.see('casework.list-tasks')).status).toBe(200);
    await world.rows('update city.city set demo = false');
    await day('2014-11-05');
    await world.rows('update city.city set demo = true');
    expect((await asleep.browser.see('casework.list-tasks')).status).toBe(401);
    expect((await kept.browser.see('casework.list-tasks')).status).toBe(200);
    const errands = (await townAdmin.see('errands.list-errands')).body.errands.filter((one: { kind: string }) => one.kind === 'dormant-account');
    expect(errands).toMatchObject([{ mine: true }]);
    expect(errands[0].because).toContain(asleep.login);
    expect(await world.rows('select valid_to from city.post where account_id = $1', [asleep.caller.account?.id])).toEqual([{ valid_to: null }]);
  });
});

describe('[S215] 居民的账号', () => {
  let person: number;
  test('窗口开通，一次性密码是数字；第一次登录自己定一句话；忘了拿身份证再来', async () => {
    const clerk = (await world.at('town-clerk', '442000001')).browser;
    const made = await clerk.done('access.register-resident', { login: 'granny', name: '陈秀英', idNumber: '442099195801024423', hukouKind: 'urban', division: places['442000001001'] });
    person = made.person;
    expect(made.oneTimePassword).toMatch(/^[2-9]{3}(-[2-9]{3}){2}$/);
    const granny = world.browser();
    expect((await granny.signIn('granny', made.oneTimePassword)).body.next).toBe('change-password');
    expect((await granny.see('casework.my-cases')).body.code).toBe('access.finish-sign-in');
    expect((await granny.act('session.change-password', { fresh: '19580102' })).body.fields[0].sentence).toMatch(/生日|常见/);
    expect((await granny.act('session.change-password', { fresh: '门前那棵大榕树' })).body.fields[0].sentence).toContain('至少 8 个字');
    expect((await granny.act('session.change-password', { fresh: '门前那棵大榕树下' })).status).toBe(200);
    expect((await granny.see('casework.my-cases')).status).toBe(200);
    expect((await clerk.act('access.open-portal-account', { person, login: 'granny-2' })).body.code).toBe('account.has-portal');
    expect((await clerk.act('access.reset-portal-password', { person, cardShown: false })).status).toBe(400);
    const again = await clerk.done('access.reset-portal-password', { person, cardShown: true });
    expect((await granny.see('casework.my-cases')).status).toBe(401);
    await granny.signIn('granny', again.oneTimePassword);
    await granny.act('session.change-password', { fresh: '每天早上去买豆腐花' });
    expect((await granny.see('access.my-account')).body).toMatchObject({ login: 'granny', kind: 'resident', events: [{ kind: 'password-changed' }, { kind: 'password-reset', reason: '本人持身份证到窗口重设' }, { kind: 'password-changed' }, { kind: 'opened' }] });
  });

  test('别镇的窗口看不到、重设不了；居民进不了工作人员的门', async () => {
    const other = (await world.at('town-clerk', '442000002')).browser;
    expect((await other.see('access.get-portal-account', { person })).status).toBe(404);
    expect((await other.act('access.reset-portal-password', { person, cardShown: true })).body.code).toBe('not-found');
    const granny = world.browser();
    await granny.signIn('granny', '每天早上去买豆腐花');
    for (const door of ['access.list-accounts', 'access.list-sign-ins']) expect((await granny.see(door)).body.code).toBe('access.not-yours');
  });
});
