import { drawLot } from '../../../../kernel/sampling/draw-lot.ts';

/** A person with the lot he drew, in millionths. */
export interface Drawn { readonly person: number; readonly lot: number }

/** 抽样: the `size` persons with the smallest lots under a seed; of two with the same lot the one known earlier. Pure: the same again for ever. */
export function drawPeople(seed: Buffer, people: readonly number[], size: number): Drawn[] {
  return people.map((person) => ({ person, lot: drawLot(seed, String(person)) })).toSorted((a, b) => a.lot - b.lot || a.person - b.person).slice(0, size);
}
