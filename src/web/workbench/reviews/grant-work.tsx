import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { FormDialog } from '../cases/form-dialog.tsx';
import { monthLong } from '../registers/words.ts';
import type { GrantWork } from './answers.ts';
import { SetClass } from './set-class.tsx';

type GrantForm = DoorOutput<typeof import('../../../kernel/casework/queries/get-grant-form.ts').default>;
interface Opened { readonly caseId: number }
const KINDS: Readonly<Record<string, string>> = { review: '复核', change: '变更', stop: '停发、恢复' };

/** 复核和停发: when the household is looked at next, what stands open, and what a clerk can begin. */
export function GrantWorkSection({ household }: { household: number }) {
  const grants = useApiQuery<readonly GrantWork[]>('reviews.get-for-household', { household }).data ?? [];
  if (grants.length === 0) return null;
  return <Section title="复核、暂停和停发">{grants.map((grant) => <Work key={grant.grant} grant={grant} />)}</Section>;
}

function Work({ grant }: { grant: GrantWork }) {
  const [doing, setDoing] = useState<'review' | 'stop' | 'class' | undefined>(undefined);
  const clerk = ['town-clerk', 'town-lead'].includes(usePost()?.role ?? '');
  const free = grant.caseId === null || grant.kind === 'review';
  return (
    <>
      {grant.state === 'active' && grant.due !== null ? <p>{grant.title}下次复核 <b>{monthLong(grant.due)}</b>。<span className="note">{grant.className}，每 {grant.months} 个月一次：{grant.because}{grant.setBy === 'clerk' ? '（镇街核定）' : ''}</span></p> : null}
      {grant.caseId === null ? null : <p><A href={`/cases/${grant.caseId}`}>{KINDS[grant.kind ?? ''] ?? ''}正在办，{grant.number}</A></p>}
      <p className="acts">
        {clerk && grant.state === 'active' && grant.caseId === null && grant.kinds.includes('review') ? <Button onPress={() => setDoing('review')}>提前复核</Button> : null}
        {clerk && free && grant.kinds.includes('stop') ? <Button onPress={() => setDoing('stop')}>{grant.state === 'active' ? '暂停、停发' : '恢复发放'}</Button> : null}
        {clerk && grant.classes.length > 0 && grant.due !== null ? <Button onPress={() => setDoing('class')}>定类</Button> : null}
        {grant.pages.map((page) => <ButtonLink key={page.href} href={page.href}>{page.title}</ButtonLink>)}
      </p>
      {doing === 'review' || doing === 'stop' ? <Begin grant={grant} kind={doing} onClose={() => setDoing(undefined)} /> : null}
      {doing === 'class' ? <SetClass grants={[grant.grant]} classes={grant.classes} onClose={() => setDoing(undefined)} /> : null}
    </>
  );
}

/** Opens a case about the grant and goes there. */
function Begin({ grant, kind, onClose }: { grant: GrantWork; kind: 'review' | 'stop'; onClose: () => void }) {
  const asked = useApiQuery<GrantForm>('casework.get-grant-form', { grantId: grant.grant, kind }).data;
  const command = useApiCommand<Opened>('casework.open-grant-case');
  const open = useOpen();
  if (asked === undefined) return null;
  const title = kind === 'review' ? '提前复核' : grant.state === 'active' ? '提出暂停或停发' : '提出恢复发放';
  return (
    <FormDialog title={title} form={asked.form.sections.length === 0 ? null : asked.form} submit={kind === 'review' ? '打开复核' : '提出，报负责人'} command={command} wide
      initial={kind === 'stop' && grant.state !== 'active' ? { ask: 'resume' } : {}} onClose={onClose} onDone={(answer) => open(`/cases/${answer.caseId}`)} body={(values) => ({ grantId: grant.grant, kind, values })}>
      <p>{kind === 'review' ? '现在就复核这一户，下次从这次的决定算起。' : '由镇街提出，负责人同意后报审批机关决定。停发要先书面告知家庭、说明理由。'}{grant.caseId === null ? '' : '正在办的复核会并进来。'}</p>
    </FormDialog>
  );
}
