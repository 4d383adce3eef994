import type { Bench, Measure, Peak, Stage } from './harness/bench.ts';
import { plantAidedCity, type AidedCity } from './harness/plant-aided-city.ts';
import { ask, give } from './harness/give.ts';
import proposeValue from '../src/kernel/policy/commands/propose-value.ts';
import signValue from '../src/kernel/policy/commands/sign-value.ts';
import preview from '../src/kernel/repricing/commands/preview.ts';
import priceRun from '../src/kernel/repricing/jobs/price.ts';
import getProgress from '../src/kernel/repricing/queries/get-progress.ts';
import { hashOf, withReader } from './harness/measuring.ts';
import { makeTwins } from './harness/twins.ts';

const PROMISED = 20_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Every open grant under a new standard: looked at beforehand, signed, priced again from its first month, with the words and the reason. */
async function run(stage: Stage) {
  const at = await plantAidedCity(stage, stage.rows(300_000, 60));
  try {
    const [writer, signer] = [await at.post('standards-officer'), await at.post('approver')];
    const { id } = await give(at.city, writer, proposeValue, { parameter: 'subsistence-standard', division: '442000', from: '2021-01-01', to: null, value: 115_000, demo: true, document: { title: '测速', number: null } });
    const looked = await timed(stage, at, '推演全市（只算不改）', async () => {
      const first = await give(at.city, writer, preview, { proposal: id });
      await priceRun.run(at.city, { run: first.run }, { id: 1, attempts: 1, caller: writer });
    });
    const { run } = await give(at.city, signer, signValue, { proposal: id, agree: true });
    if (run === null) throw new Error('the standard touched nobody');
    const priced = await timed(stage, at, '签发后全部重算（逐户留算法、依据和理由）', () => priceRun.run(at.city, { run }, { id: 2, attempts: 1, caller: signer }));
    const { grants } = await ask(at.city, signer, getProgress, { run });
    if (grants !== at.households) throw new Error(`${grants} of ${at.households} grants were priced`);
    const limit = await makeTwins(at.owner, [
      { table: 'grant_version', where: `known_to is null and command_id > 100` }, { table: 'grant_line', where: 'command_id > 100' }, { table: 'repricing_result', where: `run_id = ${run}` },
    ]);
    const hash = await hashOf(at.owner, `select v.household_id, v.from_month, v.to_month, v.fen, v.reason, l.item, l.fen from grant_version v join grant_line l on l.version_id = v.id where v.known_to is null order by v.household_id, v.from_month, l.item collate "C", l.person_id, l.fen`);
    return { measures: [looked, { ...priced, limit: { what: '同样的新版本、金额行和结果用一条 insert … select 写进同样的表', rows: at.households, seconds: limit } }], hash };
  } finally {
    await at.close();
  }
}

async function timed(stage: Stage, at: AidedCity, what: string, work: () => Promise<void>): Promise<Measure> {
  const quiet = stage.small || process.env['BENCH_QUIET'] ? undefined : await withReader(at, () => pause(10_000));
  let [seconds, peak]: [number, Peak] = [0, { nodeMb: 0, databaseMb: null }];
  const measured = async (): Promise<void> => {
    const memory = stage.watchMemory();
    const began = performance.now();
    await work();
    seconds = (performance.now() - began) / 1000;
    peak = await memory.peak();
  };
  const busy = stage.small || process.env['BENCH_QUIET'] ? (await measured(), undefined) : await withReader(at, measured);
  const rate = at.households / seconds;
  const calm = quiet === undefined || (busy !== undefined && busy.p99 <= Math.max(2 * quiet.p99, quiet.p99 + 10));
  return {
    what, rows: at.households, unit: '户', seconds, peak, promised: `每秒 ≥ ${PROMISED} 户，≤ 600 MB，网页 p99 不变`,
    reached: `每秒 ${Math.round(rate)} 户，${peak.nodeMb} MB，读一户 p99 ${quiet?.p99.toFixed(0) ?? '–'} → ${busy?.p99.toFixed(0) ?? '–'} 毫秒`, met: rate >= PROMISED && peak.nodeMb <= 600 && calm,
  };
}

export const bench: Bench = { id: 're-assessment', title: '标准调整，全部重算', promise: '每秒 2 万户，内存不超过 600 MB，同时网页不变慢', run };
