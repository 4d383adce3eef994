import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { addDays, type PlainDate } from '../../values/plain-date.ts';

export interface Genuine { readonly title: string; readonly head: string; readonly persons: number; readonly from: PlainDate; readonly lastDay: PlainDate; readonly holds: boolean }

/** 验证证明: anyone with the paper in hand asks whether it is genuine and holds today. Number and code together; says no more than the paper. */
export default defineQuery({
  id: 'recognitions.verify', title: '验证证明', allow: { anyone: true },
  input: z.strictObject({ number: z.string().trim().min(4).max(40), code: z.string().trim().toUpperCase().min(6).max(20) }),
  async run(tx, input, by): Promise<Genuine> {
    const found = await tx.find<{ kind: string; head: string | null; persons: number; from: PlainDate; to: PlainDate; endedOn: PlainDate | null }>(
      'select kind, head, persons, valid_from as "from", valid_to as "to", ended_on as "endedOn" from verify_recognition($1, $2)', [input.number, input.code]);
    if (!found) throw new Refusal('recognition.not-genuine');
    const until = found.endedOn ?? found.to;
    const { findBenefit } = await loadRegistry();
    return {
      title: findBenefit(found.kind)?.benefit.title ?? found.kind, head: found.head ?? '', persons: Number(found.persons), from: found.from, lastDay: addDays(until, -1), holds: found.from <= by.today && by.today < until,
    };
  },
});
