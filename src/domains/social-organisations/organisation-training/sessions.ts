import type { RecordSeen } from '../../../kernel/contract/register.ts';

type Seen = Pick<RecordSeen, 'entry' | 'entries'>;
const placesOf = (entries: RecordSeen['entries'], organisation: unknown): number => (entries?.['enrolment'] ?? []).filter((one) => one['organisation'] === organisation).reduce((sum, one) => sum + Number(one['places'] ?? 0), 0);

/** A session is numbered within its year: it begins in it. */
export const sessionInYear = ({ values }: Pick<RecordSeen, 'values'>): string | undefined =>
  (typeof values['startsOn'] === 'string' && typeof values['year'] === 'number' && Number(values['startsOn'].slice(0, 4)) !== values['year'] ? '开班日期不在这个年度。期次按年度数，请核对。' : undefined);

/** Who comes for an organisation, comes for one that enrolled. */
export function enrolledFirst({ entry, entries }: Seen): string | undefined {
  if (entry?.of !== 'attendance' || entry.values['organisation'] === undefined) return undefined;
  return placesOf(entries, entry.values['organisation']) > 0 ? undefined : '这个单位没有报名这一期。请先登记单位报名，再签到。';
}

/** More came from an organisation than it enrolled: not sent away, shown. Each person counts once. */
export function withinPlaces({ entries }: Pick<RecordSeen, 'entries'>): string | undefined {
  const came = (entries?.['attendance'] ?? []).filter((one) => one['came'] === true && one['organisation'] !== undefined);
  const over = [...Map.groupBy(came, (one) => one['organisation'])].filter(([organisation, people]) => new Set(people.map((one) => one['person'])).size > placesOf(entries, organisation));
  return over.length === 0 ? undefined : `有 ${over.length} 个单位到课的人比报名的多。请核对单位报名。`;
}
