import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { Tx } from '../../db/tx.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { COUNTED_TO } from '../../values/counted.ts';
import { addDays, daysBetween, type PlainDate } from '../../values/plain-date.ts';
import { RECOGNITION_COLUMNS, RECOGNITION_JOINS, stateOf, type RecognitionRow, type RecognitionState } from '../recognition-row.ts';

export interface ListedRecognition extends RecognitionRow { readonly title: string; readonly state: RecognitionState; readonly lastDay: PlainDate; /** Days it still holds, today counted; null when it does not. */ readonly daysLeft: number | null }
export interface RecognitionList { readonly rows: readonly ListedRecognition[]; readonly counts: { readonly holding: number; readonly expiring: number; readonly past: number }; readonly more: boolean; readonly today: PlainDate }

const recognitionFilter = z.strictObject({
  kind: z.string().max(60).optional(),
  show: z.enum(['holding', 'expiring', 'past']).default('holding'),
  /** What “about to expire” means on this desk. */
  within: z.int().min(1).max(365).default(60),
  text: z.string().trim().max(40).optional(),
  skip: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
});
type RecognitionFilter = z.output<typeof recognitionFilter>;

/** 认定名册: who holds which status, until when, and whose is about to end. */
export default defineQuery({
  id: 'recognitions.list-recognitions', title: '认定名册', allow: { staff: true }, sensitive: true, input: recognitionFilter,
  async run(tx, input, by): Promise<RecognitionList> {
    const rows = await readRecognitions(tx, input, by.today);
    by.saw('household', rows.map((row) => row.householdId), '看认定名册');
    const counts = await tx.one<{ holding: number; expiring: number; past: number } & Record<string, unknown>>(
      `select ${Object.entries(SHOWN).map(([id, where]) => `(select count(*)::int from (select 1 from recognition r where ${where} and ($2::date is not null) and ($3::text is null or r.kind = $3) limit ${COUNTED_TO + 1}) n) as ${id}`).join(', ')}`, [by.today, addDays(by.today, input.within), input.kind ?? null]);
    return { rows: rows.slice(0, input.limit), counts, more: rows.length > input.limit, today: by.today };
  },
});

/** `$1` today, `$2` the day up to which a status counts as about to end. A status that was renewed is not about to end. */
const SHOWN = {
  holding: 'coalesce(r.ended_on, r.valid_to) > $1::date',
  expiring: 'coalesce(r.ended_on, r.valid_to) > $1::date and coalesce(r.ended_on, r.valid_to) <= $2::date and not exists (select 1 from recognition n where n.renews = r.id)',
  past: 'coalesce(r.ended_on, r.valid_to) <= $1::date and $2::date is not null',
} as const;

async function readRecognitions(tx: Tx, filter: RecognitionFilter, today: PlainDate): Promise<ListedRecognition[]> {
  const { findBenefit } = await loadRegistry();
  const rows = await tx.rows<RecognitionRow>(
    `select ${RECOGNITION_COLUMNS} from recognition r ${RECOGNITION_JOINS}
      where ${SHOWN[filter.show]} and ($2::date is not null) and ($3::text is null or r.kind = $3) and ($4::text is null or p.name like $4 || '%' or r.number like $4 || '%' or h.number like $4 || '%')
      order by ${filter.show === 'past' ? 'coalesce(r.ended_on, r.valid_to) desc' : 'coalesce(r.ended_on, r.valid_to)'}, r.id limit ${filter.limit + 1} offset ${filter.skip}`,
    [today, addDays(today, filter.within), filter.kind ?? null, filter.text === undefined || filter.text === '' ? null : filter.text]);
  return rows.map((row) => {
    const state = stateOf(row, today);
    return { ...row, place: shortDivisionName(row.place), title: findBenefit(row.kind)?.benefit.title ?? row.kind, state, lastDay: addDays(row.until, -1), daysLeft: state === 'holding' ? daysBetween(today, row.until) : null };
  });
}
