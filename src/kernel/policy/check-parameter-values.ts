import type { Parameter, ParameterValue } from '../contract/parameter.ts';
import { overlaps } from '../values/period.ts';
import { shortDivisionCode } from './division-path.ts';
import { parseRatio } from './derive-money.ts';

/** Everything wrong with a set of entries, one sentence each, naming the entries. Empty when all is well. */
export function checkParameterValues(parameters: readonly Parameter[], values: readonly ParameterValue[]): string[] {
  const declared = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  return [...values.flatMap((value) => checkOne(value, declared)), ...listConflicts(values)];
}

/** One entry in words: 低保标准(subsistence-standard) 442000 [2014-01-01, 至今). */
function nameOf(value: ParameterValue): string {
  const kind = value.hukouKind === undefined ? '' : ` ${value.hukouKind}`;
  return `${value.parameter} ${value.division}${kind} [${value.from}, ${value.to ?? '至今'})${value.demo === true ? ' 演示值' : ''}`;
}

function checkOne(value: ParameterValue, declared: ReadonlyMap<string, Parameter>): string[] {
  const parameter = declared.get(value.parameter);
  if (parameter === undefined) return [`${nameOf(value)}：参数没有声明。先在事项的 parameters 里声明它`];
  const problems: string[] = [];
  if (value.to !== null && value.to <= value.from) problems.push(`${nameOf(value)}：期间是空的。to 要晚于 from`);
  if (value.hukouKind !== undefined && parameter.byHukouKind !== true) problems.push(`${nameOf(value)}：这个参数不分城乡。去掉 hukouKind，或声明 byHukouKind`);
  if (value.is === 'value' && !fits(parameter, value.value)) problems.push(`${nameOf(value)}：值 ${JSON.stringify(value.value)} 不合种类 ${parameter.kind}`);
  if (value.is === 'derived') problems.push(...checkFormula(value, parameter, declared));
  return problems;
}

function checkFormula(value: Extract<ParameterValue, { is: 'derived' }>, parameter: Parameter, declared: ReadonlyMap<string, Parameter>): string[] {
  const problems: string[] = [];
  if (parameter.kind !== 'money') problems.push(`${nameOf(value)}：只有金额可以按比例推算`);
  if (declared.get(value.base)?.kind !== 'money') problems.push(`${nameOf(value)}：推算的基数 ${value.base} 不是已声明的金额参数`);
  if (parseRatio(value.ratio) === undefined) problems.push(`${nameOf(value)}：比例 ${value.ratio} 要写成小数文字，如 '1.5'`);
  return problems;
}

function fits(parameter: Parameter, value: number | string | boolean): boolean {
  switch (parameter.kind) {
    case 'money':
    case 'count':
    case 'months':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= (parameter.kind === 'months' ? 1 : 0);
    case 'ratio':
      return typeof value === 'string' && parseRatio(value) !== undefined;
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(parameter.choices ?? {}, value);
    case 'switch':
      return typeof value === 'boolean';
  }
}

/** Two entries for one parameter, division and hukou kind may not hold on the same day. A demo value may stand beside a gap. */
function listConflicts(values: readonly ParameterValue[]): string[] {
  const groups = Map.groupBy(values, (value) => [value.parameter, shortDivisionCode(value.division), value.hukouKind ?? '', value.demo === true].join('|'));
  return [...groups.values()].flatMap((group) =>
    group.flatMap((left, index) =>
      group
        .slice(index + 1)
        .filter((right) => overlaps(left, right))
        .map((right) => `${nameOf(left)} 与 ${nameOf(right)}：同一天有两个数。改一个的起止日期`),
    ),
  );
}
