import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../contract/refusal.ts';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])$/;
/** An address the secret and the person's number may travel to: https, or this machine itself. */
const safeUrl = z.url().refine((text) => { const url = new URL(text); return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname)); }, 'use https (http only for this machine itself)');

const providerShape = {
  /** Short name in addresses and records: bureau */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  /** Words on the button: 市政务统一身份认证 */
  title: z.string().min(1).max(40),
  issuer: safeUrl, clientId: z.string().min(1),
  /** The secret itself, or env:NAME where it stands in the environment. */
  clientSecret: z.string().min(1),
  scope: z.string().regex(/^openid( |$)/).default('openid'),
  /** How many seconds the two clocks may differ. */
  clockToleranceSeconds: z.int().min(0).max(300).default(30),
};
/** 政务统一认证: which claim carries the account name staff have here. It must be one the provider never gives to a second person (工号). */
const staffProvider = z.strictObject({ ...providerShape, kind: z.literal('staff'), accountClaim: z.string().min(1) });
/** 居民统一认证: which claim carries the number of the identity document, and which says that it was verified. */
const residentProvider = z.strictObject({
  ...providerShape, kind: z.literal('resident'), idNumberClaim: z.string().min(1),
  verified: z.strictObject({ claim: z.string().min(1), values: z.array(z.union([z.string(), z.boolean(), z.number()])).min(1) }),
});

const citySettings = z.strictObject({
  /** The address browsers reach this platform at; providers send people back there and nowhere else. */
  address: safeUrl.refine((text) => new URL(text).href === `${text.replace(/\/$/, '')}/`, 'an origin, without a path').optional(),
  providers: z.array(z.discriminatedUnion('kind', [staffProvider, residentProvider])).default([]),
  /** Whether an account name and password still open the door: for everybody of that kind, or for the break-glass accounts only. */
  passwords: z.strictObject({ staff: z.enum(['all', 'break-glass']).default('all'), residents: z.enum(['all', 'none']).default('all') }).default({ staff: 'all', residents: 'all' }),
  /** Account names of the administrators who get in by password when the provider is down. */
  breakGlass: z.array(z.string().min(1)).default([]),
  /** `required`: the roles that declare it must hold a second factor. `freshMinutes`: how long a given code is good for signing and paying. */
  secondFactor: z.strictObject({ required: z.boolean(), freshMinutes: z.int().min(1).max(720).optional() }).default({ required: false }),
}).superRefine((city, context) => {
  const refuse = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  if (city.providers.length > 0 && city.address === undefined) refuse('address', 'providers need the address they send people back to');
  if (new Set(city.providers.map((one) => one.id)).size < city.providers.length) refuse('providers', 'two providers have the same id');
  if (city.passwords.staff === 'break-glass' && (city.breakGlass.length === 0 || !city.providers.some((one) => one.kind === 'staff'))) refuse('passwords', 'without passwords staff need a provider and at least one break-glass account');
  if (city.passwords.residents === 'none' && !city.providers.some((one) => one.kind === 'resident')) refuse('passwords', 'without passwords residents need a provider');
});

export type SignOnSettings = z.infer<typeof citySettings>;
export type ProviderSettings = SignOnSettings['providers'][number];

const none: SignOnSettings = citySettings.parse({});
const known = new Map<string, { readonly stamp: string; readonly cities: Readonly<Record<string, SignOnSettings>> }>();

/** The settings file: kept beside the keys, outside the code and the database, so that nobody signed in can change who gets in. */
export const signOnFile = (dataDir: string): string => process.env['SIGN_ON_FILE'] ?? join(dataDir, 'sign-on.json');

/**
 * How one signs in to a city: by its own passwords where nothing is said. Read again when the file changes; a file that was spoilt while running leaves
 * what was good in force, at start it stops the boot.
 */
export function readSignOnSettings(of: { readonly dataDir: string; readonly code: string }): SignOnSettings {
  const file = signOnFile(of.dataDir);
  const before = known.get(file);
  const stat = statSync(file, { throwIfNoEntry: false });
  const stamp = stat ? `${stat.mtimeMs} ${stat.size}` : '';
  if (before?.stamp === stamp) return before.cities[of.code] ?? none;
  try {
    const cities = stat ? checkSignOnSettings(file) : {};
    known.set(file, { stamp, cities });
    return cities[of.code] ?? none;
  } catch (error) {
    if (!before) throw error;
    known.set(file, { ...before, stamp });
    return before.cities[of.code] ?? none;
  }
}

/** Reads and checks the whole file; names file, key and remedy of the first fault. */
export function checkSignOnSettings(file: string): Readonly<Record<string, SignOnSettings>> {
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new AppError('sign-on.settings', `${file}: not JSON; see demo/sign-on/README.md for the form`);
  }
  const checked = z.record(z.string().regex(/^\d{6}$/), citySettings).safeParse(written);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new AppError('sign-on.settings', `${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** The provider's secret, from the file or the environment. */
export function secretOf(provider: ProviderSettings): string {
  if (!provider.clientSecret.startsWith('env:')) return provider.clientSecret;
  const name = provider.clientSecret.slice(4);
  const value = process.env[name];
  if (!value) throw new AppError('sign-on.settings', `${name} is not set in the environment: it holds the secret of ${provider.id}`);
  return value;
}

/** Whether a password alone may open this account. */
export const mayUsePassword = (settings: SignOnSettings, account: { readonly login: string; readonly kind: string }): boolean =>
  account.kind === 'staff' ? settings.passwords.staff === 'all' || settings.breakGlass.includes(account.login) : settings.passwords.residents === 'all';
