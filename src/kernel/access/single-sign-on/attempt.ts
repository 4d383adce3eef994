import { createHash } from 'node:crypto';

/** What one attempt to sign in is recognised by, all drawn from one secret that only the browser holds. */
export interface Attempt { readonly state: string; readonly nonce: string; readonly verifier: string }

const derive = (what: string, secret: string): string => createHash('sha256').update(`${what} ${secret}`).digest('base64url');

/** state goes through the browser's address, nonce into the id token, the verifier (PKCE, RFC 7636) only to the provider's back door. Pure. */
export const attemptOf = (secret: string): Attempt => ({ state: derive('state', secret), nonce: derive('nonce', secret), verifier: derive('verifier', secret) });

/** The database keeps only this of an attempt. */
export const stateHash = (state: string): Buffer => createHash('sha256').update(state).digest();

/** Whether a path stays on this site: `/workbench/tasks`, never `//elsewhere`, `/\\elsewhere` or a whole address. Pure. */
export function staysHere(path: string, address: string): boolean {
  if (!/^\/(?![/\\])[^\\]*$/.test(path)) return false;
  try {
    return new URL(path, address).origin === new URL(address).origin;
  } catch {
    return false;
  }
}
