import type { QueryResultRow } from 'pg';
import type { Tx } from './tx.ts';

const BATCH = 2000;
/** Memory the database may sort in for one reading of everything, before it goes to disk. */
const SORT = '32MB';

let opened = 0;

/**
 * All rows of one statement, a batch at a time: while one is worked on the next is fetched, and nothing else is held. The statement is planned for being read
 * to its end, not for its first rows. Only inside a transaction with one snapshot; `sql` is a select.
 */
export async function* streamRows<T extends QueryResultRow>(tx: Tx, sql: string, values: readonly unknown[] = [], batch: number = BATCH): AsyncGenerator<T[]> {
  opened += 1;
  const name = `rows_${opened}`;
  await tx.run(`select set_config('cursor_tuple_fraction', '1', true), set_config('work_mem', '${SORT}', true)`);
  await tx.run(`declare ${name} no scroll cursor for ${sql}`, values);
  const fetch = (): Promise<T[]> => {
    const coming = tx.rows<T>(`fetch ${batch} from ${name}`);
    // told when it is waited for
    coming.catch(() => undefined);
    return coming;
  };
  let coming = fetch();
  try {
    for (;;) {
      const rows = await coming;
      if (rows.length === 0) return;
      const isLast = rows.length < batch;
      if (!isLast) coming = fetch();
      yield rows;
      if (isLast) return;
    }
  } finally {
    await coming.then(() => tx.run(`close ${name}`)).catch(() => { /* the transaction is lost, the cursor with it */ });
  }
}
