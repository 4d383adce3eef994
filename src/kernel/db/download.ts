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
  const seen = new Map<Kind, { ids: Numbers; purpose: string }>();
  const note = (kind: Kind, ids: readonly number[], purpose = ''): void => {
    const known = seen.get(kind) ?? { ids: new Numbers(), purpose: `导出：${purpose}` };
    known.ids.add(ids);
    seen.set(kind, known);
  };
  const tell = (by: QueryContext): void => { for (const [kind, { ids, purpose }] of seen) by.saw(kind, ids.each(), purpose); };
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

/** Many numbers in little room: eight bytes each. */
class Numbers {
  private kept = new Float64Array(1024);
  private count = 0;
  add(more: readonly number[]): void {
    if (this.count + more.length > this.kept.length) {
      const wider = new Float64Array(Math.max(this.kept.length * 2, this.count + more.length));
      wider.set(this.kept.subarray(0, this.count));
      this.kept = wider;
    }
    this.kept.set(more, this.count);
    this.count += more.length;
  }
  /** Each once, in order. */
  each(): number[] {
    const ordered = this.kept.subarray(0, this.count).toSorted();
    return Array.from(ordered.filter((one, at) => at === 0 || one !== ordered[at - 1]));
  }
}
