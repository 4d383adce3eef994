import type { Tx } from '../../db/tx.ts';
import type { ColumnMeaning, ImportPlan } from '../../contract/register-import.ts';
import { headingsKey, type Header } from './find-header.ts';
import { proposeOpening, type Remembered, type Target } from './meanings.ts';

const targetKey = ({ register, sub }: Target): string => (sub === undefined ? register.id : `${register.id}/${sub.id}`);

/** How headings were understood before: those of this very sheet, else what other sheets of the register taught. */
export async function readRemembered(tx: Tx, target: Target, header: Header): Promise<{ readonly exact: boolean; readonly meanings: readonly Remembered[] }> {
  const rows = await tx.rows<{ headings: string; columns: Remembered[] }>('select headings, columns from record_mapping where register = $1 order by headings = $2 desc, command_id desc limit 20', [targetKey(target), headingsKey(header)]);
  const [first] = rows;
  if (first?.headings === headingsKey(header)) return { exact: true, meanings: first.columns };
  const known = new Map<string, Remembered>();
  for (const one of rows.flatMap((row) => row.columns)) if (one.meaning !== null && !known.has(one.heading)) known.set(one.heading, one);
  return { exact: false, meanings: [...known.values()] };
}

/** The date field records count from: as the last import into the register took it, where the sheet has it too. */
export async function readOpening(tx: Tx, target: Target, meanings: readonly ColumnMeaning[]): Promise<string | null> {
  if (target.sub !== undefined) return null;
  const last = await tx.find<{ opened: string }>(`select plan->>'openedOn' as opened from record_import where register = $1 and into_sub is null order by id desc limit 1`, [target.register.id]);
  const again = last !== undefined && meanings.includes(last.opened) && target.register.fields.some((field) => field.key === last.opened && field.kind === 'date');
  return again ? last.opened : proposeOpening(target, meanings) ?? null;
}

/** Remembers how the columns of a sheet were understood, for the next with such headings. */
export async function remember(tx: Tx, division: number, target: Target, header: Header, columns: ImportPlan['columns']): Promise<void> {
  const kept: Remembered[] = header.titles.map(({ at, heading }) => ({ heading, meaning: columns[at] ?? null }));
  await tx.run(
    `insert into record_mapping (register, division_id, headings, columns) values ($1, $2, $3, $4)
     on conflict (register, division_id, headings) do update set columns = excluded.columns, command_id = current_command()`, [targetKey(target), division, headingsKey(header), JSON.stringify(kept)]);
}
