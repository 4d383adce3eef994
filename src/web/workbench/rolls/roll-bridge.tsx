import { BridgeBar, bridgeBars } from '../../ui/bridge-bar.tsx';
import { Count, Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page-head.tsx';
import { formatYuan, fen } from '../../../kernel/values/money.ts';
import { monthShort, viewOf, type LineView, type RollAnswer } from './roll-answer.ts';

/** 与上月比较: from last month's total to this month's, change by change; each opens into its households. */
export function RollBridge({ bridge, month, onOpen }: { bridge: NonNullable<RollAnswer['bridge']>; month: string; onOpen: (view: LineView) => void }) {
  const { from, rows, to } = bridge;
  const difference = to.fen - from.fen;
  const bars = bridgeBars(rows.map((row) => row.fen), 220);
  return (
    <Section title={titleOf(difference, from.month)} note={from.month === null ? '这是本办理机构的第一册' : undefined}>
      <section className="table-wrap" aria-label="与上月比较" tabIndex={0}>
        <table className="table bridge-table">
          <caption className="vh">与上月比较</caption>
          <thead><tr><th scope="col">变化</th><th scope="col" className="num">户</th><th scope="col" className="num">人</th><th scope="col" className="num">金额（元）</th><th scope="col" className="barc">逐项累计</th></tr></thead>
          <tbody>
            <tr className="strong"><th scope="row">{from.month === null ? '上月' : monthShort(from.month)}</th><td className="num"><Count of={from.households} /></td><td className="num"><Count of={from.persons} /></td><td className="num"><Money fen={from.fen} /></td><td className="barc" /></tr>
            {rows.map((row, at) => (
              <tr key={row.kind}>
                <th scope="row"><button type="button" className="link plain" onClick={() => onOpen(viewOf(row.kind))}>{row.title}</button></th>
                <td className="num"><Count of={row.households} /></td>
                <td className="num"><Count of={row.persons} difference /></td>
                <td className="num"><Money fen={row.fen} difference /></td>
                <td className="barc">{bars[at] === undefined ? null : <BridgeBar bar={bars[at]} last={at === rows.length - 1} />}</td>
              </tr>
            ))}
            {rows.length === 0 ? <tr><td colSpan={5} className="quiet">每一户都和上月相同。</td></tr> : null}
          </tbody>
          <tfoot><tr className="total strong"><th scope="row">{monthShort(month)}</th><td className="num"><Count of={to.households} /></td><td className="num"><Count of={to.persons} /></td><td className="num answer"><Money fen={to.fen} /></td><td className="barc note">{to.persons === 0 ? '' : `平均每人 ${formatYuan(fen(Math.round(to.fen / to.persons)))} 元`}</td></tr></tfoot>
        </table>
      </section>
    </Section>
  );
}

function titleOf(difference: number, before: string | null): string {
  if (before === null) return '一、这一册怎么来的';
  if (difference === 0) return '一、与上月一样多';
  return `一、比上月${difference > 0 ? '多' : '少'} ${formatYuan(fen(Math.abs(difference)))} 元，为什么`;
}
