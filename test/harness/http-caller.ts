import { randomUUID } from 'node:crypto';

export interface HttpAnswer { readonly status: number; readonly body: Record<string, any>; readonly headers: Headers; readonly ms: number } // oxlint-disable-line typescript/no-explicit-any -- as it comes over the wire

/** Somebody at a browser: a cookie, and the three kinds of doors. Speaks real HTTP, so that any process behind the port may answer. */
export class HttpCaller {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) { this.#url = url; }

  static async signedIn(url: string, name: string, password: string, city?: string): Promise<HttpCaller> {
    const caller = new HttpCaller(url);
    const { status, body } = await caller.post('/api/c/session.sign-in', { name, password, ...(city ? { city } : {}) });
    if (status !== 200) throw new Error(`${name} cannot sign in: ${status} ${String(body['code'])}`);
    return caller;
  }

  /** The same session in another window, there or at another process. */
  twin(url = this.#url): HttpCaller {
    const twin = new HttpCaller(url);
    twin.#cookie = this.#cookie;
    return twin;
  }

  act(door: string, input: unknown, key: string = randomUUID()): Promise<HttpAnswer> { return this.post(`/api/c/${door}`, input, { 'idempotency-key': key }); }
  see(door: string, input: unknown = {}): Promise<HttpAnswer> { return this.post(`/api/q/${door}`, input); }

  async done(door: string, input: unknown): Promise<HttpAnswer['body']> {
    const { status, body } = await this.act(door, input);
    if (status !== 200) throw new Error(`${door}: ${status} ${String(body['code'])}`);
    return body;
  }

  post(path: string, input: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.#send(path, { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json', ...headers } });
  }

  /** A file taken away: its bytes are read and thrown away. */
  async take(door: string, input: unknown): Promise<{ status: number; bytes: number }> {
    const answer = await fetch(`${this.#url}/api/x/${door}`, { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json', 'x-csrf': '1', cookie: this.#cookie } });
    return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
  }

  upload(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<HttpAnswer> {
    const form = new FormData();
    form.append('file', new Blob([bytes], { type }), name);
    return this.#send('/api/files', { method: 'POST', body: form, headers: { 'idempotency-key': randomUUID() } });
  }

  async #send(path: string, init: { method: string; body: BodyInit; headers: Record<string, string> }): Promise<HttpAnswer> {
    const began = performance.now();
    const answer = await fetch(this.#url + path, { ...init, headers: { ...init.headers, 'x-csrf': '1', cookie: this.#cookie } });
    const text = await answer.text();
    const given = answer.headers.getSetCookie().find((one) => one.startsWith('mz_session='));
    if (given) this.#cookie = given.split(';')[0]!;
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) as HttpAnswer['body'] : { text: text.slice(0, 200) }, headers: answer.headers, ms: performance.now() - began };
  }
}
