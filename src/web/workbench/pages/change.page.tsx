import '../registers/ruled-list.css';
import '../cases/cases.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChangePreview } from '../../../kernel/casework/preview-change.ts';
import type { ChangeForm } from '../../../kernel/casework/queries/get-change-form.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A } from '../../ui/link.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { ChangePreviewSheet } from '../changes/change-preview.tsx';
import { definePage } from '../shell/page.ts';

function Change() {
  const { grantId } = useParams({ strict: false }) as { grantId: string };
  const read = useApiQuery<ChangeForm>('casework.get-change-form', { grant: Number(grantId) });
  return <Await read={read} what="变更申请" lines={6}>{(form) => <Fill asked={form} />}</Await>;
}

interface Opened { readonly caseId: number; readonly number: string }

/** First what would follow is shown; only then it can be registered, and only as it was shown. */
function Fill({ asked }: { asked: ChangeForm }) {
  const [values, setValues] = useState<FormValues>({});
  const [seen, setSeen] = useState<{ readonly preview: ChangePreview; readonly values: FormValues } | undefined>(undefined);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const preview = useApiCommand<ChangePreview>('casework.preview-change');
  const report = useApiCommand<Opened>('casework.report-change');
  const body = { grant: asked.grant, values };
  const look = async () => {
    const answer = await preview.run(body);
    if (answer !== undefined) setSeen({ preview: answer, values });
  };
  const send = async () => {
    const answer = await report.run(body);
    if (answer !== undefined) setOpened(answer);
  };
  if (opened !== undefined) return <div className="page"><PageHead over="变更" title="已经登记" lead={<>案号 {opened.number}。受理、核查以后报决定，决定前登记和金额都不变。</>} /><p className="acts"><ButtonLink kind="main" href={`/cases/${opened.caseId}`}>接着办这一件</ButtonLink></p></div>;
  const fresh = seen !== undefined && seen.values === values;
  const ready = fresh && seen.preview.conflicts.length === 0;
  return (
    <div className="page">
      <PageHead over={`变更，${asked.title}`} title="家里发生了什么" lead={asked.members.length === 0 ? undefined : <>这一户有{asked.members.join('、')}。姓名照登记的写。</>} />
      {asked.busy === null ? null : <p className="note">这份待遇有一件正在办：<A href={`/cases/${asked.busy.caseId}`}>{asked.busy.number}</A>，办结以后才能再报。</p>}
      {[preview, report].map((one, at) => (one.problem === undefined || one.fields.length > 0 ? null : <ErrorNote key={at} problem={one.problem} kept="填的都还在下面。" />))}
      <FormSheet form={asked.form} values={values} onChange={setValues} errors={[...preview.fields, ...report.fields]} onSubmit={() => void (ready ? send() : look())} bareTitle>
        <ButtonLink href="/households">先不办</ButtonLink>
        <Button kind="main" type="submit" busy={preview.busy || report.busy}>{ready ? '登记这次变更' : '先看会怎样'}</Button>
      </FormSheet>
      <Section title="变更以后会怎样" note={seen === undefined || fresh ? undefined : '上面改过了，下面还是先前的，再按一次“先看会怎样”'}>
        {seen === undefined ? <Empty>填好按“先看会怎样”：新的成员、新的金额怎么算、从哪个月起。看过才能登记，看的时候什么也不记。</Empty> : <ChangePreviewSheet preview={seen.preview} />}
      </Section>
    </div>
  );
}

export default definePage({ path: '/grants/$grantId/change', title: '办理变更', under: '/households', roles: ['village-clerk', 'town-clerk', 'town-lead'], covers: ['S001'], component: Change });
