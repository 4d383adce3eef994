import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import { mayEnter } from './may-enter.ts';
import { hashPassword } from './password.ts';
import { callerOf, finishStep, openSession, signIn, takePost, type SignedIn } from './sessions.ts';
import { nextStep } from './sign-in-steps.ts';

const PASSWORD = '山高月小水落石出';
const HERE = { address: '10.1.1.1', device: 'Windows 电脑，Edge' };
let cities: TestCities;
let account: number;
let login: string;
const must = async (on: boolean) => cities.owner.query('update city_442000.account set must_change_password = $2 where id = $1', [account, on]);
const enter = async (): Promise<SignedIn> => {
  const outcome = await signIn(cities.zhongshan, login, PASSWORD, HERE);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome;
};

beforeAll(async () => {
  cities = await openTestCities();
  const clerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000001');
  account = clerk.account?.id ?? 0;
  const { rows: [row] } = await cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [await hashPassword(PASSWORD), account]);
  login = row?.login ?? '';
});
afterAll(() => cities.close());

test('第二个凭证先问，再换密码，最后才是绑定', () => {
  expect(nextStep({ passwordDue: true, secondFactor: 'held' }, [])).toBe('second-factor');
  expect(nextStep({ passwordDue: true, secondFactor: 'held' }, ['second-factor'])).toBe('change-password');
  expect(nextStep({ passwordDue: true, secondFactor: 'to-enrol' }, ['change-password'])).toBe('enrol-second-factor');
  expect(nextStep({ passwordDue: false, secondFactor: 'not-needed' }, [])).toBe('none');
});

describe('登录没有走完的会话', () => {
  test('没有岗位、没有辖区，只进得了写明这一步的门；人人可进的门照样开', async () => {
    await must(true);
    const { token, next } = await enter();
    expect(next).toBe('change-password');
    const caller = await callerOf(cities.zhongshan, token);
    expect(caller).toMatchObject({ account: { id: account }, post: null, posts: [], person: null, divisions: [], next: 'change-password' });
    for (const allow of [{ staff: true }, { residents: true }, { roles: ['town-clerk'] }, { during: ['second-factor'] as const }]) expect(mayEnter(allow, caller)).toEqual({ code: 'access.finish-sign-in' });
    expect(mayEnter({ during: ['change-password'] }, caller)).toBeUndefined();
    expect(mayEnter({ anyone: true }, caller)).toBeUndefined();
  });

  test('走完一步换一个密钥，旧的什么也打不开；还差一步就还在门外', async () => {
    await must(true);
    const { token } = await enter();
    const half = await finishStep(cities.zhongshan, token, 'second-factor');
    expect(half?.next).toBe('change-password');
    const done = await finishStep(cities.zhongshan, half?.token ?? '', 'change-password');
    expect(done?.next).toBe('none');
    expect((await callerOf(cities.zhongshan, token)).account).toBeNull();
    expect(await callerOf(cities.zhongshan, done?.token)).toMatchObject({ account: { id: account }, post: { role: 'town-clerk' } });
    expect(await finishStep(cities.zhongshan, token, 'change-password')).toBeUndefined();
  });

  test('单点登录进来的不问密码', async () => {
    await must(true);
    expect((await openSession(cities.zhongshan, account, ['change-password'], HERE)).next).toBe('none');
  });
});

describe('会话', () => {
  test('换岗位换密钥；不是自己的岗位换不成，密钥不动', async () => {
    await must(false);
    const { token } = await enter();
    const { post } = await callerOf(cities.zhongshan, token);
    const taken = await takePost(cities.zhongshan, token, post?.id ?? 0);
    expect((await callerOf(cities.zhongshan, token)).account).toBeNull();
    expect(await takePost(cities.zhongshan, taken?.token ?? '', 999_999)).toBeUndefined();
    expect((await callerOf(cities.zhongshan, taken?.token)).post?.id).toBe(post?.id);
  });

  test('放着不动到时失效，一直在用也有尽头', async () => {
    await must(false);
    const { token } = await enter();
    await cities.owner.query(`update city_442000.session set last_seen = now() - interval '59 minutes' where account_id = $1`, [account]);
    expect((await callerOf(cities.zhongshan, token)).account).not.toBeNull();
    const { rows: [seen] } = await cities.owner.query(`select max(last_seen) > now() - interval '1 minute' as fresh from city_442000.session where account_id = $1`, [account]);
    expect(seen).toEqual({ fresh: true });
    await cities.owner.query(`update city_442000.session set last_seen = now() - interval '61 minutes' where account_id = $1`, [account]);
    expect((await callerOf(cities.zhongshan, token)).account).toBeNull();
    const busy = await enter();
    await cities.owner.query(`update city_442000.session set expires_at = now() - interval '1 second' where account_id = $1`, [account]);
    expect((await callerOf(cities.zhongshan, busy.token)).account).toBeNull();
  });
});
