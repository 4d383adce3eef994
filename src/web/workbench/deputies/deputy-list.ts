import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';

export interface Deputy {
  readonly id: number; readonly holder: string; readonly deputy: string; readonly roleTitle: string; readonly division: string;
  /** `to` is exclusive. */
  readonly from: string; readonly to: string; readonly reason: string; readonly endedOn: string | null; readonly mine: boolean;
}
export interface Deputies {
  readonly today: string;
  readonly deputies: readonly Deputy[];
  readonly posts: readonly { readonly id: number; readonly roleTitle: string; readonly holder: string; readonly division: string; readonly mine: boolean }[];
  readonly colleagues: readonly { readonly id: number; readonly name: string; readonly where: string }[];
}

/** Last day the deputy holds the post: the day before the end, or before it was ended early. */
export function lastDayOf(row: Pick<Deputy, 'from' | 'to' | 'endedOn'>): string {
  const end = row.endedOn !== null && row.endedOn < row.to ? row.endedOn : row.to;
  return end <= row.from ? row.from : addDays(plainDate(end), -1);
}

export function standingOf(row: Pick<Deputy, 'from' | 'to' | 'endedOn'>, today: string): 'now' | 'later' | 'over' {
  if (row.endedOn !== null || row.to <= today) return 'over';
  return row.from > today ? 'later' : 'now';
}
