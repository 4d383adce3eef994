import { useRef, useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { Count, Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import type { RollAnswer } from './roll-answer.ts';
import { BankFileButton } from './bank-file-button.tsx';
import { readBase64 } from './save-file.ts';

/** 银行: what was sent, what arrived, what came back and why; the file to hand over and the file that comes back. */
export function RollBank({ roll, role, title }: { roll: RollAnswer; role: string | undefined; title: string }) {
  const { bank } = roll;
  const answered = roll.events.findLast((event) => event.step === 'read-return');
  if (bank.file === null && bank.sent.lines === 0) return null;
  return (
    <Section title={`${title}银行回盘`} note={answered === undefined ? '等银行' : dayLong(answered.on)}>
      <table className="bank">
        <caption className="vh">送出、成功、退回</caption>
        <tbody>
          <BankLine word="送出" amount={bank.sent} />
          <BankLine word="成功" amount={bank.paid} />
          {bank.waiting.lines > 0 ? <BankLine word="没有回音" amount={bank.waiting} result /> : null}
          <BankLine word="退回" amount={bank.failed} result={bank.waiting.lines === 0} law={bank.failed.lines > 0} />
        </tbody>
      </table>
      <p>{bank.waiting.lines > 0 ? <State kind="wait">还有 {bank.waiting.lines.toLocaleString('en-US')} 笔等银行答复</State> : bank.even ? <State kind="done">成功加退回等于送出，分文不差</State> : <State kind="over">成功加退回不等于送出</State>}</p>
      {bank.file === null ? null : <p className="note">{bank.file.name}，约定 {bank.file.payDate} 入账</p>}
      {role === 'payroll-officer' && bank.file !== null ? <div className="acts"><BankFileButton roll={roll.id} /></div> : null}
      {roll.steps.includes('read-return') ? <ReadReturn roll={roll} /> : null}
      <Failures roll={roll} />
    </Section>
  );
}

function BankLine({ word, amount, result = false, law = false }: { word: string; amount: { readonly lines: number; readonly fen: number }; result?: boolean; law?: boolean }) {
  return <tr className={result ? 'res' : undefined}><th scope="row" className={law ? 'law-ink' : undefined}>{word}</th><td className="quiet"><Count of={amount.lines} /> 笔</td><td className={law ? 'law-ink strong' : undefined}><Money fen={amount.fen} /></td></tr>;
}

interface ReturnRead { readonly paid: number; readonly failed: number; readonly waiting: number; readonly already: boolean }

/** The bank's answer, as a file. Read twice it changes nothing, and says so. */
function ReadReturn({ roll }: { roll: RollAnswer }) {
  const read = useApiCommand<ReturnRead>('payroll.read-return');
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const send = async () => {
    const file = input.current?.files?.[0];
    setError(file === undefined ? '请先选银行给的回盘文件。' : undefined);
    if (file !== undefined) await read.run({ roll: roll.id, version: roll.version, fileName: file.name, content: await readBase64(file) });
  };
  return (
    <form className="upload" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Field label="银行回盘文件" help="照银行给的原样选，不用改。同一份读两次，第二次什么也不改。" error={error}>{(ids) => (
        <span className="files">
          <label className="btn pick-file">
            {chosen ?? '选回盘文件'}
            <input {...ids} ref={input} className="vh" type="file" accept=".txt,.dat,text/plain" onChange={(event) => setChosen(event.target.files?.[0]?.name)} />
          </label>
        </span>
      )}</Field>
      <ErrorNote problem={read.problem} kept="没有入账，可以再选一份。" />
      {read.answer === undefined ? null : <output>{read.answer.already ? '这一份先前已经读过，没有重复入账。' : `读好了：到账 ${read.answer.paid} 笔，退回 ${read.answer.failed} 笔${read.answer.waiting > 0 ? `，还有 ${read.answer.waiting} 笔没有回音` : ''}。`}</output>}
      <div><Button kind="main" type="submit" busy={read.busy}>读回盘文件</Button></div>
    </form>
  );
}

/** Each payment that came back: the bank's words, what the office does now, and whether it is ready to go again. */
function Failures({ roll }: { roll: RollAnswer }) {
  if (roll.failures.length === 0) return null;
  return (
    <>
      <ul className="ruled">
        {roll.failures.map((one) => (
          <li key={one.line}>
            <p className="l1"><span><A className="plain" href={`/households/${one.householdId}`}>{one.head}</A> <span className="quiet">{one.place}</span></span><Money fen={one.fen} /></p>
            <p className="l1"><span className="note">{one.open ? one.remedy : '已经另行补发'}</span>{!one.open ? <State kind="done">已补发</State> : one.accountChanged ? <State kind="done">已改账号</State> : <State kind="back">{one.reason}</State>}</p>
          </li>
        ))}
      </ul>
      {roll.failures.some((one) => one.open) ? <p className="note">账号在这一户的页面上改。改好的和银行自己原因退回的，编补发册时自动带上。</p> : null}
    </>
  );
}
