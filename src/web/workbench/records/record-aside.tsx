import { useState } from 'react';
import type { Linked, RecordPage, RegisterFace } from '../../../kernel/records/face.ts';
import { useApiCommand } from '../../api-client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { figureWords } from './record-facts.tsx';
import type { RecordAct } from './record-steps.tsx';
import { totalWords, type OpenTotal } from './sub-record.tsx';

interface Props { readonly face: RegisterFace; readonly page: RecordPage; readonly onAct: (act: RecordAct) => void; readonly onTotal: (total: OpenTotal) => void }

/** Beside the sheet: the stamp of its state, what can be done, what is due, what adds up, where else it is spoken of. */
export function RecordAside({ face, page, onAct, onTotal }: Props) {
  const state = face.states[page.state];
  const current = page.history.findLast((version) => version.corrected === null);
  return (
    <>
      <p className={state?.ends === true ? 'stamp past' : 'stamp'}><b>{state?.title ?? page.state}</b><time dateTime={page.since}>{dayLong(page.since)}</time></p>
      {face.keeps ? (
        <div className="can noprint">
          {page.ways.length === 0 ? null : <div className="acts">{page.ways.map((way) => <Button key={way.state} onPress={() => onAct({ kind: 'state', ...way })}>记为{way.title}</Button>)}</div>}
          <p className="acts others">
            {current === undefined ? null : <Button kind="bare" onPress={() => onAct({ kind: 'correct', version: current })}>更正</Button>}
            <Button kind="bare" onPress={() => onAct({ kind: 'move' })}>移交</Button><Button kind="bare" onPress={() => onAct({ kind: 'take-back' })}>撤回</Button>
          </p>
        </div>
      ) : null}
      {face.pages.length === 0 ? null : <p className="acts noprint">{face.pages.map((one) => <ButtonLink key={one.path} href={one.path.replace('$record', String(page.record))}>{one.title}</ButtonLink>)}</p>}
      {page.reminders.length === 0 ? null : (
        <Section title="提醒"><ul className="ruled">{page.reminders.map((one) => <li key={one.id}><p className="l1"><span>{one.title}</span><State kind={one.overdue ? 'over' : 'mine'}>{one.day}</State></p></li>)}</ul></Section>
      )}
      <Figures face={face} page={page} onTotal={onTotal} />
      <Twins face={face} page={page} />
      {page.pointing.map((from) => (
        <Section key={from.register} title={from.title} note="说到它的">
          <ul className="ruled">{from.rows.map((one) => <li key={one.id}><p className="l1">{one.href === null ? <span>{one.title}</span> : <A href={one.href}>{one.title}</A>}</p></li>)}</ul>
          {from.more ? <p className="note">还有更多，只列前几条。<A href={`/registers/${from.register}`}>打开{from.title}</A></p> : null}
        </Section>
      ))}
      <p className="acts noprint"><ButtonLink href={`/registers/${face.id}/${page.record}/card`}>打印卡片</ButtonLink></p>
    </>
  );
}

/** What is worked out and never written: totals open into their entries. */
function Figures({ face, page, onTotal }: Pick<Props, 'face' | 'page' | 'onTotal'>) {
  const totals = face.subRecords.flatMap((sub) => (sub.totals ?? []).map((total) => ({ sub, total })));
  const derived = face.derived.filter((one) => page.derived[one.key] !== undefined);
  if (totals.length + derived.length === 0) return null;
  return (
    <Section title="算出来的" note="不用填">
      <ul className="ruled">
        {totals.map(({ sub, total }) => <li key={total.key}><p className="l1"><button type="button" className="link plain" onClick={() => onTotal({ sub: sub.id, key: total.key })}>{sub.title}，{total.title}</button><b>{totalWords(sub, total, page.totals[total.key])}</b></p></li>)}
        {derived.map((one) => {
          const lines = figureWords(one.kind, page.derived[one.key], one.unit).split('\n');
          return lines.length > 1
            ? <li key={one.key}><p className="l1"><span>{one.title}</span></p>{lines.map((line, at) => <p key={`${at} ${line}`} className="note">{line}</p>)}</li>
            : <li key={one.key}><p className="l1"><span>{one.title}</span><b>{lines[0]}</b></p></li>;
        })}
      </ul>
    </Section>
  );
}

/** 可能是同一个: somebody looks at both and says so; neither is deleted by that. */
function Twins({ face, page }: Pick<Props, 'face' | 'page'>) {
  const [judged, setJudged] = useState<{ readonly other: Linked; readonly same: boolean } | undefined>(undefined);
  if (page.twins.length === 0) return null;
  return (
    <Section title="可能是同一个" note="名称、代码对得上">
      <ul className="ruled">{page.twins.map((one) => (
        <li key={one.id}><p className="l1">{one.href === null ? <span>{one.title}</span> : <A href={one.href}>{one.title}</A>}</p>
          {face.keeps ? <p className="acts"><Button kind="bare" onPress={() => setJudged({ other: one, same: true })}>是同一个</Button><Button kind="bare" onPress={() => setJudged({ other: one, same: false })}>不是</Button></p> : null}
        </li>
      ))}</ul>
      {judged === undefined ? null : <JudgeTwin face={face} page={page} {...judged} onClose={() => setJudged(undefined)} />}
    </Section>
  );
}

function JudgeTwin({ face, page, other, same, onClose }: Pick<Props, 'face' | 'page'> & { other: Linked; same: boolean; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const command = useApiCommand('records.judge-twin');
  const send = async () => {
    setError(reason.trim() === '' ? '请写凭什么这样认。' : undefined);
    if (reason.trim() !== '' && (await command.run({ register: face.id, record: page.record, other: other.id, same, reason: reason.trim() })) !== undefined) onClose();
  };
  return (
    <Dialog open title={same ? '是同一个' : '不是同一个'} onClose={onClose}>
      <form className="told" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{page.title}（{page.number}）和 {other.title}{same ? '是同一个。认定后，请把多登记的那一条撤回。' : '不是同一个。以后不再提示。'}</p>
        <ErrorNote problem={command.problem} kept="您写的都还在下面。" />
        <Field label="凭什么" required error={error} help="如：登记证号一样；地址、负责人都不同">{(ids) => <input {...ids} className="input" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <div className="foot"><Button onPress={onClose}>先不认</Button><Button kind="main" type="submit" busy={command.busy}>{same ? '认定是同一个' : '认定不是'}</Button></div>
      </form>
    </Dialog>
  );
}
