import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, command, keyFor, query } from './api-client.ts';

const answer = (status: number, body: string) => vi.fn<typeof fetch>(async () => new Response(body, { status }));
const problemOf = async (run: () => Promise<unknown>) => run().then(() => undefined, (problem: unknown) => (problem instanceof ApiProblem ? problem : undefined));
afterEach(() => vi.unstubAllGlobals());

describe('两扇门', () => {
  it('读：POST /api/q/<id>，带 x-csrf，回答原样', async () => {
    const fetched = answer(200, '{"items":[]}');
    vi.stubGlobal('fetch', fetched);
    expect(await query('search.suggest', { text: '陈' })).toEqual({ items: [] });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/q/search.suggest');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"text":"陈"}', headers: { 'x-csrf': '1', 'content-type': 'application/json' } });
  });
  it('写：每次都有幂等号，给定的号原样用', async () => {
    const fetched = answer(200, 'null');
    vi.stubGlobal('fetch', fetched);
    await command('clock.move', { to: '2014-11-04' }, { key: 'k1' });
    await command('clock.move', { to: '2014-11-04' });
    const keys = fetched.mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key'));
    expect(keys[0]).toBe('k1');
    expect(keys[1]).toMatch(/^[0-9a-f]{32}$/);
  });
  it('没有答复的 204 也算成功', async () => {
    vi.stubGlobal('fetch', vi.fn<typeof fetch>(async () => new Response(null, { status: 204 })));
    expect(await command('session.sign-out', {})).toBeNull();
  });
});

describe('不行的时候', () => {
  it('服务器的话原样给出，字段错误留着', async () => {
    vi.stubGlobal('fetch', answer(422, JSON.stringify({ code: 'form.invalid', title: '还差一样。', status: 422, fields: [{ path: 'members.1.idNumber', code: 'id.length', sentence: '身份证号要 18 位，现在是 17 位。' }] })));
    const problem = await problemOf(() => command('case.open', {}));
    expect(problem).toMatchObject({ code: 'form.invalid', title: '还差一样。', status: 422 });
    expect(problem?.fields[0]?.path).toBe('members.1.idNumber');
  });
  it('网断了：说没有存上、写的都在', async () => {
    vi.stubGlobal('fetch', vi.fn<typeof fetch>(async () => { throw new TypeError('failed to fetch'); }));
    expect(await problemOf(() => command('case.open', {}))).toMatchObject({ code: 'network.unreachable', status: 0, title: '没有存上。您写的都还在这里，请再按一次。' });
  });
  it('代理回了一页网页：不当成答案', async () => {
    vi.stubGlobal('fetch', answer(200, '<html>'));
    expect(await problemOf(() => query('session.me'))).toMatchObject({ code: 'server.unexpected', status: 200 });
    vi.stubGlobal('fetch', answer(502, '<html>'));
    expect(await problemOf(() => query('session.me'))).toMatchObject({ code: 'server.unexpected', status: 502 });
  });
});

it('同一份内容再按一次用同一个号，内容改了换新号', () => {
  const attempt: { current: { digest: string; key: string } | undefined } = { current: undefined };
  const first = keyFor(attempt, { to: '2014-11-04' });
  expect(keyFor(attempt, { to: '2014-11-04' })).toBe(first);
  expect(keyFor(attempt, { to: '2014-11-05' })).not.toBe(first);
});
