import type { Caller } from '../../access/caller.ts';
import { citeLaw } from '../../contract/law.ts';
import type { RegisterField } from '../../contract/register.ts';
import type { RegisterFace } from '../face.ts';
import type { RegisterHome } from '../register-home.ts';
import { firstState } from '../rules/judge-record.ts';
import { isSecret } from '../table/column-types.ts';

/** Whether a post reads in a register at all. */
export const mayRead = (home: RegisterHome, role: string): boolean => role === 'system' || role === 'auditor' || home.keepers.includes(role) || home.readers.includes(role);
export const mayKeep = (home: RegisterHome, role: string): boolean => role === 'system' || home.keepers.includes(role);

/** Whether a confidential field is shown whole to a post that asks: to keepers, and to the roles the field names. */
export const mayOpen = (home: RegisterHome, field: RegisterField, role: string): boolean => mayKeep(home, role) || (Array.isArray(field.sensitive) && field.sensitive.includes(role));

/** A register as the screens know it. Pure. */
export function faceOf(home: RegisterHome, caller: Pick<Caller, 'post'>): RegisterFace {
  const { register } = home;
  const role = caller.post?.role ?? '';
  const shown = (all: readonly RegisterField[]): RegisterField[] => all.filter((field) => field.hidden !== true);
  const subRecords = (register.subRecords ?? []).filter((sub) => sub.hidden !== true).map((sub) => ({ ...sub, fields: shown(sub.fields) }));
  const fields = [...shown(register.fields), ...subRecords.flatMap((sub) => sub.fields)];
  return {
    id: register.id, title: register.title, unit: register.unit, purpose: register.purpose, line: home.line, law: (register.law ?? []).map(citeLaw),
    holder: register.holder ?? null, name: register.name ?? null, fields: shown(register.fields), states: register.states, first: firstState(register), subRecords,
    derived: (register.derived ?? []).map(({ key, title, kind, unit, listed }) => ({ key, title, kind, unit, listed })),
    rules: (register.checks ?? []).map((check) => ({ id: check.id, title: check.title, law: check.law === undefined ? null : citeLaw(check.law), then: check.then })),
    reminders: (register.reminders ?? []).map(({ id, title }) => ({ id, title })), counts: register.counts ?? [], targets: register.targets ?? [], expected: register.expected ?? null, pages: register.pages ?? [],
    events: (register.events ?? []).map(({ title, to }) => ({ title, to })),
    keeps: mayKeep(home, role), opens: fields.filter((field) => isSecret(field) && mayOpen(home, field, role)).map((field) => field.key),
    published: home.published === null ? null : { version: home.published.version },
  };
}
