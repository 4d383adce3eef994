import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Whether a person holds a status of a kind on a day, wherever in the city it was recognised: the key other benefits ask for. Yes or no, never where. */
export async function hasRecognition(tx: Tx, person: number, kind: string, day: PlainDate): Promise<boolean> {
  return (await listRecognitionsOf(tx, [person], day)).get(person)?.includes(kind) ?? false;
}

/** The kinds of status that persons hold on a day, by person. */
export async function listRecognitionsOf(tx: Tx, persons: readonly number[], day: PlainDate): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await tx.rows<{ personId: number; kind: string }>('select person_id as "personId", kind from recognitions_of($1, $2) order by kind', [persons, day]);
  return new Map([...Map.groupBy(rows, (row) => row.personId)].map(([person, held]) => [person, held.map((row) => row.kind)]));
}
