import { citeLaw } from '../../../kernel/contract/law.ts';
import { say, type AsOf, type WorkingStep } from '../../../kernel/contract/rules.ts';
import { fen, formatYuan, sumFen } from '../../../kernel/values/money.ts';
import { listReductions, reckon, type Reckoning } from './amount.ts';
import { listClassified } from '../common/means-test/classified.ts';
import { nameOf, type Facts } from '../common/means-test/facts.ts';
import { listCountedIncome, listExcludedIncome, type IncomeEntry } from '../common/means-test/income.ts';
import { standard } from '../common/means-test/parameters.ts';
import type { LawVersion } from '../common/means-test/version.ts';

/** The sum as it stands on the worksheet: standard × members − incomes, then supplements; what does not count is named too. */
export function listWorking(facts: Facts, law: LawVersion, asOf: AsOf): readonly WorkingStep[] {
  if (facts.hukouKind === undefined) return [];
  const reckoning = reckon(facts, law, asOf);
  if (reckoning === undefined || reckoning.members.counted.length === 0) return [];
  return [...headOf(reckoning, law), ...incomesOf(reckoning, law), ...endOf(facts, reckoning, law, asOf)];
}

function headOf(reckoning: Reckoning, law: LawVersion): WorkingStep[] {
  const { counted } = reckoning.members;
  return [
    { op: '', label: '低保标准', plain: '每人每月最低数', value: { fen: reckoning.standard }, parameter: standard.id, role: 'given' },
    {
      op: '×', label: '计入人数', plain: `您家算${counted.length}口人：${counted.map(nameOf).join('、')}`,
      value: { count: counted.length, unit: '人' }, source: citeLaw(law.articles.household), role: 'given',
    },
    { op: '=', label: '全家应有', plain: '一共应有', value: { fen: reckoning.line }, role: 'result' },
  ];
}

function incomesOf(reckoning: Reckoning, law: LawVersion): WorkingStep[] {
  const source = (entry: IncomeEntry): { source?: string } => (entry.source === undefined ? {} : { source: entry.source });
  const [entries, left] = [listCountedIncome(reckoning.income), listExcludedIncome(reckoning.income)];
  const counted = reckoning.how === 'full' ? [] : entries;
  const excluded = reckoning.how === 'full' ? [...entries, ...left] : left;
  return [
    ...counted.map((entry): WorkingStep => ({
      op: entry.fen < 0 ? '+' : '−', label: entry.label, plain: entry.label, value: { fen: fen(Math.abs(entry.fen)) }, ...source(entry), role: 'given',
    })),
    ...excluded.map((entry): WorkingStep => ({
      op: '', label: `${entry.label} ${formatYuan(entry.fen)}`, plain: `${entry.label} ${formatYuan(entry.fen)} 元，按规定不算收入`, value: { text: '不计入' }, role: 'excluded',
      source: citeLaw(entry.treatment?.law ?? law.threeNone),
      ...(entry.treatment !== undefined && 'parameter' in entry.treatment ? { parameter: entry.treatment.parameter } : {}),
    })),
  ];
}

function endOf(facts: Facts, reckoning: Reckoning, law: LawVersion, asOf: AsOf): WorkingStep[] {
  if (reckoning.how === 'none') {
    return [{ op: '=', label: '收入没有低于标准，不补差', plain: '您家的收入已经够到最低数，不补', value: { fen: fen(0) }, role: 'answer' }];
  }
  const floor: WorkingStep[] = reckoning.how === 'floor'
    ? [{ op: '按', label: '差额低于保底比例，按保底发', plain: '差得不多，按保底的数发', value: { fen: reckoning.base }, parameter: 'min-difference-ratio', role: 'given' }]
    : reckoning.band === undefined ? [] : [{
        op: '按', label: `分档：${reckoning.band.title}${reckoning.band.limit === undefined ? '' : `（人均收入低于标准的 ${reckoning.band.limit} 倍）`}，每人每月 ${formatYuan(reckoning.band.each)}`, plain: `您家是${reckoning.band.title}，按这一档的数发`,
        value: { fen: reckoning.base }, parameter: reckoning.band.parameter, role: 'given',
      }];
  const more = [...listReductions(facts, reckoning, law, asOf), ...listClassified(facts, law, asOf)];
  const steps = more.map((line): WorkingStep => ({
    op: line.fen < 0 ? '−' : '+', label: say(line.title), plain: say(line.title), value: { fen: fen(Math.abs(line.fen)) }, role: 'given',
    ...(line.item === 'classified-assistance' ? { source: citeLaw(law.articles.classified) } : {}),
  }));
  const total = sumFen([reckoning.base, ...more.map((line) => line.fen)]);
  const label = reckoning.how === 'full' ? '每月全额' : more.length === 0 && reckoning.how !== 'band' ? '每月补差' : '每月发给';
  return [...floor, ...steps, { op: '=', label, plain: '每月补给您家', value: { fen: total }, source: citeLaw(reckoning.how === 'full' && facts.threeNone ? law.threeNone : law.articles.amount), role: 'answer' }];
}
