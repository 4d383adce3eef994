import type { Parameter, ParameterReading } from '../contract/parameter.ts';
import { fen, formatYuan } from '../values/money.ts';

/** A figure with its unit as papers print it: `533.00 元/人·月`, `6 个月`, `市民政局`, `是`. Ratios are shown as written. */
export function formatValue(parameter: Pick<Parameter, 'kind' | 'unit' | 'choices'>, value: number | string | boolean): string {
  switch (parameter.kind) {
    case 'money':
      return `${formatYuan(fen(Number(value)))} ${parameter.unit}`;
    case 'count':
    case 'months':
      return `${value} ${parameter.unit}`;
    case 'choice':
      return parameter.choices?.[String(value)] ?? String(value);
    case 'switch':
      return value === true ? '是' : '否';
    case 'ratio':
      return parameter.unit === '' ? String(value) : `${value} ${parameter.unit}`;
  }
}

/** Document of a figure as margins print it; a missing number is said, never invented: 《2014年度工作总结》文号未录入. */
export function formatDocument(document: ParameterReading['document']): string {
  return `《${document.title}》${document.number ?? '文号未录入'}`;
}

/** One line for margins and tables: `533.00 元/人·月，中山市，2014-01-01起`. Names of divisions come from the caller's tree. */
export function formatReading(reading: ParameterReading, nameDivision: (code: string) => string, choices?: Parameter['choices']): string {
  const parameter = { kind: reading.kind, unit: reading.unit, ...(choices === undefined ? {} : { choices }) };
  return `${formatValue(parameter, reading.value)}，${nameDivision(reading.division)}，${reading.from}起${reading.demo ? '（演示值）' : ''}`;
}
