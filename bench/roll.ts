import drawUp from '../src/kernel/payroll/commands/draw-up.ts';
import drawRoll from '../src/kernel/payroll/jobs/draw-roll.ts';
import type { Bench, Measure, Stage } from './harness/bench.ts';
import { give } from './harness/give.ts';
import { hashOf } from './harness/measuring.ts';
import { plantAidedCity, type AidedCity } from './harness/plant-aided-city.ts';
import { makeTwins } from './harness/twins.ts';

const SHARE = 0.5;

/** A month for a city of ten million: the roll drawn from grants that already stand, every line with its account, its reason and its signature. */
async function run(stage: Stage) {
  const at = await plantAidedCity(stage, stage.rows(300_000, 60));
  try {
    const officer = await at.post('payroll-officer');
    const measures: Measure[] = [];
    const rolls: number[] = [];
    // the first month of all, then one that is held against the month before
    for (const month of ['2020-12', '2021-01']) {
      const { seconds, peak, roll } = await timed(stage, async () => {
        const drawn = await give(at.city, officer, drawUp, { benefit: 'subsistence-allowance', month });
        if (!drawn.finished) await drawRoll.run(at.city, { roll: drawn.roll }, { id: 1, attempts: 1, caller: officer });
        return drawn.roll;
      });
      rolls.push(roll);
      const limit = await makeTwins(at.owner, [{ table: 'roll_line', where: `roll_id = ${roll}` }, { table: 'roll_line_item', where: `roll_id = ${roll}` }, { table: 'ledger_entry', where: `roll_id = ${roll}` }]);
      const share = limit / seconds;
      measures.push({
        what: month === '2020-12' ? '编制第一册（含两个月补发）' : '编制下一册（与上月逐户比对）', rows: at.households, unit: '户', seconds, peak,
        limit: { what: '同样的行、各项和台账用 insert … select 写进同样的表', rows: at.households, seconds: limit },
        promised: `≥ 数据库本身的 ${SHARE * 100} %`, reached: `${Math.round(share * 100)} %`, met: share >= SHARE,
      });
      await close(at, roll);
    }
    const { rows: [count] } = await at.owner.query<{ lines: number }>('select count(*)::int as lines from roll_line where roll_id = any ($1)', [rolls]);
    if (count?.lines !== rolls.length * at.households) throw new Error(`${count?.lines} lines for ${at.households} households`);
    return { measures, hash: await hashOf(at.owner, `select r.month, l.line_no, l.digest from roll_line l join roll r on r.id = l.roll_id order by r.month, l.line_no`) };
  } finally {
    await at.close();
  }
}

async function timed(stage: Stage, work: () => Promise<number>): Promise<{ seconds: number; peak: Awaited<ReturnType<ReturnType<Stage['watchMemory']>['peak']>>; roll: number }> {
  const memory = stage.watchMemory();
  const began = performance.now();
  const roll = await work();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, peak: await memory.peak(), roll };
}

/** The month is over, so that the next may be drawn: not what is measured here. */
async function close(at: AidedCity, roll: number): Promise<void> {
  await at.owner.query(`set session_replication_role = replica; update roll set state = 'closed' where id = ${roll}; set session_replication_role = origin; analyze roll_line, roll_line_item`);
}

export const bench: Bench = { id: 'roll', title: '从在册待遇编制一个月的花名册', promise: '理由和签名都在内，速度不低于数据库写入同样的行的一半', run };
