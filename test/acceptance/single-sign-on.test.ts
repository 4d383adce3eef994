import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openSignOnOffice, PASSWORD, type SignOnOffice, type TestBrowser } from '../harness/sign-on-office.ts';
import { inventedNumber } from '../access/plant.ts';
import { resident } from './people.ts';

const CHEN = inventedNumber(5001);
const LI = inventedNumber(5002);
const people = [
  { id: 'u-shiqi', title: '刘志敏', claims: { account_name: 'shiqi', name: '刘志敏' } },
  { id: 'u-admin', title: '罗敏仪', claims: { account_name: 'admin' } },
  { id: 'u-new', title: '新来的', claims: { account_name: 'nobody-here' } },
  { id: 'u-chen-as-staff', title: '居民的账号名', claims: { account_name: 'chen' } },
  { id: 'u-empty', title: '没有账号名', claims: {} },
  { id: 'p-chen', title: '陈秀英', claims: { id_number: CHEN, real_name: 'verified' } },
  { id: 'p-li', title: '李四', claims: { id_number: LI, real_name: 'verified' } },
  { id: 'p-half', title: '没有实名', claims: { id_number: CHEN, real_name: 'unverified' } },
  { id: 'p-none', title: '没有证号', claims: { real_name: 'verified' } },
  { id: 'p-stranger', title: '不在册', claims: { id_number: inventedNumber(5003), real_name: 'verified' } },
];
let office: SignOnOffice;
let chen: number;
const staffPage = (code: string): string => `/workbench/?refused=${code}`;
const without = (claims: Record<string, unknown>, name: string): Record<string, unknown> => Object.fromEntries(Object.entries(claims).filter(([one]) => one !== name));
const accountsOf = async (): Promise<number> => Number((await office.cities.owner.query('select count(*) from city_442000.account')).rows[0]?.count);

beforeAll(async () => {
  office = await openSignOnOffice(people);
  await office.clerk('shiqi', 'town-clerk', '442000001');
  await office.clerk('admin', 'administrator', '442000');
  chen = (await resident(office.cities, office.cities.zhongshan, '陈秀英', CHEN)).person ?? 0;
  await office.cities.owner.query(`update city_442000.account set login = 'chen' where person_id = $1`, [chen]);
  // 李四 is on the register and has never had an account
  const li = await resident(office.cities, office.cities.zhongshan, '李四', LI);
  await office.cities.owner.query('delete from city_442000.account where id = $1', [li.account?.id]);
}, 180_000);
afterAll(() => office?.close());
afterEach(() => { office.provider.tamper(undefined); office.settings(); });

const isNobody = async (browser: TestBrowser): Promise<void> => {
  expect((await browser.me()).account).toBeNull();
  expect(browser.ours.has('mz_session')).toBe(false);
};

describe('[S215] 工作人员由统一认证登录', () => {
  test('登录页说有哪些门；走一圈回来就是自己的账号和岗位；退出时统一认证一并退出', async () => {
    const browser = office.browser();
    expect((await browser.post('q/session.ways-in')).body).toMatchObject({ providers: [{ id: 'bureau', kind: 'staff', title: '统一认证' }, { id: 'province', kind: 'resident' }, {}, {}], passwords: { staff: 'all' } });
    const { status, to } = await browser.signOn('bureau', 'u-shiqi', '/workbench/cases/7?view=all');
    expect([status, to]).toEqual([303, '/workbench/cases/7?view=all']);
    expect(await browser.me()).toMatchObject({ account: { name: 'town-clerk', kind: 'staff' }, next: 'none', posts: [{ role: 'town-clerk', divisionName: '石岐区' }] });
    const { body } = await browser.post('c/session.sign-out');
    const out = new URL(body.to);
    expect(out.origin).toBe(office.provider.issuer);
    expect(out.searchParams.get('post_logout_redirect_uri')).toBe('http://127.0.0.1:8080/workbench/');
    expect(out.searchParams.get('id_token_hint')).toBeTruthy();
    await isNobody(browser);
  });

  test('由密码登录的，退出时不去统一认证；所记的身份凭据是密文', async () => {
    const browser = office.browser();
    await browser.post('c/session.sign-in', { city: '442000', name: 'shiqi', password: PASSWORD });
    expect((await browser.post('c/session.sign-out')).body).toEqual({ ok: true });
    await browser.signOn('bureau', 'u-shiqi');
    const { rows } = await office.cities.owner.query<{ id_token: Buffer }>('select id_token from city_442000.session_sign_on');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.id_token.toString('latin1')).not.toMatch(/eyJ|shiqi/);
  });

  test('没有账号的、居民账号、没说账号名的，一律不进，也不替他开户', async () => {
    const before = await accountsOf();
    for (const [who, code] of [['u-new', 'sso.unknown-account'], ['u-chen-as-staff', 'sso.unknown-account'], ['u-empty', 'sso.claim-missing']] as const) {
      const browser = office.browser();
      expect((await browser.signOn('bureau', who)).to).toBe(staffPage(code));
      await isNobody(browser);
    }
    expect(await accountsOf()).toBe(before);
    expect((await office.browser().post('q/session.ways-in', { refused: 'sso.unknown-account' })).body.refused.title).toContain('管理员先开通');
    expect((await office.browser().post('q/session.ways-in', { refused: 'sso.made-up' })).body.refused).toBeUndefined();
  });

  test('停用的账号，统一认证认得也不进', async () => {
    await office.cities.owner.query(`update city_442000.account set disabled = true where login = 'shiqi'`);
    expect((await office.browser().signOn('bureau', 'u-shiqi')).to).toBe(staffPage('sso.unknown-account'));
    await office.cities.owner.query(`update city_442000.account set disabled = false where login = 'shiqi'`);
  });
});

describe('[S215] 居民由省统一认证登录', () => {
  test('实名核验过的，凭证件号找到本人；第一次来的在册居民开一个没有密码的账号，只开一个', async () => {
    const browser = office.browser();
    expect((await browser.signOn('province', 'p-chen', '/my')).to).toBe('/my');
    expect(await browser.me()).toMatchObject({ account: { name: '陈秀英', kind: 'resident' }, posts: [] });
    const both = await Promise.all([office.browser().signOn('province', 'p-li', '/my'), office.browser().signOn('province', 'p-li', '/my')]);
    expect(both.map((one) => one.to)).toEqual(['/my', '/my']);
    const { rows } = await office.cities.owner.query(`select login, password, kind from city_442000.account where name = '李四'`);
    expect(rows).toMatchObject([{ password: null, kind: 'resident' }]);
    const { rows: signed } = await office.cities.owner.query(`select 1 from city_442000.command_log where command = 'access.open-resident-account'`);
    expect(signed).toHaveLength(1);
  });

  test('没有实名、没有证号、不在册：各说各的话，不开户', async () => {
    const before = await accountsOf();
    for (const [who, code] of [['p-half', 'sso.not-verified'], ['p-none', 'sso.claim-missing'], ['p-stranger', 'sso.not-registered']] as const) {
      const browser = office.browser();
      expect((await browser.signOn('province', who, '/my')).to).toBe(`/sign-in?refused=${code}`);
      await isNobody(browser);
    }
    expect(await accountsOf()).toBe(before);
  });

  test('省里的门不给工作人员的身份，单位的门不给居民的身份', async () => {
    expect((await office.browser().signOn('province', 'u-shiqi', '/my')).to).toBe('/sign-in?refused=sso.claim-missing');
    expect((await office.browser().signOn('bureau', 'p-chen')).to).toBe(staffPage('sso.claim-missing'));
  });
});

describe('[S215] 路上出了岔子，每一种都不开门，都说得清', () => {
  test('统一认证连不上；接入密钥不对；没有这种门', async () => {
    const browser = office.browser();
    expect(await browser.post('c/session.begin-sign-on', { provider: 'gone', backTo: '/workbench/' })).toMatchObject({ status: 503, body: { code: 'sso.provider-down' } });
    expect(await browser.post('c/session.begin-sign-on', { provider: 'none', backTo: '/workbench/' })).toMatchObject({ status: 404, body: { code: 'sso.no-such-provider' } });
    expect((await office.browser().signOn('stranger', 'u-shiqi')).to).toBe(staffPage('sso.not-trusted'));
  });

  test('登录以后只回本站', async () => {
    for (const backTo of ['https://evil.example/', '//evil.example/x', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)', 'workbench', '/a\\b', 'http://127.0.0.1:8080.evil.example/']) {
      const { status, body } = await office.browser().post('c/session.begin-sign-on', { provider: 'bureau', backTo });
      expect([backTo, status, body.code]).toEqual([backTo, 403, 'sso.foreign-return']);
    }
    const elsewhere = office.browser();
    const { body } = await elsewhere.post('c/session.begin-sign-on', { provider: 'bureau', backTo: '/workbench/' });
    const sent = new URL(body.to);
    expect([sent.searchParams.get('redirect_uri'), sent.searchParams.get('code_challenge_method'), sent.searchParams.get('response_type')]).toEqual(['http://127.0.0.1:8080/api/sso/back', 'S256', 'code']);
    sent.searchParams.set('redirect_uri', 'https://evil.example/back');
    expect(await elsewhere.atProvider(sent.href, 'u-shiqi')).not.toContain('code=');
  });

  test('同一条回来的路走第二遍：不开门', async () => {
    const browser = office.browser();
    const { back } = await browser.signOn('bureau', 'u-shiqi');
    const { body } = await browser.post('c/session.begin-sign-on', { provider: 'bureau', backTo: '/workbench/' });
    expect((await browser.get(back)).to, 'the state of an earlier attempt').toBe(staffPage('sso.other-browser'));
    const again = office.browser();
    const begun = await again.post('c/session.begin-sign-on', { provider: 'bureau', backTo: '/workbench/' });
    const cookie = again.ours.get('mz_sign_on') ?? '';
    const way = (await again.atProvider(begun.body.to, 'u-shiqi')).replace('http://127.0.0.1:8080', '');
    expect((await again.get(way)).to).toBe('/workbench/');
    again.ours.clear();
    again.ours.set('mz_sign_on', cookie);
    expect((await again.get(way)).to, 'the very same cookie and address').toBe(staffPage('sso.attempt-over'));
    await isNobody(again);
    expect(body.to).not.toBe(begun.body.to);
  });

  test('别人的浏览器、改过的 state、没有 state、过了时间', async () => {
    const victim = office.browser();
    const mine = office.browser();
    const begun = await mine.post('c/session.begin-sign-on', { provider: 'bureau', backTo: '/workbench/' });
    const way = (await mine.atProvider(begun.body.to, 'u-admin')).replace('http://127.0.0.1:8080', '');
    expect((await victim.get(way)).to, 'signed in as the attacker: never').toBe('/sign-in?refused=sso.other-browser');
    await victim.post('c/session.begin-sign-on', { provider: 'bureau', backTo: '/workbench/' });
    expect((await victim.get(way)).to).toBe(staffPage('sso.other-browser'));
    await isNobody(victim);
    const bent = office.browser();
    await bent.post('c/session.begin-sign-on', { provider: 'bureau', backTo: '/workbench/' });
    expect((await bent.get('/api/sso/back?code=abc')).to).toBe(staffPage('sso.other-browser'));
    const late = office.browser();
    const { body } = await late.post('c/session.begin-sign-on', { provider: 'bureau', backTo: '/workbench/' });
    const lateWay = (await late.atProvider(body.to, 'u-shiqi')).replace('http://127.0.0.1:8080', '');
    await office.cities.owner.query(`update city_442000.sign_on_attempt set expires_at = now() - interval '1 second'`);
    expect((await late.get(lateWay)).to).toBe(staffPage('sso.attempt-over'));
    await isNobody(late);
  });

  test('在统一认证那边取消；凭据已经用过或过了时间；换掉了凭据', async () => {
    expect((await office.browser().signOn('bureau', '')).to).toBe(staffPage('sso.cancelled'));
    const browser = office.browser();
    const { body } = await browser.post('c/session.begin-sign-on', { provider: 'bureau', backTo: '/workbench/' });
    const way = new URL(await browser.atProvider(body.to, 'u-shiqi'));
    way.searchParams.set('code', 'a-code-that-was-used');
    expect((await browser.get(`${way.pathname}${way.search}`)).to).toBe(staffPage('sso.code-over'));
  });

  test.each([
    ['不是给本平台的', (claims: Record<string, unknown>) => ({ ...claims, aud: 'another-platform' }), 'sso.wrong-audience'],
    ['不是为这一次出的', (claims: Record<string, unknown>) => ({ ...claims, nonce: 'of another attempt' }), 'sso.wrong-nonce'],
    ['没有 nonce', (claims: Record<string, unknown>) => without(claims, 'nonce'), 'sso.not-trusted'],
    ['过了期', (claims: Record<string, unknown>) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 31 }), 'sso.wrong-time'],
    ['还没有生效', (claims: Record<string, unknown>) => ({ ...claims, nbf: Math.floor(Date.now() / 1000) + 60 }), 'sso.wrong-time'],
    ['别的签发者', (claims: Record<string, unknown>) => ({ ...claims, iss: 'https://another.example' }), 'sso.not-trusted'],
    ['没有主体', (claims: Record<string, unknown>) => without(claims, 'sub'), 'sso.not-trusted'],
  ])('身份凭据%s：不开门', async (_name, change, code) => {
    office.provider.tamper(change);
    const browser = office.browser();
    expect((await browser.signOn('bureau', 'u-shiqi')).to).toBe(staffPage(code));
    await isNobody(browser);
  });

  test('别人的钥匙签的：不开门；两边的钟差在许可之内：照样开', async () => {
    office.provider.tamper((claims) => claims, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    expect((await office.browser().signOn('bureau', 'u-shiqi')).to).toBe(staffPage('sso.not-trusted'));
    office.provider.tamper((claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 20, iat: Math.floor(Date.now() / 1000) + 20 }));
    expect((await office.browser().signOn('bureau', 'u-shiqi')).to).toBe('/workbench/tasks');
  });
});

describe('[S215] 停用密码登录的城市', () => {
  const closed = { passwords: { staff: 'break-glass', residents: 'none' }, breakGlass: ['admin'] };

  test('密码只剩应急管理员能用；密码不对时不多说一句', async () => {
    office.settings(closed);
    const enter = async (name: string, password = PASSWORD) => (await office.browser().post('c/session.sign-in', { city: '442000', name, password }));
    expect(await enter('shiqi')).toMatchObject({ status: 403, body: { code: 'access.local-sign-in-off' } });
    expect(await enter('shiqi', 'wrong-password')).toMatchObject({ status: 401, body: { code: 'access.wrong-password' } });
    expect(await enter('admin')).toMatchObject({ status: 200 });
  });

  test('由统一认证进来以后，本地不再存密码；应急管理员的留着', async () => {
    office.settings(closed);
    await office.browser().signOn('bureau', 'u-shiqi');
    await office.browser().signOn('bureau', 'u-admin');
    const { rows } = await office.cities.owner.query(`select login, password is null as none from city_442000.account where login in ('shiqi', 'admin') order by login`);
    expect(rows).toEqual([{ login: 'admin', none: false }, { login: 'shiqi', none: true }]);
  });

  test('设置写坏了：启动时指明哪一处；运行中改坏，原来的继续有效', async () => {
    const { checkSignOnSettings, readSignOnSettings } = await import('../../src/kernel/access/sign-on-settings.ts');
    const { writeFileSync } = await import('node:fs');
    const file = `${office.cities.zhongshan.dataDir}/sign-on.json`;
    readSignOnSettings(office.cities.zhongshan);
    office.settings({ passwords: { staff: 'break-glass' }, breakGlass: [] });
    expect(() => checkSignOnSettings(file)).toThrow(/442000\.passwords.*break-glass account/);
    office.settings({ address: 'http://minzheng.example' });
    expect(() => checkSignOnSettings(file)).toThrow(/442000\.address.*https/);
    writeFileSync(file, '{ "442000": ');
    expect(() => checkSignOnSettings(file)).toThrow(/not JSON/);
    expect(readSignOnSettings(office.cities.zhongshan).providers.map((one) => one.id)).toContain('bureau');
  });
});
