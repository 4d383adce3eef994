import * as oidc from 'openid-client';
import { Refusal } from '../../contract/refusal.ts';
import type { City } from '../../db/city.ts';
import { asNobody, digest, openSession, type SignedIn } from '../sessions.ts';
import type { Whence } from '../sign-in-record.ts';
import { mayUsePassword, readSignOnSettings, type ProviderSettings, type SignOnSettings } from '../sign-on-settings.ts';
import { attemptOf, stateHash } from './attempt.ts';
import { addressOf, BACK, faultOf } from './begin-sign-on.ts';
import { findSignOnAccount } from './find-sign-on-account.ts';
import { meetProvider } from './identity-provider.ts';

/** What came back from a provider: signed in and where to, or the code of a plain refusal. */
export type Completed = { readonly ok: true; readonly signedIn: SignedIn; readonly backTo: string } | { readonly ok: false; readonly code: string };

/**
 * The way back from a provider. `secret` is what the browser kept, `query` what the provider sent with it. Each attempt opens the door once, for the browser
 * that began it; everything the provider says is checked before it is believed.
 */
export async function completeSignOn(city: City, secret: string, query: URLSearchParams, whence: Whence): Promise<Completed> {
  const settings = readSignOnSettings(city);
  const attempt = attemptOf(secret);
  if (query.get('state') !== attempt.state) return { ok: false, code: 'sso.other-browser' };
  const begun = await asNobody(city, (tx) => tx.find<{ provider: string; back_to: string }>('select * from take_sign_on_attempt($1)', [stateHash(attempt.state)]));
  if (!begun) return { ok: false, code: 'sso.attempt-over' };
  const provider = settings.providers.find((one) => one.id === begun.provider);
  if (!provider) return { ok: false, code: 'sso.no-such-provider' };
  try {
    const { claims, idToken } = await exchange(settings, provider, attempt, query);
    const account = await findSignOnAccount(city, provider, claims);
    // who comes by a provider has no password here to be changed
    const signedIn = await openSession(city, account.id, ['change-password'], whence);
    await asNobody(city, async (tx) => {
      await tx.run('select note_session_sign_on($1, $2, $3)', [digest(signedIn.token), provider.id, city.keys.seal(idToken).cipher]);
      if (!mayUsePassword(settings, account)) await tx.run('select forget_password($1)', [account.id]);
    });
    return { ok: true, signedIn, backTo: begun.back_to };
  } catch (error) {
    return { ok: false, code: error instanceof Refusal ? error.refused.code : faultOf(error) };
  }
}

/** Code against token: signature, issuer, audience, nonce and time are checked by the library; what the token leaves out is asked for. */
async function exchange(settings: SignOnSettings, provider: ProviderSettings, { state, nonce, verifier }: { state: string; nonce: string; verifier: string }, query: URLSearchParams): Promise<{ claims: Readonly<Record<string, unknown>>; idToken: string }> {
  const configuration = await meetProvider(provider);
  const back = new URL(`${addressOf(settings, BACK)}?${query.toString()}`);
  const tokens = await oidc.authorizationCodeGrant(configuration, back, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
  const told = tokens.claims();
  if (!told || !tokens.id_token) throw new Refusal('sso.not-trusted');
  const wanted = provider.kind === 'staff' ? [provider.accountClaim] : [provider.idNumberClaim, provider.verified.claim];
  const more = wanted.every((claim) => told[claim] !== undefined) || !configuration.serverMetadata().userinfo_endpoint ? {} : await oidc.fetchUserInfo(configuration, tokens.access_token, told.sub);
  return { claims: { ...more, ...told }, idToken: tokens.id_token };
}
