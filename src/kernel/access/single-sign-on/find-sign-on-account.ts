import { Refusal } from '../../contract/refusal.ts';
import { readToday } from '../../clock/read-today.ts';
import type { City } from '../../db/city.ts';
import { command } from '../../db/command.ts';
import { systemCaller } from '../../jobs/work.ts';
import { documentHashes } from '../../registers/person/document-hash.ts';
import { checkIdCardNumber } from '../../values/id-card-number.ts';
import { asNobody } from '../sessions.ts';
import type { ProviderSettings } from '../sign-on-settings.ts';
import { openResidentAccount } from './open-resident-account.ts';

/** An account a provider's word opens. */
export interface SignOnAccount { readonly id: number; readonly login: string; readonly kind: 'staff' | 'resident' }
type Claims = Readonly<Record<string, unknown>>;

/** The account behind what a provider says of somebody. Staff are never opened by signing in; a resident only where the person is on the register. Throws Refusal. */
export const findSignOnAccount = (city: City, provider: ProviderSettings, claims: Claims): Promise<SignOnAccount> =>
  provider.kind === 'staff' ? findStaff(city, provider.accountClaim, claims) : findResident(city, provider, claims);

async function findStaff(city: City, claim: string, claims: Claims): Promise<SignOnAccount> {
  const login = claims[claim];
  if (typeof login !== 'string' || login === '' || login.length > 100) throw new Refusal('sso.claim-missing');
  const account = await asNobody(city, (tx) => tx.find<{ id: number; kind: string }>('select id, kind from account_for_login($1)', [login]));
  if (account?.kind !== 'staff') throw new Refusal('sso.unknown-account');
  return { id: account.id, login, kind: 'staff' };
}

async function findResident(city: City, provider: Extract<ProviderSettings, { kind: 'resident' }>, claims: Claims): Promise<SignOnAccount> {
  const number = claims[provider.idNumberClaim];
  if (typeof number !== 'string') throw new Refusal('sso.claim-missing');
  if (!provider.verified.values.includes(claims[provider.verified.claim] as string)) throw new Refusal('sso.not-verified');
  const today = await asNobody(city, readToday);
  const checked = checkIdCardNumber(number, { demo: city.demo, today });
  if (!checked.ok) throw new Refusal('sso.claim-missing');
  const kind = checked.kind === 'id-card' ? 'id-card' : 'hk-mo-tw-residence-permit';
  const found = await asNobody(city, (tx) => tx.find<{ person_id: number; account_id: number | null; disabled: boolean }>(
    'select found.* from unnest($2::bytea[]) hash, resident_of_document($1, hash) found', [kind, documentHashes({ city }, kind, checked.number)]));
  if (!found) throw new Refusal('sso.not-registered');
  if (found.disabled) throw new Refusal('sso.unknown-account');
  if (found.account_id !== null) return { id: found.account_id, login: '', kind: 'resident' };
  // the person is the key: of two first sign-ins at once, both get the one account
  const opened = await command(city, await systemCaller(city), openResidentAccount, { person: found.person_id }, { key: `first-sign-on-${found.person_id}` });
  if (!opened.ok) throw new Refusal(opened.refused.code);
  return { id: opened.result.account, login: '', kind: 'resident' };
}
