import { z } from 'zod';
import { dayInput, divisionInput } from '../contract/door-fields.ts';
import type { Indicator } from '../contract/indicator.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { getIndicator } from './list-indicators.ts';
import { listStandardRows } from './standard-rows.ts';

/** What is asked of an indicator: a stock as of a day, a flow or ratio for days; as known at a command; of one division or of all one may see. */
export interface FigureRequest {
  readonly indicator: Indicator;
  readonly from: PlainDate;
  /** Exclusive. */
  readonly to: PlainDate;
  readonly known: number;
  readonly division: number | null;
  /** Rows that no table holds (standards), as JSON text. */
  readonly given?: string;
}

const day = dayInput;

/** How a figure is named over the wire: `day` for a stock, `from` and `to` (exclusive) for the others. */
export const figureInput = {
  id: z.string().max(80), day: day.optional(), from: day.optional(), to: day.optional(),
  /** As known at a command, or at the end of a business day; neither = now. */
  known: z.number().int().min(0).optional(), knownOn: day.optional(), division: divisionInput.optional(),
};
interface Named { readonly id: string; readonly day?: PlainDate | undefined; readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined; readonly known?: number | undefined; readonly knownOn?: PlainDate | undefined; readonly division?: number | undefined }

/** Reads a request; the default is what is known now. Throws Refusal when the indicator or its period makes no sense. */
export async function readFigureRequest(tx: Tx, input: Named): Promise<FigureRequest> {
  const indicator = await getIndicator(input.id, tx);
  const now = await lastCommand(tx);
  if (input.known !== undefined && input.known > now) throw new Refusal('statistics.not-known-yet');
  const known = input.known ?? (input.knownOn === undefined ? now : (await tx.one<{ known: number }>('select last_command_of($1) as known', [input.knownOn])).known);
  return withRows(tx, { indicator, ...readPeriod(indicator, input), known, division: input.division ?? null });
}

/** The request with the rows of a standard, which stand in the book and not in a table. */
export async function withRows(tx: Tx, request: FigureRequest): Promise<FigureRequest> {
  const { standard } = request.indicator;
  return standard === undefined || request.given !== undefined ? request : { ...request, given: await listStandardRows(tx, standard, request) };
}

function readPeriod(indicator: Indicator, input: Named): { from: PlainDate; to: PlainDate } {
  if (indicator.kind === 'stock') {
    if (input.day === undefined || input.from !== undefined || input.to !== undefined) throw new Refusal('statistics.wrong-period');
    return { from: input.day, to: addDays(input.day, 1) };
  }
  if (input.day !== undefined || input.from === undefined || input.to === undefined || input.to <= input.from) throw new Refusal('statistics.wrong-period');
  return { from: input.from, to: input.to };
}

/** Number of the last command begun in this city: the present. */
export async function lastCommand(tx: Tx): Promise<number> {
  return (await tx.one<{ last: number }>('select case when is_called then last_value else 0 end as last from command_no')).last;
}
