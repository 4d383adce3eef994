import { Refusal } from '../../contract/refusal.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { StoredRow } from '../read/from-row.ts';

/** A change holds from a day that is not ahead, and not before what already stands began. */
export function refuseDay(row: Pick<StoredRow, 'valid_from'>, from: PlainDate, today: PlainDate): void {
  if (from > today) throw new Refusal('record.day-ahead');
  if (from < row.valid_from) throw new Refusal('record.day-too-early', { day: row.valid_from });
}
