import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { sealBlock } from '../../src/kernel/audit/seal-block.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import type { ImportState, SheetRead } from '../../src/kernel/contract/register-import.ts';
import { Bureau } from './bureau.ts';
import { createRandom } from '../../demo/population/random.ts';

const CHILD = join(import.meta.dirname, 'import-child.ts');

export interface Killed {
  readonly deaths: number; readonly failures: readonly string[];
  /** Of a worker that nobody killed, in the same database: its statements, rows a second, peak memory in MB. */
  readonly plain: { readonly statements: number; readonly rowsPerSecond: number; readonly peakMb: number };
  /** How many pieces stood when it died: the deaths fell in the middle. */
  readonly stood: readonly number[];
}

interface Lived { readonly statements: number; readonly ms: number; readonly peakMb: number }

/** One sheet taken in by a worker nobody kills, another by one that is killed with -9 again and again. Both end with every row once. */
export async function killImports(options: { readonly rows: number; readonly deaths: number; readonly seed: number }): Promise<Killed> {
  const bureau = await Bureau.open('442000', '2014-11-03');
  try {
    const clerk = await bureau.at('town-clerk', '442000001');
    const division = clerk.post?.divisionId ?? 0;
    const live = (killAt: number, after: boolean): Promise<Lived | undefined> => run({ url: bureau.cities.url, dataDir: bureau.city.dataDir, killAt, after });
    const order = async (head: string): Promise<number> => {
      const pasted = `名称\t类别\t组建日期\t成员人数\n${Array.from({ length: options.rows }, (_unused, at) => `${head}第${at}号邻里队\t文体活动\t2013-05-12\t${10 + (at % 40)}`).join('\n')}\n`;
      const source = { pasted };
      const read = await bureau.see(clerk, 'records.read-sheet', { register: 'community-organisation', source }) as unknown as SheetRead;
      const plan = { columns: Object.fromEntries(read.columns.map((column) => [column.at, column.meaning])), division, openedOn: 'formedOn', state: 'formed', present: 'skip' };
      return (await bureau.done(clerk, 'records.import', { register: 'community-organisation', source, plan, expect: options.rows }))['import'] as number;
    };
    await order('平');
    const plain = await live(Number.MAX_SAFE_INTEGER, false);
    if (plain === undefined) throw new Error('nobody killed it');
    const random = createRandom(options.seed).next;
    const stood: number[] = [];
    const failures: string[] = [];
    for (let nth = 1; stood.length < options.deaths; nth += 1) {
      const head = `险${nth}`;
      const id = await order(head);
      // a life ends somewhere in what a whole one has to say; a few sheets are taken in until it has died often enough
      while (await live(stood.length < options.deaths ? 4 + Math.floor(random() * plain.statements * 0.75) : Number.MAX_SAFE_INTEGER, random() < 0.5) === undefined) {
        stood.push(await pieces(bureau, id));
        // the dead worker's hold runs out
        await bureau.peek(`update city.job set locked_until = now() - interval '1 second', run_after = now() where state = 'running'`);
      }
      failures.push(...await judge(bureau, id, head, options.rows));
      const [state] = await bureau.see(clerk, 'records.imports', { register: 'community-organisation', import: id }) as unknown as ImportState[];
      if (state?.state !== 'done' || state.opened !== options.rows) failures.push(`the import says ${state?.state}, ${state?.opened} rows`);
    }
    while ((await sealBlock(bureau.city)) > 0) { /* until everything is sealed */ }
    const { findings } = await verifyAudit(bureau.city);
    if (findings.length > 0) failures.push(`${findings.length} findings in the record of changes`);
    return { deaths: stood.length, failures, stood, plain: { statements: plain.statements, rowsPerSecond: Math.round(options.rows / (plain.ms / 1000)), peakMb: plain.peakMb } };
  } finally {
    await bureau.close();
  }
}

const pieces = async (bureau: Bureau, id: number): Promise<number> => Number((await bureau.peek<{ n: string }>(`select count(*) as n from city.record_import_piece where import_id = $1`, [id]))[0]?.n);

/** No row twice, none lost, in the index and in the table; each row's result told once. */
async function judge(bureau: Bureau, id: number, head: string, rows: number): Promise<string[]> {
  const failures: string[] = [];
  const [count] = await bureau.peek<{ records: string; names: string; versions: string; numbers: string }>(
    `select count(*) as records, count(distinct r.name) as names, count(distinct r.number) as numbers, (select count(*) from city.community_organisation t join city.register_record x on x.id = t.record_id where x.name like $1) as versions
       from city.register_record r where r.register = 'community-organisation' and r.name like $1`, [`${head}第%`]);
  for (const [what, many] of Object.entries(count ?? {})) if (Number(many) !== rows) failures.push(`${many} ${what} where ${rows} rows were ordered`);
  const [told] = await bureau.peek<{ told: string; different: string }>(`select count(*) as told, count(distinct r->>'row') as different from city.record_import_piece p cross join lateral jsonb_array_elements(p.results) r where p.import_id = $1`, [id]);
  if (Number(told?.told) !== rows || Number(told?.different) !== rows) failures.push(`${told?.told} results of ${told?.different} rows`);
  return failures;
}

/** One life of the worker; undefined when it was killed. Fails when it gave up by itself. */
const run = (orders: object): Promise<Lived | undefined> => new Promise((resolve, reject) => {
  execFile(process.execPath, [CHILD, JSON.stringify(orders)], { timeout: 300_000, env: { PATH: dirname(process.execPath) } }, (error, out, words) => {
    if (!error) resolve(JSON.parse(out) as Lived);
    else if (error.signal === 'SIGKILL' && !error.killed) resolve(undefined);
    else reject(new Error(`the worker gave up: ${words || error.message}`));
  });
});
