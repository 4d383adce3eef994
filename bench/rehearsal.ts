import { createHash } from 'node:crypto';
import { facts as factsSchema, type Facts } from '../src/domains/social-assistance/common/means-test/facts.ts';
import { benefit } from '../src/domains/social-assistance/subsistence-allowance/matter.ts';
import { assess, assessBriefly } from '../src/kernel/benefits/assess.ts';
import { divisionPath } from '../src/kernel/policy/division-path.ts';
import { overlayValues } from '../src/kernel/policy/overlay-values.ts';
import { makeParameterBook } from '../src/kernel/policy/parameter-book.ts';
import { loadRegistry } from '../src/kernel/registry/find-declarations.ts';
import { plainDate } from '../src/kernel/values/plain-date.ts';
import type { Bench, Measure, Stage } from './harness/bench.ts';
import { drawFrom, inventFacts } from './harness/families.ts';

const [LAW_DAY, BEFORE, AFTER] = [plainDate('2020-09-15'), plainDate('2020-12-01'), plainDate('2021-01-01')];
const [TOTALS, TRACED] = [1_000_000, 500_000];
/** Different households, asked round after round: what they hold would not fit in memory a million times over as objects. */
const KINDS = 5_000;

/** What two standards cost, side by side, by the rule files that decide real cases; on one core. Processor time of this thread, so that a busy machine tells the same. */
async function run(stage: Stage) {
  const { parameters, parameterValues } = await loadRegistry();
  const book = makeParameterBook(parameters, overlayValues(parameterValues, [
    { is: 'value', parameter: 'subsistence-standard', division: '442000', from: AFTER, to: null, value: 115_000, document: { title: '测速', number: null }, demo: true }]), { demo: true });
  const divisions = divisionPath('442000001001');
  const draw = drawFrom(5);
  const households = Array.from({ length: Math.min(KINDS, stage.rows(KINDS, 50)) }, () => factsSchema.parse(inventFacts(draw)));
  const rows = stage.rows(200_000, 100);
  const sums: [number, number] = [0, 0];
  const measure = (what: string, promise: number, judge: (household: Facts, month: typeof AFTER) => number): Measure => {
    const memory = stage.watchMemory();
    const began = process.threadCpuUsage();
    for (let at = 0; at < rows; at += 1) {
      const household = households[at % households.length] as Facts;
      sums[0] += judge(household, BEFORE);
      sums[1] += judge(household, AFTER);
    }
    const used = process.threadCpuUsage(began);
    void memory.peak();
    const seconds = (used.user + used.system) / 1e6;
    return { what, rows, unit: '户', seconds, promised: `每核每秒 ≥ ${promise} 户`, reached: `每秒 ${Math.round(rows / seconds)} 户`, met: rows / seconds >= promise };
  };
  const totals = measure('两个方案，只要合计', TOTALS, (household, moneyDay) => assessBriefly(benefit, household, { book, divisions, day: LAW_DAY, moneyDay }).fen);
  const traced = measure('两个方案，每户写明理由和算式', TRACED, (household, moneyDay) => assess(benefit, household, { book, divisions, day: LAW_DAY, moneyDay }).fen);
  return {
    measures: [totals, traced],
    hash: createHash('sha256').update(`${rows} ${sums.join(' ')}`).digest('hex'),
    notes: ['Both scenarios run the rule files as they stand; every condition writes its sentence (the reason with its amounts) even where nobody will read it: that is the limit. Next: reasons written only when asked for, and what does not depend on the standard (members counted, income) worked out once for both scenarios. The snapshot of a million households is not measured yet.'],
  };
}

export const bench: Bench = { id: 'rehearsal', title: '两个标准推演，同一份规则', promise: '每核每秒 100 万户（只要合计），50 万户（每户写明理由）', run };
