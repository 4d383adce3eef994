import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { numberText, periodWords, requestOf, type FigureAnswer, type FrozenAnswer, type ListedIndicator, type Period } from './figure-answer.ts';

const MAY = ['statistician', 'approver', 'town-lead', 'standards-officer'];

/** 定稿: keeps the number as it is reported, with each row it counts. */
export function FreezeFigure({ indicator, period, figure }: { indicator: ListedIndicator; period: Period; figure: FigureAnswer | undefined }) {
  const role = usePost()?.role;
  const open = useOpen();
  const freeze = useApiCommand<{ readonly id: number }>('statistics.freeze-figure');
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const go = async () => {
    setError(note.trim().length < 2 ? '请写用在哪里，如 2014年度工作总结。' : undefined);
    if (note.trim().length < 2) return;
    const frozen = await freeze.run({ ...requestOf(indicator, period), note: note.trim() });
    if (frozen === undefined) return;
    setAsked(false);
    open('/figures');
  };
  const text = figure === undefined ? '' : `${numberText(figure.all.value, indicator.unit)} ${indicator.unit}`;
  return (
    <Section title="定稿">
      <p className="note">报出去以前定稿：这个数、口径和它数的每一行都留下，以后知道得更多也不动它，只在旁边列更正。</p>
      <div className="acts"><Button onPress={() => setAsked(true)} {...(role !== undefined && MAY.includes(role) ? {} : { waiting: '由统计、审批或标准管理岗位定稿' })}>定稿这一期</Button></div>
      <Dialog open={asked} title="定稿这一期" onClose={() => setAsked(false)}>
        <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void go(); }}>
          <p className="lead">{indicator.title}，{periodWords(indicator.kind, period)}：<b>{text}</b></p>
          <Field label="用在哪里" required error={error} help="如 2014年度工作总结">{(ids) => <input {...ids} className="input" value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />}</Field>
          <ErrorNote problem={freeze.problem} kept="您写的都还在这里。" />
          <div className="foot"><Button onPress={() => setAsked(false)}>先不定</Button><Button kind="main" type="submit" busy={freeze.busy}>定稿，{text}</Button></div>
        </form>
      </Dialog>
    </Section>
  );
}

const WHAT: Readonly<Record<string, string>> = { added: '后来多出', removed: '后来去掉', changed: '后来变了' };
const KINDS: Readonly<Record<string, string>> = { person: '/people', household: '/households', case: '/cases', record: '/records' };

/** A frozen number beside what it would be today, row by row. */
export function FrozenComparison({ id }: { id: number }) {
  const read = useApiQuery<FrozenAnswer>('statistics.get-frozen', { id });
  return (
    <Section title="定稿和今天比">
      <Await read={read} what="定稿" lines={3}>{({ frozen, now, counts, corrections, definitionChanged }) => (
        <>
          <table className="bank-like table"><caption className="vh">定稿和今天</caption><tbody>
            <tr><th scope="row">{dayLong(frozen.onDay)}定稿</th><td className="num"><b>{numberText(frozen.value, frozen.unit)}</b></td></tr>
            <tr><th scope="row">按今天知道的</th><td className="num">{numberText(now.value, frozen.unit)}</td></tr>
          </tbody></table>
          <p className="note">{frozen.note}。行的指纹 {frozen.digest.slice(0, 16).match(/.{4}/g)?.join(' ')}</p>
          {definitionChanged ? <p className="law-ink">口径后来改过，两个数不只差在行上。</p> : null}
          <p>{counts.added + counts.removed + counts.changed === 0 ? <State kind="done">每一行都没有变</State> : <State kind="back">多 {counts.added}、少 {counts.removed}、变 {counts.changed} 行</State>}</p>
          <ul className="ruled">{corrections.map((one) => <li key={`${one.kind} ${one.id}`}><p className="l1"><A href={`${KINDS[one.kind] ?? '/figures'}/${one.id}`}>{WHAT[one.what]}</A><span className="quiet">{one.before ?? '无'} 变 {one.after ?? '无'}</span></p></li>)}</ul>
        </>
      )}</Await>
    </Section>
  );
}
