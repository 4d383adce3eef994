import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSignOnOffice, PASSWORD, TestBrowser, type SignOnOffice } from '../harness/sign-on-office.ts';

const REQUIRED = { providers: [], secondFactor: { required: true, freshMinutes: 10 } };
const OPTIONAL = { providers: [], secondFactor: { required: false, freshMinutes: 10 } };
const PROPOSAL = { parameter: 'subsistence-standard', division: '442000', from: '2015-01-01', to: null, value: 56_000, demo: true, document: { title: '试验用', number: null } };
let office: SignOnOffice;
const sql = async (text: string, values: unknown[] = []) => (await office.cities.owner.query(text.replaceAll('city.', 'city_442000.'), values)).rows;

/** An app on a phone: the code of now, of one step before or after. */
class Phone {
  readonly #secret: string;
  constructor(secret: string) { this.#secret = secret.replaceAll(' ', ''); }
  code(step = 0): string { return new TOTP({ secret: Secret.fromBase32(this.#secret) }).generate({ timestamp: Date.now() + step * 30_000 }); }
}

async function enter(login: string): Promise<{ browser: TestBrowser; next: string }> {
  const browser = office.browser();
  const { status, body } = await browser.post('c/session.sign-in', { city: '442000', name: login, password: PASSWORD });
  expect([login, status]).toEqual([login, 200]);
  return { browser, next: body.next };
}
/** A code of the step before is good for what is left of this step: when that is little, the next is waited for. */
const calm = async (): Promise<void> => {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 3_000) await new Promise((resolve) => { setTimeout(resolve, left); });
};
async function bind(browser: TestBrowser): Promise<{ phone: Phone; codes: string[]; next: string }> {
  expect((await browser.post('c/access.begin-second-factor')).status).toBe(200);
  const { body } = await browser.post('q/access.show-new-second-factor');
  const phone = new Phone(body.secret);
  await calm();
  const done = await browser.post('c/session.bind-second-factor', { code: phone.code(-1) });
  expect(done.body).toMatchObject({ recoveryCodes: expect.any(Array) });
  return { phone, codes: done.body.recoveryCodes, next: done.body.next };
}
/** Time goes by: the session's last code was so many minutes ago; the phone has gone on too. */
const later = async (minutes: number): Promise<void> => {
  await sql(`update city.session set second_factor_at = second_factor_at - make_interval(mins => $1)`, [minutes]);
  await sql(`update city.second_factor set last_step = last_step - 10 where confirmed_at is not null`);
};
let proposals = 0;
async function propose(): Promise<number> {
  const { browser } = await enter('proposer');
  const { body } = await browser.post('c/policy.propose-value', { ...PROPOSAL, value: 56_000 + (proposals += 1) });
  return body.id;
}

beforeAll(async () => {
  office = await openSignOnOffice();
  for (const [login, role, division] of [['clerk', 'town-clerk', '442000001'], ['admin', 'administrator', '442000'], ['admin2', 'administrator', '442000'], ['signer', 'standards-officer', '442000'], ['other', 'standards-officer', '442000']] as const) await office.clerk(login, role, division);
}, 180_000);
afterAll(() => office?.close());
beforeEach(async () => {
  office.settings(OPTIONAL);
  await sql(`update city.second_factor set ended_at = now(), ended_because = '下一题' where ended_at is null`);
  await sql('delete from city.second_factor_failure');
  // whoever proposes is nobody whose factor a test is about
  if ((await sql(`select 1 from city.account where login = 'proposer'`)).length === 0) await office.clerk('proposer', 'standards-officer', '442000');
});

describe('[S215] 演示城市里，动态验证码可有可无', () => {
  test('没有绑定的审批岗位照旧登录、签批；绑定了的每次登录都问', async () => {
    const { browser, next } = await enter('signer');
    expect(next).toBe('none');
    expect(await browser.post('c/policy.sign-value', { proposal: await propose(), agree: false })).toMatchObject({ status: 200, body: { signed: false } });
    const { phone, codes } = await bind(browser);
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    const again = await enter('signer');
    expect(again.next).toBe('second-factor');
    expect(await again.browser.post('q/casework.list-tasks')).toMatchObject({ status: 403, body: { code: 'access.finish-sign-in' } });
    expect(await again.browser.post('c/policy.sign-value', { proposal: 1, agree: false })).toMatchObject({ status: 403, body: { code: 'access.finish-sign-in' } });
    const before = again.browser.ours.get('mz_session');
    expect(await again.browser.post('c/session.second-factor', { code: phone.code() })).toMatchObject({ status: 200, body: { next: 'none', recoveryCodesLeft: 10 } });
    expect(again.browser.ours.get('mz_session'), 'the secret changes with what it opens').not.toBe(before);
    expect(await again.browser.me()).toMatchObject({ next: 'none', posts: [{ role: 'standards-officer' }] });
  });

  test('二维码是城市和姓名的；密钥加密存放，恢复码只存散列，哪里也找不到原文', async () => {
    const { browser } = await enter('signer');
    await browser.post('c/access.begin-second-factor');
    const { body } = await browser.post('q/access.show-new-second-factor');
    expect(body.qr).toMatch(/^<svg/);
    const secret = body.secret.replaceAll(' ', '');
    const { body: { recoveryCodes } } = await browser.post('c/session.bind-second-factor', { code: new Phone(body.secret).code() });
    expect((await browser.post('q/access.show-new-second-factor')).body.code, 'shown until it is bound, never after').toBe('second-factor.not-begun');
    const kept = JSON.stringify([await sql(`select encode(secret, 'escape') as s from city.second_factor`), await sql(`select encode(code_hash, 'escape') as h from city.recovery_code`), await sql('select response, command from city.idempotency_key')]);
    expect(kept).not.toContain(secret);
    for (const code of recoveryCodes) expect(kept).not.toContain(code);
    expect(await sql(`select 1 from city.command_log where command = 'access.confirm-second-factor'`)).not.toHaveLength(0);
  });

  test('换手机要旧手机的新鲜验证码；停用也要；没有绑定的不问', async () => {
    const { browser } = await enter('signer');
    const { phone } = await bind(browser);
    await later(11);
    expect(await browser.post('c/access.begin-second-factor')).toMatchObject({ status: 403, body: { code: 'access.second-factor-needed' } });
    expect(await browser.post('c/access.end-second-factor')).toMatchObject({ status: 403, body: { code: 'access.second-factor-needed' } });
    await browser.post('c/session.second-factor', { code: phone.code() });
    const fresh = await bind(browser);
    expect((await enter('signer')).next).toBe('second-factor');
    const old = await enter('signer');
    expect((await old.browser.post('c/session.second-factor', { code: phone.code(1) })).body.code, 'the old phone opens nothing').toBe('second-factor.wrong-code');
    expect((await old.browser.post('c/session.second-factor', { code: fresh.phone.code() })).status).toBe(200);
    expect((await browser.post('c/access.end-second-factor')).status).toBe(200);
    expect((await enter('signer')).next).toBe('none');
  });
});

describe('[S215] 城市要求时，签批和付款的岗位非有不可', () => {
  test('没有绑定的先绑定，绑好就进；不签批的岗位不受影响', async () => {
    office.settings(REQUIRED);
    expect((await enter('clerk')).next).toBe('none');
    const { browser, next } = await enter('signer');
    expect(next).toBe('enrol-second-factor');
    for (const door of ['q/casework.list-tasks', 'q/access.get-second-factor', 'c/policy.sign-value', 'c/access.end-second-factor']) expect((await browser.post(door)).status, door).toBe(403);
    expect((await browser.post('c/session.second-factor', { code: '123456' })).body.code).toBe('access.finish-sign-in');
    expect((await browser.post('c/session.bind-second-factor', { code: '123456' })).body.code).toBe('second-factor.not-begun');
    await browser.post('c/access.begin-second-factor');
    expect((await browser.post('c/session.bind-second-factor', { code: '000000' })).body.code).toBe('second-factor.wrong-code');
    expect((await bind(browser)).next).toBe('none');
    expect(await browser.me()).toMatchObject({ next: 'none', posts: [{ role: 'standards-officer' }] });
    expect((await browser.post('c/access.end-second-factor')).body.code).toBe('second-factor.required');
  });

  test('登录以后才要求的：看照看，签批先要绑定', async () => {
    const { browser } = await enter('other');
    const proposal = await propose();
    office.settings(REQUIRED);
    expect(await browser.post('c/policy.sign-value', { proposal, agree: false })).toMatchObject({ status: 403, body: { code: 'access.second-factor-missing' } });
    expect((await sql('select state from city.parameter_proposal where id = $1', [proposal]))[0].state).toBe('waiting');
    await bind(browser);
    expect((await browser.post('c/policy.sign-value', { proposal, agree: false })).status).toBe(200);
  });

  test('过了时候再问一次；同一编号原样再送就办成，只办一次，什么也不用重写', async () => {
    const proposal = await propose();
    const two = await propose();
    office.settings(REQUIRED);
    const { browser } = await enter('signer');
    const { phone } = await bind(browser);
    expect((await browser.post('c/policy.sign-value', { proposal: two, agree: false })).status, 'fresh: not asked').toBe(200);
    await later(10);
    const body = { proposal, agree: false };
    const refusedOnce = await browser.post('c/policy.sign-value', body, 'the-very-same-key');
    expect(refusedOnce).toMatchObject({ status: 403, body: { code: 'access.second-factor-needed', title: expect.stringContaining('写好的都还在') } });
    expect((await sql('select state from city.parameter_proposal where id = $1', [proposal]))[0].state).toBe('waiting');
    const token = browser.ours.get('mz_session');
    expect((await browser.post('c/session.second-factor', { code: phone.code() })).status).toBe(200);
    expect(browser.ours.get('mz_session'), 'a page that is asking meanwhile is not signed out').toBe(token);
    expect(await browser.post('c/policy.sign-value', body, 'the-very-same-key')).toMatchObject({ status: 200, body: { signed: false } });
    expect(await browser.post('c/policy.sign-value', body, 'the-very-same-key')).toMatchObject({ status: 200, body: { signed: false } });
    expect(await sql(`select 1 from city.command_log where command = 'policy.sign-value' and id > (select max(command_id) from city.parameter_proposal where id = $1)`, [proposal])).toHaveLength(2);
  });

  test('一处验过，别处的会话不沾光', async () => {
    office.settings(REQUIRED);
    const { browser } = await enter('signer');
    const { phone } = await bind(browser);
    const elsewhere = await enter('signer');
    expect(await elsewhere.browser.post('q/casework.list-tasks')).toMatchObject({ status: 403 });
    await elsewhere.browser.post('c/session.second-factor', { code: phone.code() });
    await later(11);
    await browser.post('c/session.second-factor', { code: phone.code(1) });
    expect((await elsewhere.browser.post('c/policy.sign-value', { proposal: 1, agree: false })).body.code).toBe('access.second-factor-needed');
  });
});

describe('[S215] 验证码猜不得、重放不得，丢了有出路', () => {
  test('同一个验证码只用一次；早一步的旧码在新码之后不认；两处同时送只认一处', async () => {
    const { browser } = await enter('signer');
    const { phone } = await bind(browser);
    const [one, two] = [await enter('signer'), await enter('signer')];
    const code = phone.code();
    const both = await Promise.all([one, two].map(({ browser: at }) => at.post('c/session.second-factor', { code })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const third = await enter('signer');
    expect((await third.browser.post('c/session.second-factor', { code })).body.code).toBe('second-factor.wrong-code');
    expect((await third.browser.post('c/session.second-factor', { code: phone.code(-1) })).body.code).toBe('second-factor.wrong-code');
    expect((await third.browser.post('c/session.second-factor', { code: ` ${phone.code(1).replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? digit)} ` })).status, 'full width is forgiven').toBe(200);
    expect((await third.browser.post('c/session.second-factor', { code: phone.code(3) })).body.code, 'three steps ahead').toBe('second-factor.wrong-code');
  });

  test('错得太多就锁住，对的也不开；过了时候再开；同时乱猜也只数得到那么多', async () => {
    const { browser } = await enter('signer');
    const { phone, codes } = await bind(browser);
    const guesser = (await enter('signer')).browser;
    const guesses = await Promise.all(Array.from({ length: 9 }, (_, n) => guesser.post('c/session.second-factor', { code: `00000${n}` })));
    expect(guesses.filter(({ body }) => body.code === 'second-factor.wrong-code')).toHaveLength(5);
    expect(guesses.filter(({ body }) => body.code === 'second-factor.locked')).toHaveLength(4);
    expect(await sql(`select 1 from city.sign_in_record where kind = 'wrong-second-factor' and session_id = (select max(id) from city.session)`), 'each wrong one is on the record').toHaveLength(5);
    expect(await guesser.post('c/session.second-factor', { code: phone.code() })).toMatchObject({ status: 429, body: { code: 'second-factor.locked', title: expect.stringContaining('15 分钟') } });
    expect((await guesser.post('c/session.second-factor', { code: codes[0] })).status).toBe(429);
    await sql(`update city.second_factor_failure set at = at - interval '16 minutes'`);
    expect((await guesser.post('c/session.second-factor', { code: phone.code() })).status).toBe(200);
  });

  test('恢复码一个开一次，大小写、空格不计较；重新生成以后旧的作废', async () => {
    const { browser } = await enter('signer');
    const { codes } = await bind(browser);
    const one = await enter('signer');
    expect(await one.browser.post('c/session.second-factor', { code: codes[0]?.toLowerCase().replace('-', ' ') })).toMatchObject({ status: 200, body: { next: 'none', recoveryCodesLeft: 9 } });
    expect((await (await enter('signer')).browser.post('c/session.second-factor', { code: codes[0] })).body.code).toBe('second-factor.wrong-code');
    const renewed = await browser.post('c/session.renew-recovery-codes');
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await (await enter('signer')).browser.post('c/session.second-factor', { code: codes[1] })).body.code).toBe('second-factor.wrong-code');
    expect((await (await enter('signer')).browser.post('c/session.second-factor', { code: renewed.body.recoveryCodes[0] })).status).toBe(200);
    expect((await browser.post('q/access.get-second-factor')).body).toMatchObject({ held: true, codesLeft: 9, demanded: false });
  });

  test('手机丢了：管理员写明原因重置，那人的会话当场失效；不能重置自己的，外人不能', async () => {
    const lost = await enter('signer');
    await bind(lost.browser);
    const [{ id }] = await sql(`select id::int from city.account where login = 'signer'`);
    const [{ id: self }] = await sql(`select id::int from city.account where login = 'admin'`);
    const admin = (await enter('admin')).browser;
    const clerk = (await enter('clerk')).browser;
    expect((await clerk.post('c/access.reset-second-factor', { account: id, reason: '不相干' })).status).toBe(403);
    expect((await admin.post('c/access.reset-second-factor', { account: id, reason: ' ' })).status).toBe(400);
    expect((await admin.post('c/access.reset-second-factor', { account: self, reason: '自己的' })).body.code).toBe('second-factor.own');
    expect((await admin.post('c/access.reset-second-factor', { account: id, reason: '手机丢失，本人到场' })).status).toBe(200);
    expect((await lost.browser.me()).account).toBeNull();
    expect((await enter('signer')).next).toBe('none');
    expect(await sql(`select ended_because from city.second_factor where account_id = $1 order by id desc limit 1`, [id])).toEqual([{ ended_because: '手机丢失，本人到场' }]);
    expect(await sql(`select 1 from city.command_log where command = 'access.reset-second-factor'`)).toHaveLength(1);
    // it stands on the account's page, and on the holder's own
    expect((await admin.post('q/access.get-account', { account: id })).body.events[0]).toMatchObject({ kind: 'factor-reset', reason: '手机丢失，本人到场', by: 'administrator' });
    expect((await admin.post('c/access.reset-second-factor', { account: id, reason: '再按一次' })).body.code).toBe('second-factor.none');
    const [{ id: away }] = await sql(`insert into city.account (login, name, kind, command_id) values ('away', '外地', 'staff', 0) returning id::int`);
    expect((await admin.post('c/access.reset-second-factor', { account: away, reason: '不在辖区' })).status).toBe(404);
  });

  test('没有登录、居民、没有绑定：给验证码也不开什么', async () => {
    expect((await office.browser().post('c/session.second-factor', { code: '123456' })).body.code).toBe('access.sign-in-first');
    expect((await (await enter('clerk')).browser.post('c/session.second-factor', { code: '123456' })).body.code).toBe('second-factor.none');
    expect((await (await enter('clerk')).browser.post('c/session.renew-recovery-codes')).body.code).toBe('second-factor.none');
  });
});

test('[S215] 每一扇签批、付款的门都写明要再验', async () => {
  const { findDoors } = await import('../../src/server/find-doors.ts');
  const { commands } = await findDoors();
  for (const id of ['policy.sign-value', 'payroll.approve', 'payroll.confirm', 'payroll.send', 'items.sign-change', 'bulk.go', 'recognitions.end', 'dishonesty.record', 'access.end-second-factor', 'access.reset-second-factor']) expect(commands.get(id)?.stepUp, id).toBe(true);
});
