import * as oidc from 'openid-client';
import type { City } from '../../db/city.ts';
import { asNobody, digest } from '../sessions.ts';
import { readSignOnSettings } from '../sign-on-settings.ts';
import { addressOf } from './begin-sign-on.ts';
import { meetProvider } from './identity-provider.ts';

/** Where a browser goes to leave the provider as well, for a session that came by one. Read before the session is closed. A provider that is down keeps nobody in. */
export async function findWayOut(city: City, token: string): Promise<string | undefined> {
  const came = await asNobody(city, (tx) => tx.find<{ provider: string; id_token: Buffer }>('select * from session_sign_on_of($1)', [digest(token)]));
  const settings = readSignOnSettings(city);
  const provider = came && settings.providers.find((one) => one.id === came.provider);
  if (!provider) return undefined;
  try {
    const configuration = await meetProvider(provider);
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(configuration, { id_token_hint: city.keys.open(came.id_token), post_logout_redirect_uri: addressOf(settings, provider.kind === 'staff' ? '/workbench/' : '/') }).href;
  } catch {
    return undefined;
  }
}
