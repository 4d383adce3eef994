import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DEMO_PASSWORD } from '../demo/seed/staff.ts';
import type { Bench, BenchOutcome, Measure, Stage } from './harness/bench.ts';
import { hashOf } from './harness/measuring.ts';
import { openMillionCity } from './harness/million-city.ts';
import { CITY } from './harness/million-rows.ts';
import { startWeb, type WebProcess } from './harness/web-process.ts';

const PROMISED = { csv: 30, xlsx: 120 } as const;
const MEMORY_MB = 200;

/** The list of people of the whole city as a file, over HTTP, masked and logged as every reading: a web process of its own each, so that its memory is known. */
async function run(stage: Stage): Promise<BenchOutcome> {
  const at = await openMillionCity(stage);
  const owner = new pg.Client({ connectionString: at.databaseUrl, options: `-c search_path=city_${CITY},ext -c datestyle=ISO` });
  await owner.connect();
  try {
    const { rows: [people] } = await owner.query<{ n: number }>('select count(*)::int as n from person');
    const rows = people?.n ?? 0;
    const measures: Measure[] = [];
    const bare = await copyBare(owner);
    for (const form of ['csv', 'xlsx'] as const) {
      const web = await startWeb(at);
      try {
        measures.push(await takeAll(web, form, rows, bare));
      } finally {
        await web.stop();
      }
    }
    return { measures, hash: await hashOf(owner, `select name, birth_date from person where id between 4000 and 4000 + ${at.sizes.households} order by id`) };
  } finally {
    await owner.end();
    await at.close();
  }
}

async function takeAll(web: WebProcess, form: 'csv' | 'xlsx', rows: number, bare: number): Promise<Measure> {
  const desk = await web.signIn(CITY, 'guangzhou', DEMO_PASSWORD);
  const idle = web.restMb() ?? 0;
  const began = performance.now();
  const { bytes, lines } = await desk.take('person.list-people', {}, form);
  const seconds = (performance.now() - began) / 1000;
  if (form === 'csv' && lines !== rows + 1) throw new Error(`${lines} lines for ${rows} people`);
  const nodeMb = web.peakMb() ?? 0;
  return {
    what: `全市人员名单导出 ${form}`, rows, unit: '行', seconds, peak: { nodeMb, databaseMb: null }, limit: { what: '同样的列用 copy … to stdout，不带行级权限', rows, seconds: bare },
    promised: `百万行 ≤ ${PROMISED[form]} 秒，为它多用的内存 ≤ ${MEMORY_MB} MB`, reached: `${seconds.toFixed(1)} 秒，多用 ${nodeMb - idle} MB（进程空着 ${idle} MB），文件 ${(bytes / 1e6).toFixed(0)} MB`,
    met: seconds <= PROMISED[form] && nodeMb - idle <= MEMORY_MB && rows >= 1_000_000,
  };
}

/** The database's own limit: the same columns of the same people by COPY. */
async function copyBare(owner: pg.Client): Promise<number> {
  const began = performance.now();
  const stream = owner.query(copyTo(`copy (select p.name, p.sex, p.birth_date, (select d.masked from person_document d where d.person_id = p.id and not d.withdrawn limit 1), v.name, p.death_date
    from person p left join division v on v.id = p.handling_division_id order by p.name_pinyin collate "C", p.id) to stdout`));
  for await (const _piece of stream as AsyncIterable<Buffer>) { /* counted by the database */ }
  return (performance.now() - began) / 1000;
}

export const bench: Bench = { id: 'export', title: '导出百万行', promise: 'CSV 30 秒内，xlsx 120 秒内，为它多用的内存不超过 200 MB', run };
