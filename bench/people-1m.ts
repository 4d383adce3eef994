import pg from 'pg';
import { drawFrom } from './harness/families.ts';
import type { Bench, BenchOutcome, Measure, Stage } from './harness/bench.ts';
import { hashOf } from './harness/measuring.ts';
import { everydayActs, noteCodes, openOffices } from './harness/million-acts.ts';
import { openMillionCity } from './harness/million-city.ts';
import { CITY } from './harness/million-rows.ts';
import { percentile, runOpenLoop, type Waited } from './harness/open-loop.ts';
import { startWeb } from './harness/web-process.ts';

const PER_SECOND = 30;
const PROMISED = { read: [25, 75, 150], write: [50, 150, 250] } as const;
const SHARES = [0.5, 0.95, 0.99] as const;

/** A million people behind row security, thirty acts a second from villages, towns, districts and the city, over HTTP. */
async function run(stage: Stage): Promise<BenchOutcome> {
  const at = await openMillionCity(stage);
  const owner = new pg.Client({ connectionString: at.databaseUrl, options: `-c search_path=city_${CITY},ext -c datestyle=ISO` });
  await owner.connect();
  const web = await startWeb(at);
  try {
    const offices = await openOffices(owner, web);
    noteCodes((await owner.query<{ id: number; code: string }>(`select id, code from division where level = 'village'`)).rows);
    const draw = drawFrom(20_240_520);
    const acts = everydayActs(offices, draw);
    // a morning begins before it is measured: plans are made, pages are in memory
    await runOpenLoop(acts.filter((act) => act.kind === 'read'), { perSecond: stage.small ? 20 : PER_SECOND, seconds: stage.small ? 1 : 30, draw });
    const waited = await runOpenLoop(acts, { perSecond: PER_SECOND, seconds: stage.small ? 2 : 120, draw });
    const bare = await readBare(owner, draw);
    for (const one of waited) stage.say(`  ${one.what}：${one.waits.length} 次，${SHARES.map((share) => percentile(one.waits, share).toFixed(0)).join('/')} 毫秒`);
    return {
      measures: [measure('read', '读', waited, bare), measure('write', '写', waited)],
      hash: await hashOf(owner, `select id, name, birth_date from person where id between 4000 and 4000 + ${at.sizes.households} order by id`),
      notes: [`分项 p50/p95/p99 毫秒：${waited.map((one) => `${one.what} ${SHARES.map((share) => percentile(one.waits, share).toFixed(0)).join('/')}`).join('，')}。`],
    };
  } finally {
    await web.stop();
    await owner.end();
    await at.close();
  }
}

function measure(kind: 'read' | 'write', word: string, waited: readonly Waited[], bare?: Measure['limit']): Measure {
  const waits = waited.filter((one) => one.kind === kind).flatMap((one) => one.waits);
  const reached = SHARES.map((share) => percentile(waits, share));
  return {
    what: `${word}，每秒 ${PER_SECOND} 次（村居、镇街、区、市）`, rows: waits.length, unit: '次', seconds: waits.reduce((sum, one) => sum + one, 0) / 1000, ...(bare ? { limit: bare } : {}),
    promised: `p50/p95/p99 ≤ ${PROMISED[kind].join('/')} 毫秒`, reached: `${reached.map((one) => one.toFixed(0)).join('/')} 毫秒`, met: reached.every((one, nth) => one <= (PROMISED[kind][nth] ?? 0)),
  };
}

/** The database's own limit: a person with the documents, prepared, by primary key, without row security. */
async function readBare(owner: pg.Client, draw: () => number): Promise<NonNullable<Measure['limit']>> {
  const { rows: [last] } = await owner.query<{ id: string }>('select max(id) as id from person where id < 5000000');
  const began = performance.now();
  const rows = 2000;
  for (let nth = 0; nth < rows; nth += 1) {
    await owner.query({ name: 'bare', text: 'select p.*, d.masked from person p left join person_document d on d.person_id = p.id where p.id = $1', values: [1000 + Math.floor(draw() * (Number(last?.id) - 1000))] });
  }
  return { what: '按主键取一个人和证件，预备语句，不带行级权限', rows, seconds: (performance.now() - began) / 1000 };
}

export const bench: Bench = { id: 'people-1m', title: '一百万人', promise: '一百万人、开着行级权限、每秒 30 次：读 25/75/150 毫秒，写 50/150/250 毫秒', run };
