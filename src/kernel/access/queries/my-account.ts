import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { readRules } from '../sessions.ts';
import type { SignInEvent } from '../sign-in-record.ts';

interface OwnSession extends Record<string, unknown> { readonly id: number; readonly device: string; readonly since: string; readonly lastSeen: string; readonly until: string }
interface OwnSignIn extends Record<string, unknown> { readonly at: string; readonly kind: SignInEvent; readonly device: string }

/** 我的账号: since when the password is the same and until when it may be, where one is signed in now, the last sign-ins. For staff and residents. */
export default defineQuery({
  id: 'access.my-account', title: '我的账号', allow: { account: true, during: ['change-password'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const me = by.caller.account?.id ?? 0;
    const { rules } = await readRules(tx);
    const about = await tx.one<{ login: string; passwordSetAt: string | null; daysLeft: number | null; hasPassword: boolean }>(
      `select login, password_set_at as "passwordSetAt", has_password as "hasPassword", case when not (select demo from city) then ($2 - floor(extract(epoch from now() - password_set_at) / 86400))::int end as "daysLeft" from own_account($1)`, [me, rules.passwordDays]);
    const sessions = await tx.rows<OwnSession>(`select id, device, created_at as since, last_seen as "lastSeen", expires_at as until from sessions_of($1, make_interval(mins => $2))`, [me, rules.idleMinutes]);
    const signIns = await tx.rows<OwnSignIn>('select at, kind, device from own_sign_ins($1, 20)', [me]);
    const events = await tx.rows<{ at: string; kind: string; by: string; reason: string }>('select at, kind, by_name as by, reason from own_account_events($1, 20)', [me]);
    return {
      ...about, kind: by.caller.account?.kind ?? 'staff', sessions: sessions.map((one) => ({ ...one, here: one.id === by.caller.session })), signIns, events,
      rules: { length: by.caller.account?.kind === 'resident' ? rules.residentLength : rules.staffLength, longEnough: rules.longEnough, remembered: rules.remembered, days: rules.passwordDays, idleMinutes: rules.idleMinutes },
    };
  },
});
