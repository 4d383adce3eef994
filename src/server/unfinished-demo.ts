import { rmSync } from 'node:fs';
import type pg from 'pg';
import { headsFile } from '../kernel/audit/block-heads.ts';
import { demoCities, schemaOf } from '../kernel/db/cities.ts';

const MARK = 'demo being filled';

/** Said before the demo is filled, taken back after: a start that was broken off in between leaves it standing. */
export const markUnfinished = (owner: pg.Client): Promise<void> => comment(owner, MARK);
export const markFinished = (owner: pg.Client): Promise<void> => comment(owner, null);

async function comment(owner: pg.Client, words: string | null): Promise<void> {
  for (const { code } of demoCities) await owner.query(`comment on schema ${schemaOf(code)} is ${words === null ? 'null' : `'${words}'`}`);
}

/** A demo that was half filled is thrown away with its block heads: nobody has worked in it yet. True when there was one. */
export async function dropUnfinished(owner: pg.Client, dataDir: string): Promise<boolean> {
  let dropped = false;
  for (const city of demoCities) {
    const { rows: [found] } = await owner.query<{ marked: boolean }>(`select obj_description(oid, 'pg_namespace') = $2 as marked from pg_namespace where nspname = $1`, [schemaOf(city.code), MARK]);
    if (!found?.marked) continue;
    await owner.query(`drop schema ${schemaOf(city.code)} cascade`);
    rmSync(headsFile({ dataDir, code: city.code }), { force: true });
    dropped = true;
  }
  return dropped;
}
