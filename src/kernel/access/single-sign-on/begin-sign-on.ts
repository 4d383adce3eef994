import { randomBytes } from 'node:crypto';
import * as oidc from 'openid-client';
import { refused, type Refused } from '../../contract/refusal.ts';
import type { City } from '../../db/city.ts';
import { asNobody } from '../sessions.ts';
import { readSignOnSettings, type ProviderSettings, type SignOnSettings } from '../sign-on-settings.ts';
import { attemptOf, stateHash, staysHere } from './attempt.ts';
import { meetProvider } from './identity-provider.ts';
import { readFault } from './read-fault.ts';

/** Long enough to type a password and read a text message at the provider's. */
export const ATTEMPT_MINUTES = 10;
/** Where every provider sends people back to; registered with it. */
export const BACK = '/api/sso/back';
export const addressOf = (settings: SignOnSettings, path: string): string => new URL(path, settings.address).href;

/** A way in that was begun: where the browser goes, and the secret it keeps to be known again. */
export type Begun = { readonly ok: true; readonly to: string; readonly secret: string } | { readonly ok: false; readonly refused: Refused };

/** Begins a sign-in at a provider (authorisation code with PKCE). Refuses a provider not configured, a return to another site, a provider that is down. */
export async function beginSignOn(city: City, providerId: string, backTo: string): Promise<Begun> {
  const settings = readSignOnSettings(city);
  const provider = settings.providers.find((one) => one.id === providerId);
  if (!provider) return { ok: false, refused: refused('sso.no-such-provider') };
  if (!staysHere(backTo, addressOf(settings, '/'))) return { ok: false, refused: refused('sso.foreign-return') };
  const secret = randomBytes(32).toString('base64url');
  const { state, nonce, verifier } = attemptOf(secret);
  try {
    const to = oidc.buildAuthorizationUrl(await meetProvider(provider), {
      redirect_uri: addressOf(settings, BACK), scope: provider.scope, state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    await asNobody(city, (tx) => tx.run('select open_sign_on_attempt($1, $2, $3, make_interval(mins => $4))', [stateHash(state), provider.id, backTo, ATTEMPT_MINUTES]));
    return { ok: true, to: to.href, secret };
  } catch (error) {
    return { ok: false, refused: refused(faultOf(error)) };
  }
}

/** The refusal a fault is; a defect of ours is thrown on. */
export function faultOf(error: unknown): string {
  const code = readFault(error);
  if (code === undefined) throw error;
  return code;
}

/** The ways in a city offers: whose button, and whether a password opens the door. */
export function listWaysIn(settings: SignOnSettings): { providers: Pick<ProviderSettings, 'id' | 'kind' | 'title'>[]; passwords: SignOnSettings['passwords'] } {
  return { providers: settings.providers.map(({ id, kind, title }) => ({ id, kind, title })), passwords: settings.passwords };
}
