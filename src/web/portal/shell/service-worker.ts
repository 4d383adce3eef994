/** What a service worker is given; the page's own types know nothing of it. */
interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Asking extends Lasting { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Keeper {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  addEventListener(kind: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', hear: (event: Asking) => void): void;
  addEventListener(kind: 'message', hear: (event: Lasting & { readonly data: unknown }) => void): void;
}

const worker = globalThis as unknown as Keeper;
/** One store a build: what an older build left is thrown away when no page of it is open any more. */
const STORE = 'portal-{build}';
/** Any address that is no page of its own: the bare document, without the first page's question and nobody's marks. */
const BARE = '/-';

/**
 * So that a page reloaded without a line still opens and shows what was being written. Kept are the document without anybody's data and files whose name bears
 * the digest of their content; answers of the server never. The document is always asked for anew and taken from the store only when no answer comes.
 */
worker.addEventListener('install', (event) => { event.waitUntil(fetch(BARE, { credentials: 'omit', cache: 'no-store' }).then(async (document) => (await caches.open(STORE)).put(BARE, document))); });

worker.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('portal-') && name !== STORE) await caches.delete(name);
    await worker.clients.claim();
  })());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || /^\/(workbench|api)(\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(async () => (await fromStore(BARE)) ?? Response.error()));
  else if (pathname.startsWith('/assets/')) event.respondWith(fetchOnce(request));
});

/** The page tells what it was made of before we were there. */
worker.addEventListener('message', (event) => {
  const files = Array.isArray(event.data) ? event.data.filter((one): one is string => typeof one === 'string' && one.startsWith('/assets/')) : [];
  event.waitUntil(Promise.all(files.map((file) => fetchOnce(new Request(file)).catch(() => undefined))));
});

const fromStore = async (what: Request | string): Promise<Response | undefined> => (await caches.open(STORE)).match(what, { ignoreVary: true });

/** A file that never changes: from the store, else from the server and kept. */
async function fetchOnce(request: Request): Promise<Response> {
  const kept = await fromStore(request.url);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(STORE)).put(request.url, answer.clone());
  return answer;
}
