import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import type { CaseDetail, Registered, StepResult } from './api.ts';
import { AuthoriseDialog } from './authorise-dialog.tsx';

/** While the applicant still stands at the window: who has signed, and everything that is missing, told once. */
export function AfterRegistering({ opened, bring, onAgain }: { opened: Registered; bring: readonly string[]; onAgain?: () => void }) {
  const read = useApiQuery<CaseDetail>('casework.get-case', { caseId: opened.caseId });
  return (
    <div className="page">
      <PageHead over="窗口登记" title={<span className="ph">登记好了</span>} lead={<>案号 <b className="nowrap">{opened.number}</b>。人还在窗口，接着办两件事：签授权，看材料。</>}>
        {onAgain === undefined ? null : <Button onPress={onAgain}>再登记一件</Button>}<ButtonLink kind="main" href={`/cases/${opened.caseId}`}>打开这一件</ButtonLink>
      </PageHead>
      <Await read={read} what="这一件" lines={5}>{(detail) => <><Signing detail={detail} /><Materials detail={detail} bring={detail.form.declaration.materials?.map((material) => material.title) ?? bring} /></>}</Await>
    </div>
  );
}

function Signing({ detail }: { detail: CaseDetail }) {
  const [open, setOpen] = useState(false);
  const left = detail.authorisations.missing;
  return (
    <Section title="一、核对授权" note={left.length === 0 ? '全家都签了' : `还差 ${left.length} 人`}>
      {left.length === 0 ? <p><State kind="done">{detail.authorisations.signed} 人都签了，可以核对</State></p> : <><p>还没有签的：{left.join('、')}。每个人都签了，才能发出核对。</p><p className="acts"><Button onPress={() => setOpen(true)}>登记签字</Button></p></>}
      {open ? <AuthoriseDialog detail={detail} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

/** 一次性告知: ticked is here, the rest is missing; it can be told only once. */
function Materials({ detail, bring }: { detail: CaseDetail; bring: readonly string[] }) {
  const [here, setHere] = useState<ReadonlySet<string>>(new Set(bring));
  const [more, setMore] = useState('');
  const command = useApiCommand<StepResult>('casework.take-step');
  const may = detail.steps.some((step) => step.id === 'request-supplement' && step.no === null);
  const missing = [...bring.filter((one) => !here.has(one)), ...more.split(/[\n；;]/).map((line) => line.trim()).filter(Boolean)];
  const toggle = (one: string) => setHere((before) => {
    const after = new Set(before);
    if (!after.delete(one)) after.add(one);
    return after;
  });
  const tell = () => void command.run({ caseId: detail.caseId, step: 'request-supplement', seen: detail.version, data: { ...sayMissing(detail, missing), told: 'paper' } });
  if (detail.pausedSince !== null) return <Section title="二、材料"><p><State kind="wait">已一次告知要补的材料，期限停着，等补齐</State></p><p className="acts"><ButtonLink href={`/cases/${detail.caseId}/told`}>打印告知书</ButtonLink></p></Section>;
  if (!may) return <Section title="二、材料"><p className="note">要补的材料由镇街经办一次告知。</p></Section>;
  return (
    <Section title="二、材料" note="带来了的打勾，差的一次说清，法律只许说一次">
      <ErrorNote problem={command.problem} />
      <ul className="signing">{bring.map((one) => <li key={one}><label><input type="checkbox" checked={here.has(one)} onChange={() => toggle(one)} />{one}</label></li>)}</ul>
      <Field label="还差别的" optional help="一行写一样，写清是谁的。">{(ids) => <textarea {...ids} className="input" rows={3} value={more} onChange={(event) => setMore(event.target.value)} />}</Field>
      <p className="acts">{missing.length === 0 ? <State kind="done">材料齐了，不用告知</State> : <Button onPress={tell} busy={command.busy}>一次告知，还差 {missing.length} 样</Button>}</p>
    </Section>
  );
}

/** What stands on the form's checklist by its key, the rest in words. */
function sayMissing(detail: CaseDetail, missing: readonly string[]) {
  const { materials = [] } = detail.form.declaration;
  const listed = materials.filter((material) => missing.includes(material.title)).map((material) => material.key);
  const other = missing.filter((what) => !materials.some((material) => material.title === what)).map((what) => ({ what }));
  return { ...(listed.length === 0 ? {} : { materials: listed }), ...(other.length === 0 ? {} : { missing: other }) };
}
