import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { CommandContext } from '../../../../kernel/db/command.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { nextNumber } from '../../../../kernel/numbering/next-number.ts';
import { passOn, recordEvent, takeHandover, WINDOW_ROLES, type HandoverRow } from '../handovers.ts';
import { MOVES, type Move } from '../next-state.ts';
import { OUTCOMES, WAYS_TOLD, type Outcome, type WayTold } from '../terms.ts';

const base = { handover: z.int().positive(), /** Version on the screen. */ seen: z.int().positive() };
const words = z.string().trim().min(2, { error: '请写清楚。' }).max(1000);
const keys = <K extends string>(table: Readonly<Record<K, string>>): readonly [K, ...K[]] => Object.keys(table) as [K, ...K[]];

const input = z.discriminatedUnion('move', [
  z.strictObject({ ...base, move: z.literal('receive') }),
  z.strictObject({ ...base, move: z.literal('answer'), outcome: z.enum(keys<Outcome>(OUTCOMES)), content: words, /** 盖章的答复, where the window writes it down for a department without account. */ scan: z.int().positive().optional() }),
  z.strictObject({ ...base, move: z.literal('return'), content: words }),
  z.strictObject({ ...base, move: z.enum(['transfer', 'reroute']), content: words, to: z.strictObject({ kind: z.enum(['matter', 'department']), id: z.string().max(60) }) }),
  z.strictObject({ ...base, move: z.literal('tell'), how: z.enum(keys<WayTold>(WAYS_TOLD)), content: z.string().trim().max(500).optional() }),
]);
export type MoveInput = z.infer<typeof input>;
export interface Moved { readonly handover: number; readonly state: string; readonly receiptNumber: string | null; readonly onward: { readonly id: number; readonly number: string } | null }

/** One step of a hand-over: 签收、答复、退回、改转、告知. */
export default defineCommand({
  id: 'single-window.move', title: '办理转办', allow: { roles: [...WINDOW_ROLES, 'department-clerk'] }, input,
  async run(tx, input: MoveInput, by): Promise<Moved> {
    const { row, onBehalf } = await takeHandover(tx, by, input, input.move);
    if (input.move === 'answer' && onBehalf && input.scan === undefined) throw new Refusal('handover.scan-missing');
    await recordEvent(tx, by, row, { move: input.move, onBehalf, ...happened(input) });
    const onward = input.move === 'transfer' || input.move === 'reroute' ? await passOn(tx, by, row, input.to) : null;
    const receiptNumber = input.move === 'receive' ? await nextNumber(tx, `${by.city.short}-HZ`, Number(by.today.slice(0, 4))) : row.receipt_number;
    await setState(tx, by, row, input, receiptNumber);
    await tx.run('select settle_intake($1, $2)', [row.id, by.today]);
    return { handover: row.id, state: MOVES[input.move].to, receiptNumber, onward };
  },
});

function happened(input: MoveInput): { content?: string | undefined; outcome?: string | undefined; scan?: number | undefined } {
  if (input.move === 'answer') return { content: input.content, outcome: input.outcome, scan: input.scan };
  if (input.move === 'tell') return { content: [WAYS_TOLD[input.how], input.content].filter(Boolean).join('：') };
  return input.move === 'receive' ? {} : { content: input.content };
}

async function setState(tx: Tx, by: CommandContext, row: HandoverRow, input: MoveInput, receipt: string | null): Promise<void> {
  const day = (move: Move, before: string | null): string | null => (input.move === move ? by.today : before);
  await tx.run(
    'update handover set state = $2, received_on = $3, receipt_number = $4, answered_on = $5, outcome = $6, told_on = $7, version = version + 1 where id = $1',
    [row.id, MOVES[input.move].to, day('receive', row.received_on), receipt, day('answer', row.answered_on), input.move === 'answer' ? input.outcome : row.outcome, day('tell', row.told_on)]);
}
