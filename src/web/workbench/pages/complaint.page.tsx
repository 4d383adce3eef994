import '../registers/ruled-list.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ABOUT, HOW, OUTCOME, STEP } from '../../../kernel/contract/complaint-words.ts';
import { query, useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import { Facts, PageHead, Section } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { FormDialog } from '../cases/form-dialog.tsx';
import { rowsOf, type FormValues } from '../../forms/form-values.ts';
import { ConcludeDialog, type ComplaintDetail } from '../complaints/conclude-dialog.tsx';
import { answerForm, assignForm, handOverForm, investigateForm } from '../complaints/forms.ts';
import { PurposeForm } from '../readings/purpose-form.tsx';
import { given } from '../service/forms.ts';
import { definePage } from '../shell/page.ts';

type Act = 'assign' | 'investigate' | 'conclude' | 'answer' | 'hand-over' | 'show';

/** Which acts a state and a role allow; the server decides again. */
function actsFor(detail: ComplaintDetail, role: string): readonly Act[] {
  const lead = ['town-lead', 'approver', 'supervisor'].includes(role);
  const acts: Act[] = [];
  if (detail.state === 'received' && lead) acts.push('assign');
  if (detail.state === 'assigned' && (lead || role === 'town-clerk')) acts.push('investigate');
  if (detail.state === 'investigated' && ['approver', 'supervisor'].includes(role)) acts.push('conclude');
  if (detail.state === 'to-answer' && role === 'supervisor') acts.push('answer');
  if (detail.restricted && detail.about === 'household' && role === 'supervisor' && ['received', 'assigned'].includes(detail.state)) acts.push('hand-over');
  if (detail.named && role === 'supervisor') acts.push('show');
  return acts;
}
const TITLES: Readonly<Record<Act, string>> = { assign: '交办', investigate: '记录核查', conclude: '作出结论', answer: '答复举报人', 'hand-over': '隐去举报人转办', show: '看举报人' };

function Complaint() {
  const { complaintId } = useParams({ strict: false }) as { complaintId: string };
  const read = useApiQuery<ComplaintDetail>('complaints.get-complaint', { complaintId: Number(complaintId) });
  return read.data === undefined ? <div className="page"><Await read={read} what="这件投诉" lines={8}>{() => null}</Await></div> : <Shown detail={read.data} />;
}

function Shown({ detail }: { detail: ComplaintDetail }) {
  const [act, setAct] = useState<Act | undefined>(undefined);
  const acts = actsFor(detail, usePost()?.role ?? '');
  return (
    <>
      <header className="case-head"><PageHead over={`投诉举报 ${detail.number}`} title={`反映${ABOUT[detail.about]}，${detail.division}`}
        lead={<>{detail.state === 'closed' ? `办结：${OUTCOME[detail.outcome ?? ''] ?? ''}。` : `${detail.stateTitle}。`}{detail.state === 'closed' || detail.answerBy === null ? '' : `${dayLong(detail.answerBy)}前要有结果，${(detail.daysLeft ?? 0) < 0 ? `已超 ${-(detail.daysLeft ?? 0)} 天` : `还有 ${detail.daysLeft ?? 0} 天`}。`}{detail.restricted ? <b>只有纪检看得到这一件。</b> : null}</>}>
        {acts.map((one, at) => <Button key={one} {...(at === 0 && one !== 'show' ? { kind: 'main' as const } : {})} onPress={() => setAct(one)}>{TITLES[one]}</Button>)}
        <ButtonLink href="/complaints">回到投诉</ButtonLink>
      </PageHead></header>
      <div className="case-body wide main-first">
        <div className="mid">
          <Section title="一、反映什么"><p>{detail.content}</p><p className="note">{HOW[detail.how] ?? ''}，{detail.named ? '留了姓名' : '匿名'}，{dayLong(detail.receivedOn)}收到，{detail.matterTitle}。</p></Section>
          <Section title="二、经过"><Record detail={detail} /></Section>
        </div>
        <aside className="right" aria-label="被反映的一户">
          <Section title="被反映的一户">{detail.householdId === null ? <p className="note">还没有对上是哪一户。交办时写户号。</p> : (
            <>
              <p><A href={`/households/${detail.householdId}`}>{detail.household}</A></p>
              <ul className="ruled">{detail.grants.map((grant) => <li key={grant.id}><p className="l1"><span>{grant.title}</span><span>{grant.state === 'ended' ? '已停发' : grant.state === 'suspended' ? '暂停' : <Money fen={grant.fen} unit />}</span></p><p className="note"><A href={`/grants/${grant.id}/recovery`}>多发与扣回</A></p></li>)}
                {detail.cases.map((one) => <li key={one.id}><p className="l1"><A href={`/cases/${one.id}`}>在办 {one.number}</A></p></li>)}</ul>
            </>)}</Section>
        </aside>
      </div>
      <Acting act={act} detail={detail} onClose={() => setAct(undefined)} />
    </>
  );
}

const list = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('、') : '');
function wordsOf(data: Readonly<Record<string, unknown>>): string {
  return [data['household'] ? `户号 ${String(data['household'])}` : '', data['investigators'] ? `调查人：${list(data['investigators'])}` : '', data['heldOn'] ? `${dayLong(String(data['heldOn']))}核查` : '', data['findings'] ?? '', data['outcome'] ? `${OUTCOME[String(data['outcome'])] ?? ''}：${String(data['opinion'] ?? '')}` : '',
    data['did'] ?? '', data['said'] ?? '', data['number'] ? `转办件 ${String(data['number'])}` : ''].filter(Boolean).map((one) => String(one).replace(/[。；]$/, '')).map((one) => `${one}。`).join('');
}

function Record({ detail }: { detail: ComplaintDetail }) {
  return <ul className="ruled">{detail.actions.map((one, at) => (
    <li key={at}><p className="l1"><span>{STEP[one.step] ?? one.step}</span><span>{dayLong(one.on)}{one.by === '' ? '' : `，${one.by}`}</span></p>
      <p className="note">{wordsOf(one.data)}{Array.isArray(one.data['files']) ? (one.data['files'] as number[]).map((file, index) => <a key={file} href={`/api/files/${file}`}>　证据 {index + 1}</a>) : null}</p>
      {Number(one.data['overpaidFen'] ?? 0) > 0 ? <p className="note"><State kind="over">多发 <Money fen={Number(one.data['overpaidFen'])} unit /></State> <A href={`/grants/${String(one.data['grantId'])}/recovery`}>看扣回</A></p> : null}</li>))}</ul>;
}

const names = (values: FormValues): string[] => rowsOf(values['investigators']).map((row) => String(row['name'] ?? ''));

function Acting({ act, detail, onClose }: { act: Act | undefined; detail: ComplaintDetail; onClose: () => void }) {
  const [assign, investigate, answer, handOver] = [useApiCommand('complaints.assign'), useApiCommand('complaints.investigate'), useApiCommand('complaints.answer'), useApiCommand<{ number: string }>('complaints.hand-over')];
  const at = { complaintId: detail.id, seen: detail.version };
  const common = { onDone: onClose, onClose };
  switch (act) {
    case undefined: return null;
    case 'assign': return <FormDialog title="交办" form={assignForm} submit="交办" command={assign} body={(values) => ({ ...at, ...given(values), investigators: names(values) })} {...common} />;
    case 'investigate': return <FormDialog title="记录核查" form={investigateForm} submit="记下来" command={investigate} body={(values) => ({ ...at, ...given(values) })} {...common} />;
    case 'conclude': return <ConcludeDialog detail={detail} onClose={onClose} />;
    case 'answer': return <FormDialog title="答复举报人" form={answerForm} submit="已答复" command={answer} body={(values) => ({ ...at, ...given(values) })} {...common} />;
    case 'hand-over': return <FormDialog title="隐去举报人转办" form={handOverForm} submit="转给镇街" command={handOver} body={(values) => ({ ...at, ...given(values) })} {...common}><p className="note">镇街只看到您写的这段话，看不到原件，也不知道是谁说的。</p></FormDialog>;
    case 'show': return <ShowReporter complaintId={detail.id} onClose={onClose} />;
  }
}

interface Reporter { readonly name: string; readonly contact: string; readonly maskedOn: string | null }

function ShowReporter({ complaintId, onClose }: { complaintId: number; onClose: () => void }) {
  const [shown, setShown] = useState<Reporter | undefined>(undefined);
  return (
    <Dialog open title={shown === undefined ? '看举报人' : '举报人'} onClose={onClose}>
      {shown === undefined ? <PurposeForm of="reporter" submit="看举报人" onRead={async (purpose) => setShown(await query<Reporter>('complaints.show-reporter', { complaintId, ...purpose }))} onClose={onClose} />
        : shown.maskedOn === null ? <Facts items={[{ label: '姓名', value: shown.name }, { label: '联系方式', value: shown.contact }]} /> : <p>保存期满，{shown.maskedOn} 已抹去。</p>}
    </Dialog>
  );
}

export default definePage({ path: '/complaints/$complaintId', title: '投诉', under: '/cases', covers: ['S025'], component: Complaint });
