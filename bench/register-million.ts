import pg from 'pg';
import { openAccounts } from '../demo/seed/open-accounts.ts';
import { openDemoOffice, type DemoOffice } from '../demo/seed/demo-office.ts';
import { callerOfPost } from '../src/kernel/access/sessions.ts';
import { download } from '../src/kernel/db/download.ts';
import { loadDivisions } from '../src/kernel/registers/division/load-divisions.ts';
import listDownload from '../src/kernel/records/downloads/list.ts';
import countRecords from '../src/kernel/records/queries/count.ts';
import listRecords from '../src/kernel/records/queries/list.ts';
import type { Caller } from '../src/kernel/access/caller.ts';
import type { Bench, BenchOutcome, Measure, Stage } from './harness/bench.ts';
import { ask } from './harness/give.ts';
import { countHandMade, listHandMade } from './harness/hand-made.ts';
import { hashOf } from './harness/measuring.ts';
import { CITY } from './harness/million-rows.ts';
import { plantRegister } from './harness/plant-register.ts';

const REGISTER = 'community-organisation';
const PROMISED = 0.8;
const DAY = '2014-11-03';

/** One thing a keeper asks of the list, of the register and of the table made by hand. */
interface Asked { readonly what: string; readonly body: object; readonly hand: { readonly where: string; readonly values: readonly (string | number)[]; readonly order: string } }
const ASKED: readonly Asked[] = [
  { what: '第一页', body: {}, hand: { where: 'true', values: [], order: 't.id' } },
  { what: '按状态和类别筛', body: { state: 'filed', filters: [{ field: 'kind', is: ['culture', 'charity'] }] }, hand: { where: 't.state = $1 and t.kind = any ($2::text[])', values: ['filed', '{culture,charity}'], order: 't.id' } },
  { what: '按日期筛', body: { filters: [{ field: 'formedOn', from: '2014-01-01', to: '2014-01-31' }] }, hand: { where: 't.formed_on >= $1::date and t.formed_on <= $2::date', values: ['2014-01-01', '2014-01-31'], order: 't.id' } },
  { what: '按没有索引的一栏筛', body: { filters: [{ field: 'size', from: 60 }, { field: 'guidedBy', is: '街道' }] }, hand: { where: `t.size >= $1 and t.guided_by collate "C" >= $2 and t.guided_by collate "C" < $3`, values: [60, '街道', '街遖'], order: 't.id' } },
  { what: '按名称找', body: { text: '红棉舞蹈队12' }, hand: { where: `t.name ~>=~ $1 and t.name ~<~ $2`, values: ['红棉舞蹈队12', '红棉舞蹈队13'], order: 't.id' } },
  { what: '按日期从新到旧', body: { sort: { by: 'formedOn', down: true } }, hand: { where: 'true', values: [], order: 't.formed_on desc, t.id desc' } },
  { what: '按名称排', body: { sort: { by: 'name' } }, hand: { where: 'true', values: [], order: 't.name collate "C", t.id' } },
];

async function run(stage: Stage): Promise<BenchOutcome> {
  const records = stage.rows(1_000_000, 4_000);
  const owner = new pg.Client({ connectionString: await stage.databaseUrl(), options: `-c search_path=city_${CITY},ext -c datestyle=ISO -c client_min_messages=warning` });
  await owner.connect();
  try {
    await loadDivisions(owner, CITY);
    await owner.query('update city set demo = true, demo_day = $1', [DAY]);
    await openAccounts(owner, [CITY]);
    stage.say(`  种入 ${records} 条…`);
    await plantRegister(owner, records);
    const office = await openDemoOffice({ databaseUrl: await stage.databaseUrl(), dataDir: stage.dataDir, owner }, { city: CITY, administrator: 'gz-admin', day: DAY });
    try {
      const callers = { 全市: await callerOf(owner, office, 'guangzhou'), 一个街道: await callerOf(owner, office, 'yuexiu') };
      const measures: Measure[] = [];
      for (const [who, caller] of Object.entries(callers)) for (const asked of ASKED) measures.push(await compare(stage, `${asked.what}，${who}`, () => ask(office.city, caller, listRecords, { register: REGISTER, plain: true, ...asked.body } as never), () => ask(office.city, caller, listHandMade, { ...asked.hand, values: [...asked.hand.values] })));
      measures.push(await compare(stage, '按镇街数在册、新增，全市', () => ask(office.city, callers.全市, countRecords, { register: REGISTER, asOf: DAY, from: '2014-01-01', to: DAY, by: 'division', level: 'town' } as never), () => ask(office.city, callers.全市, countHandMade, {}), 5));
      measures.push(await exportAll(office, callers.全市, owner, records));
      return { measures, hash: await hashOf(owner, `select number, name, kind, formed_on, size, state from community_organisation where known_to is null order by record_id, valid_from limit 20000`) };
    } finally {
      await office.close();
    }
  } finally {
    await owner.end();
  }
}

async function callerOf(owner: pg.Client, office: DemoOffice, login: string): Promise<Caller> {
  const { rows: [post] } = await owner.query<{ id: string }>('select p.id from post p join account a on a.id = p.account_id where a.login = $1', [login]);
  return callerOfPost(office.city, Number(post?.id));
}

/** Both asked in turn; the middle of each. */
async function compare(stage: Stage, what: string, ours: () => Promise<unknown>, hand: () => Promise<unknown>, times = 15): Promise<Measure> {
  const waits = { ours: [] as number[], hand: [] as number[] };
  for (let nth = 0; nth < (stage.small ? 2 : times) + 2; nth += 1) {
    const [a, b] = [await timed(ours), await timed(hand)];
    // the first two warm the caches
    if (nth >= 2) { waits.ours.push(a); waits.hand.push(b); }
  }
  const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const [a, b] = [middle(waits.ours), middle(waits.hand)];
  return { what, rows: 1, unit: '次', seconds: a, limit: { what: '同样的行放在一张专门手写的表里，同一条行规则', rows: 1, seconds: b }, promised: `手写表的 ≥ ${PROMISED * 100} %`, reached: `${(a * 1000).toFixed(1)} 毫秒，手写的 ${(b * 1000).toFixed(1)} 毫秒，${Math.round((b / a) * 100)} %`, met: b / a >= PROMISED };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function exportAll(office: DemoOffice, caller: Caller, owner: pg.Client, records: number): Promise<Measure> {
  let lines = 0;
  const seconds = await timed(async () => {
    const outcome = await download(office.city, caller, { ...listDownload, open: listDownload.openCsv ?? listDownload.open }, { register: REGISTER }, async (file) => { for await (const piece of file.pieces) lines += Buffer.from(piece).toString('latin1').split('\r\n').length - 1; });
    if (!outcome.ok) throw new Error(outcome.refused.code);
  });
  if (lines !== records + 1) throw new Error(`${lines} lines for ${records} records`);
  const bare = await timed(() => owner.query('select t.*, d.name from hand_made t join division d on d.id = t.division_id order by t.id offset 999999999'));
  return { what: '导出 CSV，全市', rows: records, unit: '条', seconds, limit: { what: '同样的行由数据库排好读完，一行也不送出', rows: records, seconds: bare }, promised: '百万条 ≤ 30 秒', reached: `${seconds.toFixed(1)} 秒`, met: seconds <= 30 };
}

export const bench: Bench = { id: 'register-million', title: '一百万条的台账', promise: '声明出来的台账，一百万条，名单、筛选、排序、统计不低于手写表的八成', run };
