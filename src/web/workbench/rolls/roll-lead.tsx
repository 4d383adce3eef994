import { Money } from '../../ui/money.tsx';
import type { RollAnswer } from './roll-answer.ts';

/** The state of the roll in one sentence, with the figures in it. */
export function RollLead({ roll }: { roll: RollAnswer }) {
  const { totals } = roll;
  return (
    <>
      {(totals.households || totals.lines).toLocaleString('en-US')} 户{totals.persons > 0 ? ` ${totals.persons.toLocaleString('en-US')} 人` : ''}，共 <b className="nowrap"><Money fen={totals.fen} unit /></b>。
      {totals.held.lines > 0 ? <>其中暂缓 {totals.held.lines} 户 <span className="nowrap"><Money fen={totals.held.fen} unit /></span>。</> : null}
      <Now roll={roll} />
      {roll.whole ? null : <span className="quiet">只列您辖区里的户。</span>}
    </>
  );
}

function Now({ roll }: { roll: RollAnswer }) {
  const open = roll.failures.filter((one) => one.open);
  switch (roll.state) {
    case 'drawing': return <>正在编制。</>;
    case 'drawn': return <>编好了，还没有检查。</>;
    case 'checked': return roll.openFindings > 0 ? <b className="law-ink">检查出 {roll.openFindings} 条要处理。</b> : <>检查过了，可以提交。</>;
    case 'submitted': return <>等另一位同事批准。</>;
    case 'approved': return roll.needsFinance ? <>等财政确认。</> : <>可以送银行。</>;
    case 'confirmed': return <>财政已确认，可以送银行。</>;
    case 'sent': return <>已送银行，等回盘。</>;
    case 'returned': return open.length === 0 ? (roll.bank.failed.lines > 0 ? <>退回的 {roll.bank.failed.lines} 笔都已另行补发，可以关账。</> : <>全部到账，可以关账。</>)
      : <>银行退回 <b className="law-ink nowrap">{open.length} 笔 <Money fen={open.reduce((sum, one) => sum + one.fen, 0)} unit /></b>，等处理。</>;
    case 'closed': return roll.bank.failed.lines > 0 ? <>已关账，退回过 {roll.bank.failed.lines} 笔。</> : <>已关账，全部到账。</>;
    case 'void': return <b>已作废，不发。</b>;
  }
}
