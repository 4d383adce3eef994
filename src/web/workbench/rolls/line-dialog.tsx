import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Money } from '../../ui/money.tsx';
import { State } from '../../ui/state.tsx';
import { Sum, type SumRow } from '../../ui/sum.tsx';
import { monthLong } from '../registers/words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { LineAnswer, RollAnswer } from './roll-answer.ts';

/** One household's line: what it is made of, where the money went, the same household in other months. */
export function LineDialog({ line, roll, onClose }: { line: number | undefined; roll: RollAnswer; onClose: () => void }) {
  return <Dialog open={line !== undefined} title="这一户这个月" wide onClose={onClose}>{line === undefined ? null : <Opened line={line} roll={roll} />}</Dialog>;
}

const CAUSES: Readonly<Record<string, string>> = { regular: '', arrears: '补发 ', recovery: '扣回 ' };
const WENT: Readonly<Record<string, string>> = { sent: '送银行', paid: '到账', failed: '银行退回', withdrawn: '没有送出' };

function Opened({ line, roll }: { line: number; roll: RollAnswer }) {
  const read = useApiQuery<LineAnswer>('payroll.get-line', { line });
  return <Await read={read} what="这一户" lines={5}>{(answer) => <Line line={answer} roll={roll} />}</Await>;
}

function Line({ line, roll }: { line: LineAnswer; roll: RollAnswer }) {
  const rows: SumRow[] = line.items.map((item, at) => ({ label: `${CAUSES[item.cause] ?? ''}${monthLong(item.month)} ${item.title}${item.person === null ? '' : `，${item.person}`}`, amountFen: Math.abs(item.fen), ...(item.fen < 0 ? { op: '−' as const } : at > 0 ? { op: '+' as const } : {}) }));
  return (
    <>
      <p className="lead">{line.head}，{line.place}，{line.persons} 人。{line.changeTitle === null ? '与上月相同。' : `${line.changeTitle}。`}{line.reason}</p>
      <Sum caption="这个数怎么来的" rows={[...rows, { label: '本册应发', amountFen: line.fen, answer: true, source: line.outstandingFen > 0 ? <>还有 <Money fen={line.outstandingFen} unit /> 多发的没有扣回</> : '' }]} />
      <p>{line.payee === null ? <span className="unsourced">账号未录入</span> : <>打给 <span className="filled">{line.payee}</span>，{line.bank}，尾号 {line.lastFour}{line.agent === null ? '' : `，代领人（${line.agent}）`}</>}</p>
      {line.holds.length === 0 && line.events.length === 0 ? null : (
        <ul className="ruled">
          {line.holds.map((hold, at) => <li key={`h${at}`}><p className="l1"><State kind={hold.held ? 'held' : 'done'}>{hold.held ? '暂缓' : '放行'}</State><span className="quiet">{hold.by}</span></p><p className="note">{hold.reason}</p></li>)}
          {line.events.map((event, at) => <li key={`e${at}`}><p className="l1"><State kind={event.kind === 'paid' ? 'done' : event.kind === 'failed' ? 'back' : 'wait'}>{WENT[event.kind] ?? event.kind}</State><span className="quiet">{event.on}</span></p>{event.reason === null ? null : <p className="note">{event.reason}{event.code === null ? '' : `（${event.code}）`}</p>}</li>)}
        </ul>
      )}
      <details className="more"><summary>别的月份 {line.months.length} 笔</summary>
        <ul className="ruled">{line.months.map((one, at) => <li key={at}><p className="l1"><span>{monthLong(one.month)}{one.kind === 'main' ? '' : '补发'}　<span className="quiet">{one.reason}</span></span><Money fen={one.fen} /></p></li>)}</ul>
      </details>
      <div className="foot"><HoldButton line={line} roll={roll} /><ButtonLink href={`/households/${line.householdId}`}>打开这一户</ButtonLink></div>
    </>
  );
}

/** Before the money is sent a household can be held; before the roll is submitted it can be let go. */
function HoldButton({ line, roll }: { line: LineAnswer; roll: RollAnswer }) {
  const [asking, setAsking] = useState(false);
  const hold = useApiCommand('payroll.hold-line');
  const held = line.status === 'held';
  const may = roll.steps.length > 0 && (held ? roll.state === 'drawn' || roll.state === 'checked' : line.status === 'open' && roll.state !== 'drawing');
  if (!may || !(roll.steps.includes('submit') || roll.steps.includes('check') || roll.steps.includes('send') || roll.steps.includes('approve'))) return null;
  const send = async (reason: string) => { if ((await hold.run({ line: line.id, held: !held, reason })) !== undefined) setAsking(false); };
  return (
    <>
      <Button onPress={() => setAsking(true)}>{held ? '放行' : '暂缓这一户'}</Button>
      <ReasonDialog open={asking} title={held ? '放行，写明理由' : '暂缓，写明理由'} label="理由" submit={held ? '放行' : '暂缓'} busy={hold.busy} problem={hold.problem} onClose={() => setAsking(false)} onSubmit={(reason) => void send(reason)}
        what={<p>{line.head}，<Money fen={line.fen} unit />。</p>} suggestions={held ? ['已核实'] : ['等镇街核实', '本人去世，等核实']} />
    </>
  );
}
