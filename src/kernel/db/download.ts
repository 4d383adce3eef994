import type { Caller } from '../access/caller.ts';
import type { Download, OutgoingFile } from '../contract/download.ts';
import { defineQuery } from '../contract/door.ts';
import { z } from 'zod';
import type { City } from './city.ts';
import { query, type QueryContext, type QueryOutcome } from './query.ts';

type Kind = Parameters<QueryContext['saw']>[0];

/**
 * The door of everything that is taken away as a file: permission and area like a reading, one snapshot for the whole file, one line in the read log
 * for everybody it shows. Taken half is taken: a file that breaks off is logged as far as it went.
 */
export async function download<Input>(city: City, caller: Caller, definition: Download<Input>, body: unknown, send: (file: OutgoingFile) => Promise<void>): Promise<QueryOutcome<null>> {
  const seen = new Map<Kind, { ids: Set<number>; purpose: string }>();
  const note = (kind: Kind, ids: readonly number[], purpose = ''): void => {
    const known = seen.get(kind) ?? { ids: new Set<number>(), purpose: `导出：${purpose}` };
    for (const id of ids) known.ids.add(id);
    seen.set(kind, known);
  };
  const tell = (by: QueryContext): void => { for (const [kind, { ids, purpose }] of seen) by.saw(kind, [...ids], purpose); };
  const { id, title, allow, input, sensitive } = definition;
  const name = `download.${id}`;
  try {
    return await query(city, caller, {
      id: name, title, allow, input, ...(sensitive === undefined ? {} : { sensitive }), snapshot: true,
      async run(tx, asked, by) {
        await send(await definition.open(tx, asked, { ...by, saw: note }));
        tell(by);
        return null;
      },
    }, body);
  } catch (fault) {
    if (seen.size > 0) await query(city, caller, defineQuery({ id: name, title, allow, input: z.strictObject({}), run: (_tx, _input, by) => { tell(by); return Promise.resolve(null); } }), {});
    throw fault;
  }
}
