import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type OidcContext } from 'oidc-provider';
import { choosePage, leavePage, plainPage } from './pages.ts';

/** Somebody the provider knows. What it tells of them is `claims`; `title` is what the page of the simulator calls them. */
export interface KnownPerson { readonly id: string; readonly title: string; readonly claims: Readonly<Record<string, unknown>> }
/** A platform that may ask: its name and secret, and the only addresses it may be sent back to. */
export interface KnownClient { readonly id: string; readonly secret: string; readonly backTo: readonly string[]; readonly leaveTo: readonly string[] }

export interface IdentityProviderOptions {
  readonly title: string;
  readonly people: readonly KnownPerson[];
  readonly clients: readonly KnownClient[];
  readonly port?: number;
  /** How long a code may be exchanged, in seconds. */
  readonly codeSeconds?: number;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Changes the claims of every id token before it is signed; for what an honest provider would never send. Undefined: honest again. */
  tamper(change: ((claims: Record<string, unknown>) => Record<string, unknown>) | undefined, key?: KeyObject): void;
  stop(): Promise<void>;
}

/**
 * A provider of identities by OpenID Connect, for trying and testing: the certified package oidc-provider with invented people, whom the page lets one
 * choose without a password. It stands for the bureau's 统一认证 and for the province's.
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(options.port ?? 0, '127.0.0.1', resolve); });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, configurationOf(options, privateKey));
  let tampering: { change: (claims: Record<string, unknown>) => Record<string, unknown>; key: KeyObject } | undefined;
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (tampering && context.path === '/token' && body?.id_token) body.id_token = signAgain(body.id_token, tampering.change, tampering.key);
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) interact(provider, options, request, response).catch(() => plainPage(response, options.title, '这次登录已经过了时间，请回到原来的网站重新登录。'));
    else provider.callback()(request, response);
  });
  return {
    issuer,
    tamper(change, key = privateKey) { tampering = change && { change, key }; },
    stop: () => stop(server),
  };
}

const stop = (server: Server): Promise<void> => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); });

function configurationOf({ people, clients, title, codeSeconds = 60 }: IdentityProviderOptions, key: KeyObject): object {
  const claims = [...new Set(people.flatMap((person) => Object.keys(person.claims)))];
  const hour = 3600;
  return {
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'simulator', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    clients: clients.map((client) => ({ client_id: client.id, client_secret: client.secret, redirect_uris: client.backTo, post_logout_redirect_uris: client.leaveTo, grant_types: ['authorization_code'], response_types: ['code'] })),
    scopes: ['openid', 'identity'], claims: { openid: ['sub'], identity: claims },
    // what is told is told with the token; a client that asks the userinfo address gets the same
    conformIdTokenClaims: false,
    ttl: { AuthorizationCode: codeSeconds, AccessToken: hour, IdToken: hour, Interaction: hour, Session: hour, Grant: hour },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: (context: OidcContext, form: string) => leavePage(context, title, form), postLogoutSuccessSource: (context: OidcContext) => { context.body = '已退出。'; } },
    },
    interactions: { url: (_context: OidcContext, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    async findAccount(_context: OidcContext, id: string) {
      const person = people.find((one) => one.id === id);
      return person && { accountId: id, claims: async () => ({ sub: id, ...person.claims }) };
    },
    // the platform is the bureau's own: nobody is asked whether it may know who signed in
    loadExistingGrant: grantFor,
    renderError: (context: OidcContext, out: { error: string }) => { context.type = 'html'; context.body = `统一认证没有接受这次请求：${/^[a-z_]+$/.test(out.error) ? out.error : 'error'}`; },
  };
}

/** Everything a platform asks for is granted at once. */
async function grantFor({ oidc }: OidcContext): Promise<unknown> {
  const known = oidc.result?.consent?.grantId ?? oidc.session.grantIdFor(oidc.client.clientId);
  if (known) return oidc.provider.Grant.find(known);
  const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope('openid identity');
  await grant.save();
  return grant;
}

/** The page on which one says who one is: a choice of invented people. */
async function interact(provider: Provider, { title, people }: IdentityProviderOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return choosePage(response, title, people);
  const chosen = new URLSearchParams(await readText(request)).get('who');
  const result = people.some((person) => person.id === chosen) ? { login: { accountId: chosen } } : { error: 'access_denied', error_description: 'cancelled' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** An id token with other claims, signed like the first (RS256), or with a key that is not the provider's. */
function signAgain(token: string, change: (claims: Record<string, unknown>) => Record<string, unknown>, key: KeyObject): string {
  const [head = '', body = ''] = token.split('.');
  const claims = change(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>);
  const signed = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}
