import fc from 'fast-check';
import type { FuzzCity } from './fuzz-city.ts';
import { damaged, damages } from './hostile.ts';
import { inputsOf } from './draw-input.ts';

/** What is sent, as it goes over the wire. */
export interface Sent { readonly method: 'GET' | 'POST'; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly payload?: string | Buffer }
/** A door of the house and everything that may be thrown at it. */
export interface Route { readonly id: string; readonly inputs: fc.Arbitrary<Sent> }

const json = { 'content-type': 'application/json', 'x-csrf': '1' };
const csrf = { 'x-csrf': '1' };

/** Bodies that are no inputs at all. */
const rawBodies = fc.constantFrom<readonly [string, string]>(
  ['application/json', ''], ['application/json', '{'], ['application/json', 'null'], ['application/json', '[]'], ['application/json', '"text"'], ['application/json', '{"__proto__":{"x":1}}'], ['application/json', '{"constructor":{"prototype":{"x":1}}}'],
  ['application/json', '['.repeat(100_000)], ['application/json', '{"a":1e999}'], ['text/plain', 'hallo'], ['application/x-www-form-urlencoded', 'caseId=1'], ['multipart/form-data', 'no boundary'], ['application/octet-stream', '\u0000'], ['nonsense', 'x'],
  ['application/json', `{"a":"${'民'.repeat(900_000)}"}`],
);

/** Every command, query and download there is, found as the server finds them, and every plain route beside them. */
export function listRoutes(city: FuzzCity): Route[] {
  const { doors, pool } = city;
  const of = (prefix: 'c' | 'q' | 'x', all: ReadonlyMap<string, { id: string; input: Parameters<typeof inputsOf>[0] }>): Route[] =>
    [...all.values()].map((door) => ({ id: `${prefix}/${door.id}`, inputs: doorInputs(`/api/${prefix}/${door.id}`, inputsOf(door.input, pool), pool.given.get(door.id) ?? []) }));
  return [...of('c', doors.commands), ...of('q', doors.queries), ...of('x', doors.downloads), ...plainRoutes(city)];
}

function doorInputs(url: string, fromSchema: fc.Arbitrary<unknown>, given: readonly unknown[]): fc.Arbitrary<Sent> {
  const start = given.length === 0 ? fromSchema : fc.oneof(fromSchema, fc.constantFrom(...given));
  const keys = fc.oneof({ weight: 20, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom('the-same-key', 'short', '', 'x'.repeat(101), 'é'.repeat(20)) });
  const proper = fc.tuple(start, damages, keys).map(([input, wrongs, key]): Sent => ({ method: 'POST', url, headers: { ...json, 'idempotency-key': key }, payload: JSON.stringify(damaged(input, wrongs)) ?? 'null' }));
  const raw = rawBodies.map(([type, payload]): Sent => ({ method: 'POST', url, headers: { 'content-type': type, 'x-csrf': '1', 'idempotency-key': 'a-key-of-a-raw-body' }, payload }));
  const foreign = start.map((input): Sent => ({ method: 'POST', url, headers: { 'content-type': 'application/json', 'idempotency-key': 'another-site' }, payload: JSON.stringify(input) ?? 'null' }));
  return fc.oneof({ weight: 30, arbitrary: proper }, { weight: 2, arbitrary: raw }, { weight: 1, arbitrary: foreign });
}

/** Where `app.printRoutes()` shows a door that is neither command, query nor download; the test compares. */
export const PLAIN = ['/healthz', '/openapi.json', '/api/c/session.sign-in', '/api/c/session.sign-out', '/api/c/session.take-post', '/api/c/session.change-password', '/api/q/session.me', '/api/q/session.ways-in', '/api/c/session.begin-sign-on', '/api/sso/back', '/api/c/session.second-factor', '/api/c/session.bind-second-factor', '/api/c/session.renew-recovery-codes', '/api/files', '/api/files/:id', '(pages)'] as const;

function plainRoutes(city: FuzzCity): Route[] {
  const body = (input: fc.Arbitrary<unknown>, url: string, headers: Record<string, string> = {}): fc.Arbitrary<Sent> =>
    fc.oneof({ weight: 6, arbitrary: fc.tuple(input, damages).map(([one, wrongs]): Sent => ({ method: 'POST', url, headers: { ...json, ...headers }, payload: JSON.stringify(damaged(one, wrongs)) ?? 'null' })) },
      { weight: 1, arbitrary: rawBodies.map(([type, payload]): Sent => ({ method: 'POST', url, headers: { 'content-type': type, 'x-csrf': '1', ...headers }, payload })) });
  const get = (url: fc.Arbitrary<string>): fc.Arbitrary<Sent> => url.map((one): Sent => ({ method: 'GET', url: one, headers: {} }));
  // a stranger's cookie, so that nobody of the planted city is signed out
  const stranger = { cookie: 'mz_session=442000.nobody' };
  const files = city.pool.ids.get('stored_file') ?? [1];
  const tail = fc.oneof(fc.constantFrom('1', '0', '-1', 'abc', '1.5', '2147483648', '9007199254740992', '1e3', '%00', '%zz', '..%2f', '1%00', ' ', 'NaN', 'Infinity', '民'), fc.constantFrom(...files).map(String));
  const path = fc.oneof(fc.constantFrom('/', '/workbench/', '/workbench/tasks', '/api/', '/api/c/', '/api/q/none', '/%00', '/%', '/..%2f..%2fetc/passwd', '//', '/api/files/', '/favicon.ico', `/${'a'.repeat(5000)}`, '/openapi.json?x=%00', '/healthz?x=1'), fc.webPath().map((one) => `/${one.replace(/^\/+/, '')}`));
  return [
    { id: '/healthz', inputs: get(fc.constant('/healthz')) }, { id: '/openapi.json', inputs: get(fc.constant('/openapi.json')) },
    { id: '/api/c/session.sign-in', inputs: body(fc.record({ city: fc.constantFrom('442000', '440100', '999999'), name: fc.constantFrom('no-such', 'nobody\u0000', '陈'), password: fc.constantFrom('wrong', '\u0000') }, { requiredKeys: ['name', 'password'], noNullPrototype: true }), '/api/c/session.sign-in') },
    { id: '/api/c/session.sign-out', inputs: body(fc.constant({}), '/api/c/session.sign-out', stranger) },
    { id: '/api/c/session.take-post', inputs: body(fc.record({ post: fc.integer() }, { noNullPrototype: true }), '/api/c/session.take-post', stranger) },
    { id: '/api/c/session.change-password', inputs: body(fc.record({ old: fc.string(), fresh: fc.string() }, { requiredKeys: ['fresh'], noNullPrototype: true }), '/api/c/session.change-password', { ...stranger, 'idempotency-key': 'a-change-of-nobody' }) },
    { id: '/api/q/session.me', inputs: body(fc.constant({}), '/api/q/session.me') },
    { id: '/api/q/session.ways-in', inputs: body(fc.record({ refused: fc.constantFrom('sso.not-trusted', 'access.bad-id', '__proto__', 'x') }, { requiredKeys: [], noNullPrototype: true }), '/api/q/session.ways-in') },
    { id: '/api/c/session.begin-sign-on', inputs: body(fc.record({ city: fc.constantFrom('442000', '999999'), provider: fc.constantFrom('none', '__proto__'), backTo: fc.constantFrom('/', '//x', '/\\x') }, { noNullPrototype: true }), '/api/c/session.begin-sign-on') },
    { id: '/api/sso/back', inputs: fc.tuple(fc.constantFrom('', 'code=1&state=2', 'state=%00', 'error=%zz&error=1', 'iss=民', 'state[]=1&__proto__=2'), fc.constantFrom('', 'mz_sign_on=442000.x.y', 'mz_sign_on=999999.x.y', 'mz_sign_on=...', 'mz_sign_on=442000.__proto__.%00')).map(([query, cookie]): Sent => ({ method: 'GET', url: `/api/sso/back?${query}`, headers: cookie === '' ? {} : { cookie } })) },
    ...['second-factor', 'bind-second-factor', 'renew-recovery-codes'].map((step) => ({ id: `/api/c/session.${step}`, inputs: body(fc.record({ code: fc.constantFrom('000000', '１２３４５６', 'AAAAA-AAAAA', '') }, { requiredKeys: [], noNullPrototype: true }), `/api/c/session.${step}`, { ...stranger, 'idempotency-key': 'a-stranger-guesses' }) })),
    { id: '/api/files', inputs: uploads }, { id: '/api/files/:id', inputs: get(tail.map((id) => `/api/files/${id}`)) }, { id: '(pages)', inputs: get(path) },
  ];
}

const BOUNDARY = 'fuzz-boundary';
const uploads: fc.Arbitrary<Sent> = fc.record({
  field: fc.constantFrom('file', '', '民', 'a"b', '__proto__', 'toString'), name: fc.constantFrom('a.pdf', '', '身份证.jpg', '../../x', 'a\u0000b', `${'长'.repeat(400)}.png`, 'x.exe', '👨‍👩‍👧.svg', '\uD800'),
  type: fc.constantFrom('image/png', 'application/pdf', 'text/html', '', 'x'.repeat(300), 'image/svg+xml', 'a/b\u0000'), bytes: fc.oneof(fc.constantFrom('', 'x', '\u0000'.repeat(50), '民'.repeat(20_000)), fc.string({ unit: 'binary' })),
  end: fc.constantFrom(`\r\n--${BOUNDARY}--\r\n`, '', `\r\n--${BOUNDARY}\r\n`), type2: fc.constantFrom(`multipart/form-data; boundary=${BOUNDARY}`, `multipart/form-data; boundary=${BOUNDARY}`, 'multipart/form-data', 'application/json'), twice: fc.boolean(), key: fc.option(fc.uuid(), { nil: undefined }),
}).map(({ field, name, type, bytes, end, type2, twice, key }): Sent => {
  const part = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${bytes}`;
  return { method: 'POST', url: '/api/files', headers: { ...csrf, 'content-type': type2, ...(key ? { 'idempotency-key': key } : {}) }, payload: Buffer.from(`${part}${twice ? `\r\n${part}` : ''}${end}`) };
});
