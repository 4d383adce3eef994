import { randomBytes } from 'node:crypto';
import type { Effect } from '../contract/procedure.ts';
import { Refusal } from '../contract/refusal.ts';
import type { StepContext } from '../casework/step-context.ts';
import { divisionCodes } from '../casework/find-office.ts';
import { loadBook } from '../policy/load-book.ts';
import { drawLot, isDrawn } from './draw-lot.ts';

export interface Sampling {
  /** Step that answers the draw: a drawn case waits until it was taken. */
  readonly purpose: string;
  /** Parameter that holds the share of cases to be drawn, 0 to 1. */
  readonly ratio: string;
}

/**
 * Draws whether a case is looked at again. The seed of the handing office's month is made before its first draw and never again; the lot
 * is worked out from it and the number of the case, so that a case has one lot however often it is handed in. A share of 0 draws nobody.
 */
export const drawSample = (sampling: Sampling): Effect => ({
  id: `draw-${sampling.purpose}`,
  async run(at) {
    if (await at.tx.find('select 1 from sample_draw where case_id = $1 and purpose = $2', [at.case.id, sampling.purpose])) return;
    const answer = (await loadBook(at.tx)).read(sampling.ratio, await divisionCodes(at.tx, at.case.division_id), at.by.today);
    if (answer.is === 'gap') throw new Refusal('sampling.ratio-gap', { title: answer.title, reason: answer.reason });
    const ratio = String(answer.reading.value);
    if (Number(ratio) === 0) return;
    const seed = await seedOf(at, sampling.purpose);
    const point = drawLot(seed.seed, at.case.number);
    await at.tx.run(
      'insert into sample_draw (case_id, division_id, purpose, seed_id, subject, ratio, document, point, drawn, drawn_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [at.case.id, at.case.division_id, sampling.purpose, seed.id, at.case.number, ratio, JSON.stringify(answer.reading.document ?? null), point, isDrawn(point, ratio), at.by.today]);
  },
});

/** The month's seed of the town a case belongs to; two who need it first at the same moment get the same one. */
async function seedOf(at: StepContext, purpose: string): Promise<{ id: number; seed: Buffer }> {
  const month = `${at.by.today.slice(0, 7)}-01`;
  const { office } = await at.tx.one<{ office: number }>(`select office_of($1, 'town') as office`, [at.case.division_id]);
  const find = () => at.tx.find<{ id: number; seed: Buffer }>('select id, seed from sample_seed where purpose = $1 and division_id = $2 and month = $3', [purpose, office, month]);
  const known = await find();
  if (known) return known;
  await at.tx.run('insert into sample_seed (purpose, division_id, month, seed, made_on) values ($1, $2, $3, $4, $5) on conflict (purpose, division_id, month) do nothing', [purpose, office, month, randomBytes(32), at.by.today]);
  const made = await find();
  if (!made) throw new Refusal('sampling.again');
  return made;
}
