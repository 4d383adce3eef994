import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Form } from '../../../kernel/contract/form.ts';
import type { ChangePreview } from '../../../kernel/casework/preview-change.ts';
import type { ChangeForm } from '../../../kernel/casework/queries/get-change-form.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { FormSteps } from '../../forms/form-steps.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ChangeTold } from '../parts/change-told.tsx';
import { ResidentsOnly } from '../parts/residents-only.tsx';
import { definePage } from '../shell/page.ts';

/** 新生子女（添了孩子） is asked at home as 添了孩子. */
const plainForm = (form: Form): Form => ({
  ...form, sections: form.sections.map((section) => ({ ...section, fields: section.fields.map((field) => (field.key !== 'kind' || field.options === undefined ? field
    : { ...field, options: field.options.map((one) => ({ value: one.value, title: /（(.+)）$/.exec(one.title)?.[1] ?? one.title })) })) })),
});

function Change() {
  const { grantId } = useParams({ strict: false }) as { grantId: string };
  const read = useApiQuery<ChangeForm>('casework.get-change-form', { grant: Number(grantId) });
  // what was just sent makes the household busy: the answer to it stays, not the note about a case under way
  const [sent, setSent] = useState<Sent | undefined>(undefined);
  if (sent !== undefined) return <Received sent={sent} />;
  if (read.isError && read.error.status === 404) return <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>没有找到这份待遇</h1><p className="lead">它不是您家的，或者已经停发。</p><p className="acts"><ButtonLink href="/my">回到我的</ButtonLink></p></section></div>;
  return read.data === undefined ? <div className="cols rest"><Await read={read} what="要问的几样" lines={4}>{() => null}</Await></div> : read.data.busy === null ? <Fill asked={read.data} onSent={setSent} /> : <Busy asked={read.data} />;
}

function Busy({ asked }: { asked: ChangeForm }) {
  return <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>您家有一件正在办</h1><p className="lead">案号 {asked.busy?.number}。办完这一件再报新的变化；急的话请打 <a href="tel:12345">12345</a>。</p><p className="acts"><ButtonLink kind="main" href={`/my/cases/${asked.busy?.caseId}`}>看看办到哪一步</ButtonLink></p></section></div>;
}

interface Sent { readonly caseId: number; readonly number: string }

function Received({ sent }: { sent: Sent }) {
  return <div className="cols rest"><section className="prose" role="status"><h1 tabIndex={-1}>我们收到了</h1><p className="lead">案号 {sent.number}。村（居）或镇街会和您核实，决定以前还照原来的数发。</p><p className="acts"><ButtonLink kind="main" href={`/my/cases/${sent.caseId}`}>看看办到哪一步</ButtonLink><ButtonLink href="/my">回到我的</ButtonLink></p></section></div>;
}

function Fill({ asked, onSent }: { asked: ChangeForm; onSent: (sent: Sent) => void }) {
  const [values, setValues] = useState<FormValues>({});
  const [step, setStep] = useState(0);
  const [told, setTold] = useState<ChangePreview | undefined>(undefined);
  const preview = useApiCommand<ChangePreview>('casework.preview-change');
  const report = useApiCommand<Sent>('casework.report-change');
  const body = { grant: asked.grant, values };
  const move = async (to: number) => {
    if (to < asked.form.sections.length) return setStep(to);
    const answer = await preview.run(body);
    if (answer === undefined) return;
    setTold(answer);
    setStep(to);
  };
  const send = async () => {
    const answer = await report.run(body);
    if (answer !== undefined) onSent(answer);
  };
  return (
    <FormSteps
      form={plainForm(asked.form)} values={values} onChange={(next) => { setValues(next); preview.clear(); report.clear(); }} step={step} onStep={(to) => void move(to)} errors={[...preview.fields, ...report.fields]} onSubmit={() => void send()}
      doing="报告家里的变化" submitTitle="报上去" busy={preview.busy || report.busy} reviewTitle="先看看会怎样"
      review={<>{told === undefined ? null : <ChangeTold preview={told} />}<ErrorNote problem={report.fields.length > 0 ? undefined : report.problem} kept="您写的都还在。" /></>}
      sofar={preview.problem !== undefined && preview.fields.length === 0 ? <ErrorNote problem={preview.problem} kept="您写的都还在。" /> : undefined}
    />
  );
}

function ChangePage() {
  return <ResidentsOnly><Change /></ResidentsOnly>;
}

export default definePage({ path: '/my/grants/$grantId/change', title: '报告家里的变化', signIn: true, covers: ['S001', 'S215'], component: ChangePage });
