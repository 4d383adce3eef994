import { createHash } from 'node:crypto';
import { facts as factsSchema, type Facts } from '../src/domains/social-assistance/common/means-test/facts.ts';
import { benefit } from '../src/domains/social-assistance/subsistence-allowance/matter.ts';
import { assess } from '../src/kernel/benefits/assess.ts';
import { openRehearsal, type Rehearsal, type Taken } from '../src/kernel/benefits/rehearse.ts';
import { divisionPath } from '../src/kernel/policy/division-path.ts';
import { overlayValues } from '../src/kernel/policy/overlay-values.ts';
import { makeParameterBook } from '../src/kernel/policy/parameter-book.ts';
import { loadRegistry } from '../src/kernel/registry/find-declarations.ts';
import { plainDate } from '../src/kernel/values/plain-date.ts';
import type { Bench, Measure, Stage } from './harness/bench.ts';
import { drawFrom, inventFacts } from './harness/families.ts';

const [LAW_DAY, BEFORE, AFTER] = [plainDate('2020-09-15'), plainDate('2020-12-01'), plainDate('2021-01-01')];
const [TOTALS, TRACED, SNAPSHOT_SECONDS, SNAPSHOT_MB] = [1_000_000, 500_000, 60, 2_000];
/** Different households, each taken in again and again from its text: as many in memory as there are rows, none shared. */
const KINDS = 5_000;

/** What two standards cost, side by side, by the rule files that decide real cases; on one core. Processor time of this thread, so that a busy machine tells the same. */
async function run(stage: Stage) {
  const { parameters, parameterValues } = await loadRegistry();
  const book = makeParameterBook(parameters, overlayValues(parameterValues, [
    { is: 'value', parameter: 'subsistence-standard', division: '442000', from: AFTER, to: null, value: 115_000, document: { title: '测速', number: null }, demo: true }]), { demo: true });
  const divisions = divisionPath('442000001001');
  const side = openRehearsal(benefit, { divisions, day: LAW_DAY }, [{ book, moneyDay: BEFORE }, { book, moneyDay: AFTER }]);
  const draw = drawFrom(5);
  const rows = stage.rows(1_000_000, 100);
  const texts = Array.from({ length: Math.min(KINDS, rows) }, () => JSON.stringify(inventFacts(draw)));

  const memory = stage.watchMemory();
  const { seconds: taking, answer: snapshot } = onThisCore(() => Array.from({ length: rows }, (_, at) => side.take(factsSchema.parse(JSON.parse(texts[at % texts.length] as string)))));
  const peak = await memory.peak();
  checkKinds(side, snapshot.slice(0, texts.length), (facts, moneyDay) => assess(benefit, facts, { book, divisions, day: LAW_DAY, moneyDay }));
  const sums: [number, number] = [0, 0];
  const measure = (what: string, promise: number, judge: (household: Taken<Facts>, scenario: number) => number): Measure => {
    const { seconds } = onThisCore(() => {
      for (const household of snapshot) {
        sums[0] += judge(household, 0);
        sums[1] += judge(household, 1);
      }
    });
    return { what, rows, unit: '户', seconds, promised: `每核每秒 ≥ ${promise} 户`, reached: `每秒 ${Math.round(rows / seconds)} 户`, met: rows / seconds >= promise };
  };
  const totals = measure('两个方案，只要合计', TOTALS, (household, scenario) => side.judge(household, scenario).fen);
  const traced = measure('两个方案，每户留每一条的结论和理由、每一笔金额', TRACED, (household, scenario) => side.trace(household, scenario).fen);
  return {
    measures: [
      { what: '备料：读出、核对每户情况，与方案无关的算好', rows, unit: '户', seconds: taking, peak, promised: `100 万户 ≤ ${SNAPSHOT_SECONDS} 秒，≤ ${SNAPSHOT_MB} MB`, reached: `${taking.toFixed(1)} 秒，${peak.nodeMb} MB`, met: taking <= SNAPSHOT_SECONDS && peak.nodeMb <= SNAPSHOT_MB },
      totals, traced,
    ],
    hash: createHash('sha256').update(`${rows} ${sums.join(' ')}`).digest('hex'),
    notes: ['Reasons are kept as findings and written out when somebody reads them. What reads no figure that differs between the scenarios (members counted, income, categories) is worked out once, when a household is taken in.'],
  };
}

function onThisCore<T>(work: () => T): { readonly seconds: number; readonly answer: T } {
  const began = process.threadCpuUsage();
  const answer = work();
  const used = process.threadCpuUsage(began);
  return { seconds: (used.user + used.system) / 1e6, answer };
}

/** A rehearsal that decided otherwise than a real case would measure nothing. */
function checkKinds(side: Rehearsal<Facts>, kinds: readonly Taken<Facts>[], decide: (facts: Facts, moneyDay: typeof AFTER) => ReturnType<typeof assess>): void {
  for (const one of kinds.slice(0, 200)) {
    for (const [nth, day] of [BEFORE, AFTER].entries()) {
      const [whole, trace] = [decide(one.facts, day), side.trace(one, nth)];
      if (JSON.stringify([whole.outcome, whole.fen, whole.grounds]) !== JSON.stringify([trace.outcome, trace.fen, side.tell(trace)])) throw new Error('a rehearsal decides otherwise than a case');
    }
  }
}

export const bench: Bench = { id: 'rehearsal', title: '两个标准推演，同一份规则', promise: '每核每秒 100 万户（只要合计），50 万户（每户写明理由）；100 万户备料 60 秒、2 GB 以内', run };
