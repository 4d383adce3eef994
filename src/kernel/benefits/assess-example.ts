import type { Benefit } from '../contract/matter.ts';
import type { Parameter, ParameterValue } from '../contract/parameter.ts';
import { AppError } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import { divisionPath, shortDivisionCode } from '../policy/division-path.ts';
import { makeParameterBook, type ParameterBook } from '../policy/parameter-book.ts';
import { yuan } from '../values/money.ts';
import { assess } from './assess.ts';
import type { Example } from './read-example.ts';
import { readFacts } from './read-facts.ts';

/** Judges a golden case as the platform would, with the demo and trial figures it asks for. Throws when its household is not well told. */
export function assessExample(benefit: Benefit, example: Example, input: unknown, figures: { readonly parameters: readonly Parameter[]; readonly values: readonly ParameterValue[] }): Assessment {
  const read = readFacts(benefit, input);
  if (!read.ok) throw new AppError('example-wrong', `${example.name}：${read.errors.map((error) => `${error.path} ${error.sentence}`).join('；')}`);
  return assess(benefit, read.facts, { book: bookOf(example, figures), divisions: divisionPath(example.division), day: example.day });
}

function bookOf(example: Example, figures: { readonly parameters: readonly Parameter[]; readonly values: readonly ParameterValue[] }): ParameterBook {
  const trial = Object.entries(example.trial).map(([id, value]): ParameterValue => {
    const money = figures.parameters.find((parameter) => parameter.id === id)?.kind === 'money';
    return {
      is: 'value', parameter: id, division: shortDivisionCode(example.division), from: example.day, to: null,
      value: money && typeof value === 'number' ? yuan(value) : value, document: { title: '试算值', number: null },
    };
  });
  const replaced = figures.values.filter((value) => !trial.some((one) => one.parameter === value.parameter && shortDivisionCode(value.division) === one.division));
  return makeParameterBook(figures.parameters, [...replaced, ...trial], { demo: example.demo });
}
