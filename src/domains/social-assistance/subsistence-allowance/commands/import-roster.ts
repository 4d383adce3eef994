import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { enqueue } from '../../../../kernel/jobs/enqueue.ts';
import { formatYuan } from '../../../../kernel/values/money.ts';
import { monthOf, parseMonth, type Month } from '../../../../kernel/values/month.ts';
import { formatDateLong, type PlainDate } from '../../../../kernel/values/plain-date.ts';
import { cutIntoPieces, importPiece, LINES_AT_ONCE, openImport } from '../import/import-run.ts';
import { readStoredRoster, type StoredRoster } from '../import/read-stored-roster.ts';

const input = z.strictObject({
  file: z.int().positive(),
  /** What the preview promised: households, persons and 分 a month. */
  expect: z.strictObject({ households: z.int(), persons: z.int(), fen: z.int() }),
  /** First month paid here. */
  firstMonth: z.string().refine((text) => parseMonth(text) !== undefined, { error: '月份写成 2014-12 这样。' }),
});
type Input = z.infer<typeof input>;

export interface ImportAnswer {
  readonly import: number;
  /** A long list goes on as a run; `subsistence-allowance.list-imports` tells how far it is. */
  readonly state: 'done' | 'running';
  readonly households: number;
  readonly persons: number;
  /** 分 a month */
  readonly fen: number;
}

/** Imports the good households of a roster: all of them or none. A town takes in its own villages, the approver the whole city's. */
export default defineCommand({
  id: 'subsistence-allowance.import-roster', title: '导入低保花名册', allow: { roles: ['town-clerk', 'approver'] }, input,
  async run(tx, { file, expect, firstMonth }: Input, by): Promise<ImportAnswer> {
    const month = firstMonth as Month;
    const roster = await readStoredRoster(tx, by, file);
    refuseUnlessPromised(roster, expect, month, by.today);
    const { householdsGood, membersGood, totalFenGood } = roster.read.summary;
    const run = await openImport(tx, by, roster, month);
    const pieces = cutIntoPieces(roster.read.households, LINES_AT_ONCE);
    if (pieces.length === 1) await importPiece(tx, by, run, pieces, 0);
    else await enqueue(tx, 'subsistence-allowance.import-roster', { import: run.id }, { key: String(run.id), ...(by.caller.post ? { post: by.caller.post.id } : {}) });
    return { import: run.id, state: pieces.length === 1 ? 'done' : 'running', households: householdsGood, persons: membersGood, fen: totalFenGood };
  },
});

function refuseUnlessPromised(roster: StoredRoster, expect: Input['expect'], month: Month, today: PlainDate): void {
  if (roster.earlier) throw new Refusal('import.again', { who: roster.earlier.who, office: roster.earlier.office, on: formatDateLong(roster.earlier.on) });
  if (month < monthOf(today)) throw new Refusal('import.first-month', { month: monthOf(today) });
  const { householdsGood: households, membersGood: persons, totalFenGood: fen } = roster.read.summary;
  if (households === 0) throw new Refusal('import.nothing');
  if (expect.households !== households || expect.persons !== persons || expect.fen !== fen) throw new Refusal('import.changed', { households, persons, yuan: formatYuan(fen) });
}
