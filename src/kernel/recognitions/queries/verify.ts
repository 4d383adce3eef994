import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { addDays, type PlainDate } from '../../values/plain-date.ts';
import { stateOf, type RecognitionState } from '../recognition-row.ts';

export interface Genuine { readonly number: string; readonly certificate: string; readonly state: Exclude<RecognitionState, 'ended'>; readonly from: PlainDate; readonly lastDay: PlainDate }

/**
 * 验证证明: anyone with the paper in hand asks whether it is genuine and holds today, and until when. Number and code together; whose it is stays on
 * the paper, and so does why one was ended early.
 */
export default defineQuery({
  id: 'recognitions.verify', guessable: true, title: '验证证明', allow: { anyone: true },
  input: z.strictObject({ number: z.string().trim().toUpperCase().min(4).max(40), code: z.string().trim().toUpperCase().min(4).max(20) }),
  async run(tx, input, by): Promise<Genuine> {
    const found = await tx.find<{ kind: string; from: PlainDate; until: PlainDate }>('select kind, valid_from as "from", until from verify_recognition($1, $2)', [input.number, input.code]);
    if (!found) throw new Refusal('recognition.not-genuine');
    const state = stateOf({ ...found, ended: false }, by.today) as Genuine['state'];
    const { findBenefit } = await loadRegistry();
    return { number: input.number, certificate: findBenefit(found.kind)?.benefit.recognises?.certificate ?? '证明', state, from: found.from, lastDay: addDays(found.until, -1) };
  },
});
