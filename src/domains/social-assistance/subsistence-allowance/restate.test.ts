import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParameterValue } from '../../../kernel/contract/parameter.ts';
import type { TakenAmounts } from '../../../kernel/contract/rules.ts';
import { makeAsOf } from '../../../kernel/policy/as-of.ts';
import { makeParameterBook } from '../../../kernel/policy/parameter-book.ts';
import { findDeclarations } from '../../../kernel/registry/find-declarations.ts';
import { fen } from '../../../kernel/values/money.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { restate } from './restate.ts';

const registry = await findDeclarations();
const from = plainDate('2014-01-01');
/** The figures of one day of a made-up place. */
function figures(standard: number, more: Readonly<Record<string, number | string | boolean>> = {}) {
  const values = Object.entries({ 'subsistence-standard': standard, 'classified-assistance': false, 'min-difference-ratio': '0', 'amount-method': 'difference', ...more })
    .map(([parameter, value]): ParameterValue => ({ is: 'value', parameter, division: '990000', from, to: null, value, document: { title: '试算', number: null } }));
  return makeAsOf(makeParameterBook(registry.parameters, values), { day: from, divisions: ['990000'] });
}
const taken = (amount: number, persons = 3, more: TakenAmounts['lines'] = []): TakenAmounts => ({ hukouKind: 'urban', persons, lines: [{ item: 'difference', fen: fen(amount) }, ...more] });
const total = (answer: ReturnType<typeof restate>): number | string => (answer.is === 'review' ? answer.because : answer.lines.reduce((sum, line) => sum + line.fen, 0));

test('倒算：533×3−979=620，560×3−620=1060；全额的仍全额', () => {
  expect(total(restate(taken(97_900), figures(53_300), figures(56_000)))).toBe(106_000);
  expect(total(restate(taken(53_300, 1), figures(53_300), figures(56_000)))).toBe(56_000);
});

test('同一标准下不变；升了再降回来，一分不差', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 100, max: 90_000 }), fc.integer({ min: 0, max: 90_000 }), fc.nat(), (persons, old, rise, share) => {
    const paid = 1 + (share % (old * persons));
    expect(total(restate(taken(paid, persons), figures(old), figures(old)))).toBe(paid);
    const up = restate(taken(paid, persons), figures(old), figures(old + rise));
    if (up.is === 'review') throw new Error(up.because);
    expect(total(up)).toBe(paid + rise * persons);
    expect(total(restate(taken(Number(total(up)), persons), figures(old + rise), figures(old)))).toBe(paid);
    // the last figure of the working is what is paid
    expect(up.working.at(-1)?.value).toEqual({ fen: total(up) });
  }));
});

test('推不出来的不猜', () => {
  expect(total(restate(taken(200_000), figures(53_300), figures(56_000)))).toMatch(/推不出收入/);
  expect(total(restate(taken(10_000, 1), figures(53_300), figures(40_000)))).toMatch(/要重新核实/);
  expect(total(restate(taken(10_660, 1), figures(53_300, { 'min-difference-ratio': '0.2' }), figures(56_000)))).toMatch(/保底/);
  expect(total(restate(taken(50_000, 1, [{ item: 'work-refusal', person: '1', fen: fen(-5_000) }]), figures(53_300), figures(56_000)))).toMatch(/减发/);
  expect(total(restate(taken(50_000, 1), figures(53_300, { 'classified-assistance': true }), figures(56_000)))).toMatch(/没有把分类救助/);
  expect(total(restate(taken(50_000, 1), figures(53_300), figures(56_000, { 'amount-method': 'bands' })))).toMatch(/分档/);
});

test('按比例的分类救助跟着走；看不出是哪一类的待复核', () => {
  const kinds = ['elder', 'minor', 'student', 'single-parent', 'severe-disability', 'disability', 'serious-illness', 'childless', 'special-outpatient', 'family-planning'];
  const all = (amount: number, student = amount) => ({ 'classified-assistance': true, ...Object.fromEntries(kinds.map((kind) => [`classified-${kind}`, kind === 'student' ? student : amount])) });
  const line = { item: 'classified-assistance', person: '7', fen: fen(21_320) };
  const up = restate(taken(30_000, 1, [line]), figures(53_300, all(21_320)), figures(56_000, all(22_400)));
  expect(up).toMatchObject({ is: 'restated', lines: [{ fen: 32_700 }, { item: 'classified-assistance', person: '7', fen: 22_400 }] });
  expect(total(restate(taken(30_000, 1, [line]), figures(53_300, all(21_320)), figures(56_000, all(22_400, 30_000))))).toMatch(/哪一类看不出来/);
});
