import * as oidc from 'openid-client';
import { secretOf, type ProviderSettings } from '../sign-on-settings.ts';

/** A provider that does not answer within so many seconds is down. */
const PATIENCE_SECONDS = 8;
/** What a provider says of itself (addresses, keys) is asked again after so long. */
const KEEP_MS = 10 * 60_000;

const met = new Map<string, { readonly until: number; readonly configuration: Promise<oidc.Configuration> }>();

/**
 * What a provider says of itself, asked once and kept for a while. The id token is checked for its signature as well as its claims; plain http is for a
 * provider on this very machine. Throws what `readFault` reads.
 */
export function meetProvider(provider: ProviderSettings): Promise<oidc.Configuration> {
  const key = JSON.stringify(provider);
  const known = met.get(key);
  if (known && known.until > performance.now()) return known.configuration;
  const execute = [oidc.enableNonRepudiationChecks, ...(provider.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [])];
  const configuration = oidc.discovery(new URL(provider.issuer), provider.clientId,
    { client_secret: secretOf(provider), [oidc.clockTolerance]: provider.clockToleranceSeconds }, undefined, { execute, timeout: PATIENCE_SECONDS });
  met.set(key, { until: performance.now() + KEEP_MS, configuration });
  configuration.catch(() => met.delete(key));
  return configuration;
}
