import { useId, useState } from 'react';
import { addDays, parsePlainDate } from '../../../kernel/values/plain-date.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { dayLong } from '../../ui/day-text.ts';
import type { CaseDetail, OfferedStep, StepResult } from './api.ts';
import { AuthoriseDialog } from './authorise-dialog.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { LaterDialog } from './later-dialog.tsx';
import type { NextWalk } from './next-task.tsx';
import { useOpenNext } from './next-preference.ts';
import { StepDialog } from './step-dialog.tsx';

/** What can be done now, and what has to wait, each with its reason and, where the law knows it, the day it opens. */
export function CaseSteps({ detail, onDone, next }: { detail: CaseDetail; onDone: (result: StepResult) => void; next: NextWalk }) {
  const [taking, setTaking] = useState<string | undefined>(undefined);
  const [kept, setKept] = useState<OfferedStep | undefined>(undefined);
  const [signing, setSigning] = useState(false);
  const can = detail.steps.filter((step) => step.no === null);
  const own = can.filter((one) => !one.generic || one.id === 'supplement');
  const other = can.filter((one) => !own.includes(one));
  const waiting = byReason(detail.steps.filter((step) => step.no !== null));
  // a step that is gone after somebody else acted stays open with what was typed in it
  const step = detail.steps.find((one) => one.id === taking) ?? (taking === undefined ? undefined : kept);
  const mayExtendSigning = detail.outcome === null && detail.authorisations.missing.length > 0 && detail.steps.length > 0;
  const start = (one: OfferedStep) => { setKept(one); setTaking(one.id); };
  const stop = () => setTaking(undefined);
  const ordered = inOrder(own);
  const [later, setLater] = useState(false);
  // 1 to 9 press the steps in their order, whatever letter they have
  useKeys(Object.fromEntries([...ordered, ...other].slice(0, 9).map((one, at) => [String(at + 1), { title: one.title, run: () => start(one) }])));
  return (
    <>
      {own.length === 0 && !mayExtendSigning ? null : (
        <section className="can" aria-label="可以做">
          <h2>可以做</h2>
          <div className="acts">
            {mayExtendSigning ? <Button hotkey="q" hotkeyTitle="登记签字" onPress={() => setSigning(true)}>登记签字，还差 {detail.authorisations.missing.length} 人</Button> : null}
            {ordered.map((one, at) => <Button key={one.id} kind={one.main || (at === 0 && one.task !== null && !own.some((other) => other.main)) ? 'main' : 'secondary'} hotkey={one.key ?? String(at + 1)} onPress={() => start(one)}>{one.title}</Button>)}
          </div>
        </section>
      )}
      {waiting.map((group) => <Waiting key={group.sentence} group={group} />)}
      {other.length === 0 ? null : <section className="can" aria-label="遇到别的情况"><h2>遇到别的情况</h2><div className="acts others">{other.map((one) => <Button key={one.id} kind="bare" onPress={() => start(one)}>{one.title}</Button>)}</div></section>}
      {detail.outcome === null && detail.steps.length === 0 ? <section className="can"><h2>现在</h2><p className="note">这一步不由您的岗位办。可以看，不用做什么。</p></section> : null}
      <section className="can" aria-label="下一件">
        <OpenNextSwitch />
        {next.left === undefined ? null : <p className="note">{next.left === 0 ? '这一件办完，手上就没有了' : `后面还有 ${next.left} 件`}{next.later > 0 ? `，稍后的 ${next.later} 件` : ''}。{next.left === 0 ? null : <><Button kind="bare" hotkey="." hotkeyTitle="打开下一件" onPress={() => void next.go()}>下一件</Button></>}{detail.steps.length === 0 ? null : <Button kind="bare" hotkey="l" hotkeyTitle="稍后再办这一件" onPress={() => setLater(true)}>稍后</Button>}</p>}
      </section>
      {step === undefined ? null : step.id === 'correct-facts'
        ? <CorrectDialog detail={detail} onClose={stop} onDone={stop} />
        : <StepDialog key={step.id} detail={detail} step={step} onClose={stop} onDone={(result) => { stop(); onDone(result); }} />}
      {later ? <LaterDialog caseId={detail.caseId} name={detail.name} reason={null} onClose={() => setLater(false)} onDone={() => void next.go(`${detail.name}放到稍后`)} /> : null}
      {signing ? <AuthoriseDialog detail={detail} onClose={() => setSigning(false)} /> : null}
    </>
  );
}

/** The one filled button first. */
const inOrder = (steps: readonly OfferedStep[]): OfferedStep[] => steps.toSorted((a, b) => Number(b.main) - Number(a.main));

interface WaitingGroup { readonly sentence: string; readonly opens: string | undefined; readonly steps: readonly OfferedStep[] }

/** Buttons that wait for the same thing stand under one sentence. */
export function byReason(steps: readonly OfferedStep[]): WaitingGroup[] {
  const groups = new Map<string, OfferedStep[]>();
  for (const step of steps) groups.set(step.no?.sentence ?? '', [...(groups.get(step.no?.sentence ?? '') ?? []), step]);
  return [...groups].map(([sentence, own]) => ({ sentence, steps: own, opens: opensOn(own[0]) }));
}

function opensOn(step: OfferedStep | undefined): string | undefined {
  const until = step?.no?.code === 'notice.running' ? step.no.details?.['until'] : undefined;
  const day = typeof until === 'string' ? parsePlainDate(until) : undefined;
  return day === undefined ? undefined : addDays(day, 1);
}

function Waiting({ group }: { group: WaitingGroup }) {
  const id = useId();
  return (
    <section className="can" aria-label="还要等">
      <h2>{group.opens === undefined ? '还要等' : `${dayLong(group.opens)}起可以做`}</h2>
      <div className="acts">{group.steps.map((step) => <Button key={step.id} waitingNote={id}>{step.title}</Button>)}</div>
      <p className="note" id={id}>{group.sentence}</p>
    </section>
  );
}

function OpenNextSwitch() {
  const [on, setOn] = useOpenNext();
  return <label className="switch"><input type="checkbox" role="switch" aria-checked={on} checked={on} onChange={(event) => setOn(event.target.checked)} />办完一步，自动打开下一件</label>;
}
