import type { AsOf, Restatement, TakenAmounts, ToldLine, WorkingStep } from '../../../kernel/contract/rules.ts';
import { getRatio } from '../../../kernel/policy/derive-money.ts';
import { fen, formatYuan, multiplyFen, scaleFen, sumFen, type Fen } from '../../../kernel/values/money.ts';
import { amountMethod } from '../common/means-test/bands.ts';
import { classifiedAmount, classifiedOn, minDifference, standard } from '../common/means-test/parameters.ts';
import { CLASSIFIED, type ClassifiedCategory } from '../common/means-test/terms.ts';

const review = (because: string): Restatement => ({ is: 'review', because });

/**
 * 按接收花名册倒算: a roster says what was paid and not what was earned. As 低保金 = S×n − I, the income it was reckoned with is I = S×n − 低保金,
 * and under another standard the household gets S′×n − I. Supplements (分类救助) that are a ratio of the standard move with it.
 * Where the equation has more than one answer (a floor, a person's share held back, a supplement of no known kind), a person must look.
 */
export function restate(taken: TakenAmounts, then: AsOf, now: AsOf): Restatement {
  if (taken.lines.some((line) => line.item === 'work-refusal')) return review('原来有本人份额减发，从金额推不出收入');
  if ([then, now].some((asOf) => asOf.choice(amountMethod.id) === 'bands')) return review('分档发放的，从金额推不出收入');
  const paid = sumFen(taken.lines.filter((line) => line.item === 'difference').map((line) => line.fen));
  const [before, after] = [then, now].map((asOf) => ({ standard: asOf.money(standard.id, taken.hukouKind), floor: getRatio(asOf.ratio(minDifference.id)) }));
  if (before === undefined || after === undefined) return review('没有标准');
  const [oldLine, newLine] = [multiplyFen(before.standard, taken.persons), multiplyFen(after.standard, taken.persons)];
  const oldFloor = scaleFen(oldLine, before.floor, 'half-up');
  if (paid > oldLine) return review('原来发的比标准合计还多，推不出收入');
  if (oldFloor > 0 && paid <= oldFloor) return review('原来按保底发，从金额推不出收入');
  const supplements = restateSupplements(taken, then, now);
  if (typeof supplements === 'string') return review(supplements);
  const income = fen(oldLine - paid);
  if (income >= newLine) return review('按倒算的收入，不低于新标准合计，要重新核实');
  const difference = fen(newLine - income);
  const floor = scaleFen(newLine, after.floor, 'half-up');
  const base = difference < floor ? floor : difference;
  return {
    is: 'restated',
    lines: [{ item: 'difference', title: income === 0 ? '低保金（全额）' : '低保金（补差）', fen: base }, ...supplements],
    working: listWorking({ persons: taken.persons, paid, oldStandard: before.standard, newStandard: after.standard, oldLine, newLine, income, base, floored: base !== difference }, supplements),
  };
}

/** Each supplement again, by what kind it must have been: the sum paid tells it where all kinds of that sum move alike. A sentence when it does not. */
function restateSupplements(taken: TakenAmounts, then: AsOf, now: AsOf): ToldLine[] | string {
  const lines = taken.lines.filter((line) => line.item === 'classified-assistance');
  const on = then.isOn(classifiedOn.id);
  if (lines.length === 0) return on ? '花名册没有把分类救助和低保金分开' : [];
  const categories = on ? (Object.keys(CLASSIFIED) as ClassifiedCategory[]) : [];
  const restated: ToldLine[] = [];
  for (const line of lines) {
    const fitting = categories.filter((category) => then.money(classifiedAmount(category).id, taken.hukouKind) === line.fen);
    const amounts = new Set(fitting.map((category) => now.money(classifiedAmount(category).id, taken.hukouKind)));
    const [only] = amounts;
    if (only === undefined || amounts.size > 1) return '分类救助是哪一类看不出来';
    restated.push({ item: 'classified-assistance', title: '分类救助', ...(line.person === undefined ? {} : { person: line.person }), fen: only });
  }
  return restated;
}

interface Reckoned {
  readonly persons: number; readonly paid: Fen; readonly oldStandard: Fen; readonly newStandard: Fen; readonly oldLine: Fen; readonly newLine: Fen; readonly income: Fen; readonly base: Fen; readonly floored: boolean;
}

function listWorking(sum: Reckoned, supplements: readonly ToldLine[]): WorkingStep[] {
  const people = { count: sum.persons, unit: '人' };
  const more = sumFen(supplements.map((line) => line.fen));
  return [
    { op: '', label: '按接收花名册倒算：原标准', plain: '原来每人每月最低数', value: { fen: sum.oldStandard }, role: 'excluded' },
    { op: '×', label: '接收时人数', plain: `算${sum.persons}口人`, value: people, role: 'excluded' },
    { op: '−', label: '接收时每月发', plain: '原来每月发', value: { fen: sum.paid }, source: '接收的花名册', role: 'excluded' },
    { op: '=', label: '倒算的家庭月收入', plain: '推算出的收入', value: { fen: sum.income }, source: `${formatYuan(sum.oldLine)} − ${formatYuan(sum.paid)}`, role: 'excluded' },
    { op: '', label: '低保标准', plain: '每人每月最低数', value: { fen: sum.newStandard }, parameter: standard.id, role: 'given' },
    { op: '×', label: '计入人数', plain: `您家算${sum.persons}口人`, value: people, role: 'given' },
    { op: '=', label: '全家应有', plain: '一共应有', value: { fen: sum.newLine }, role: 'result' },
    ...(sum.income === 0 ? [] : [{ op: '−', label: '倒算的家庭月收入', plain: '减去推算出的收入', value: { fen: sum.income }, role: 'given' } as const]),
    ...(sum.floored ? [{ op: '按', label: '差额低于保底比例，按保底发', plain: '差得不多，按保底的数发', value: { fen: sum.base }, parameter: minDifference.id, role: 'given' } as const] : []),
    ...(more === 0 ? [] : [{ op: '+', label: '分类救助', plain: '另加的补助', value: { fen: more }, role: 'given' } as const]),
    { op: '=', label: more === 0 ? '每月补差' : '每月发给', plain: '每月补给您家', value: { fen: fen(sum.base + more) }, role: 'answer' },
  ];
}
