import type { RecordSeen } from '../../../kernel/contract/register.ts';

type Seen = Pick<RecordSeen, 'entry' | 'entries'>;

/** 各镇街名额: once places are given to towns, nobody enrols for a town without any, nor beyond its own. */
export function townHasPlace({ entry, entries }: Seen): string | undefined {
  const quotas = entries?.['quotas'] ?? [];
  if (entry === undefined || quotas.length === 0 || (entry.of !== 'quotas' && entry.of !== 'enrolment')) return undefined;
  const town = entry.values['town'];
  const places = quotas.filter((one) => one['town'] === town).reduce((sum, one) => sum + Number(one['places'] ?? 0), 0);
  const enrolled = (entries?.['enrolment'] ?? []).filter((one) => one['town'] === town).length;
  if (enrolled <= places) return undefined;
  if (entry.of === 'quotas') return `这个镇街已经报名 ${enrolled} 人，名额不能少于 ${enrolled} 人。`;
  return places === 0 ? '这个镇街没有分到名额。请先分配名额，或报下一期。' : `这个镇街的名额是 ${places} 人，已经报满。请报下一期，或先改名额。`;
}

/** 到课的报过名: by person. Who came is written down all the same only after he is enrolled, so that places are not gone round. */
export function cameIsEnrolled({ entry, entries }: Seen): string | undefined {
  if (entry?.of !== 'attendance' || typeof entry.person !== 'number') return undefined;
  return (entries?.['enrolment'] ?? []).some((one) => one['person'] === entry.person) ? undefined : '这个人没有报名。请先补报名，再签到。';
}

/** 学时 of one day's attendance: only who came has any, and not more than the class. */
export function hoursWithinClass({ values, entry }: Pick<RecordSeen, 'values' | 'entry'>): string | undefined {
  if (entry?.of !== 'attendance') return undefined;
  const hours = Number(entry.values['creditHours'] ?? 0);
  if (hours > 0 && entry.values['came'] !== true) return '没有到课的，不记学时。';
  return values['hours'] !== undefined && hours > Number(values['hours']) ? `这个班一共 ${Number(values['hours'])} 学时，记不了 ${hours} 学时。` : undefined;
}
