import type { ReactNode } from 'react';
import { Money } from './money.tsx';

/** One line of a sum worked as on paper. Give one of `amountFen`, `count`, `text`. */
export interface SumRow {
  readonly op?: '×' | '÷' | '+' | '−' | '＝' | undefined;
  readonly label: ReactNode;
  /** A second, smaller line under the label. */
  readonly sub?: ReactNode;
  /** 分 */
  readonly amountFen?: number | undefined;
  /** A whole number (人数); keeps the place of the units. */
  readonly count?: number | undefined;
  /** Words instead of a figure: 不计入. */
  readonly text?: string | undefined;
  /** Article, document number, who answered, on what day. */
  readonly source?: ReactNode;
  /** Said in vermilion when the source is not there: 文号未录入. */
  readonly missingSource?: string | undefined;
  /** Left out of the sum, shown with its reason. */
  readonly quiet?: boolean;
  /** A stroke before it. */
  readonly result?: boolean;
  /** The answer: a double stroke under it. */
  readonly answer?: boolean;
}

/** 为什么是这个数: one figure a line, one column, the operator before it, the source in the margin. */
export function Sum({ rows, caption }: { rows: readonly SumRow[]; caption?: string }) {
  const sourced = rows.some((row) => row.source !== undefined || row.missingSource !== undefined);
  return (
    <table className="sum">
      {caption === undefined ? null : <caption className="vh">{caption}</caption>}
      <tbody>{rows.map((row, at) => <Line key={at} row={row} sourced={sourced} />)}</tbody>
    </table>
  );
}

const SPOKEN = { '×': '乘', '÷': '除以', '+': '加', '−': '减', '＝': '等于' } as const;

function Line({ row, sourced }: { row: SumRow; sourced: boolean }) {
  const kind = row.answer === true ? 'ans' : row.result === true ? 'res' : row.quiet === true ? 'quiet' : undefined;
  return (
    <tr className={kind}>
      <th scope="row">{row.label}{row.sub === undefined ? null : <span className="sub note">{row.sub}</span>}</th>
      <td className="op">{row.op === undefined ? null : <><span aria-hidden="true">{row.op}</span><span className="vh">{SPOKEN[row.op]}</span></>}</td>
      <td className="num"><Figure row={row} /></td>
      {sourced ? <td className="src">{row.source}{row.missingSource === undefined ? null : <span className="unsourced">{row.missingSource}</span>}</td> : null}
    </tr>
  );
}

function Figure({ row }: { row: SumRow }) {
  if (row.text !== undefined) return row.text;
  if (row.count !== undefined) return <>{row.count.toLocaleString('en-US')}<span className="pad" aria-hidden="true">.00</span></>;
  return <Money fen={row.amountFen} />;
}
