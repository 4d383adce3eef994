import '../registers/ruled-list.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { Facts, Gloss, PageHead, Section, Unsourced } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { FormDialog } from '../cases/form-dialog.tsx';
import type { PaperAnswer } from '../service/api.ts';
import { given, OUTCOMES, remedyForm, remedyResultForm, serviceBody, serviceForm } from '../service/forms.ts';
import { WAYS } from '../service/words.ts';
import { definePage } from '../shell/page.ts';

type Open = { readonly kind: 'serve' | 'remedy' } | { readonly kind: 'result'; readonly remedyId: number } | undefined;

function CasePaper() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const read = useApiQuery<PaperAnswer>('service.get-paper', { caseId: Number(caseId) });
  if (read.error?.status === 404) return <div className="page"><PageHead title="决定和送达" /><Empty>还没有作出决定。</Empty><ButtonLink href={`/cases/${caseId}`}>回到这一件</ButtonLink></div>;
  return read.data === undefined ? <div className="page"><Await read={read} what="决定和送达" lines={8}>{() => null}</Await></div> : <Shown paper={read.data} caseId={caseId} />;
}

function Shown({ paper, caseId }: { paper: PaperAnswer; caseId: string }) {
  const [open, setOpen] = useState<Open>(undefined);
  const role = usePost()?.role ?? '';
  const [mayServe, mayRemedy] = [['village-clerk', 'town-clerk', 'town-lead', 'approver'].includes(role), ['town-lead', 'approver'].includes(role)];
  return (
    <>
      <header className="case-head"><PageHead over={`决定文书${paper.number === null ? '' : ` ${paper.number}`}`} title={`${dayLong(paper.decidedOn)}，${paper.outcomeTitle}`}
        lead={paper.servedOn === null && paper.outcome === 'kept' ? '复核维持，待遇没有变，不用送达；本人要的，打印通知书给他。' : paper.servedOn === null ? <><b className="law-ink">还没有送达，已经 {paper.daysUnserved} 天。</b>送到以后，复议和诉讼的期限才开始。</> : paper.servedOn > paper.today ? `公告中，${dayLong(paper.servedOn)}视为送达。` : `${dayLong(paper.servedOn)}送达。`}>
        <ButtonLink href={`/cases/${caseId}`}>回到这一件</ButtonLink><ButtonLink href={`/cases/${caseId}/letter`}>通知书</ButtonLink>
        {mayServe && paper.servedOn === null ? <Button kind="main" onPress={() => setOpen({ kind: 'serve' })}>登记送达</Button> : null}
      </PageHead></header>
      <div className="case-body wide main-first">
        <div className="mid">
          <Section title="一、送达" note="每送一次记一行，送到的只有一次"><Served paper={paper} /></Section>
          <Section title="二、不服怎么办">
            <ul className="ruled">{paper.remedies.map((one) => <li key={one.id}><p className="l1"><span>{one.title}，{one.within}</span><span>{one.lastDay === null ? '送达后起算' : `至 ${one.lastDay}`}</span></p><p className="note">向{one.body}。{one.law === one.bodyLaw ? one.law : `向谁提：${one.bodyLaw}；期限：${one.law}`}</p></li>)}</ul>
          </Section>
          <Section title="三、复议和诉讼">
            <Taken paper={paper} onResult={mayRemedy ? (remedyId) => setOpen({ kind: 'result', remedyId }) : undefined} />
            {mayRemedy ? <div className="acts"><Button onPress={() => setOpen({ kind: 'remedy' })}>登记受理</Button></div> : null}
          </Section>
        </div>
        <aside className="right" aria-label="验真">
          <Section title="验真">{paper.number === null ? <Unsourced>文号未录入（平台启用前的决定）</Unsourced> : <Facts items={[{ label: '文号', value: paper.number }, { label: '校验码', value: paper.code ?? '' }, { label: '摘要', value: <span className="code">{paper.digest?.slice(0, 16)}…</span> }]} />}</Section>
          <Gloss items={[{ title: '怎么验', text: '门户“验文书”页，输入文号和校验码，看这份文书是不是本机关发的、内容动过没有。' }, { title: '撤销以后', text: '原决定留着不改，另交办重新办理。' }]} />
        </aside>
      </div>
      <Dialogs open={open} paper={paper} onClose={() => setOpen(undefined)} />
    </>
  );
}

function Served({ paper }: { paper: PaperAnswer }) {
  if (paper.services.length === 0) return <Empty>还没有送过。</Empty>;
  return (
    <ul className="ruled">{paper.services.map((one) => (
      <li key={one.id}>
        <p className="l1"><span>{dayLong(one.triedOn)}，{WAYS[one.how]}</span>{one.servedOn === null ? <State kind="back">没送到</State> : <State kind="done">{one.servedOn} 送达</State>}</p>
        <p className="note">{[`送达人：${one.by.join('、')}`, one.receiver === null ? '' : `签收：${one.receiver}`, one.because ?? '', one.witnesses.length === 0 ? '' : `见证人：${one.witnesses.join('、')}`, one.tracking === null ? '' : `邮件号 ${one.tracking}`, one.place ?? ''].filter(Boolean).join('。')}。{one.fileId === null ? null : <a href={`/api/files/${one.fileId}`}>签收的扫描件</a>}</p>
      </li>
    ))}</ul>
  );
}

function Taken({ paper, onResult }: { paper: PaperAnswer; onResult: ((remedyId: number) => void) | undefined }) {
  if (paper.taken.length === 0) return <p className="note">没有人申请复议或起诉。</p>;
  return (
    <ul className="ruled">{paper.taken.map((one) => (
      <li key={one.id}>
        <p className="l1"><span>{one.kind === 'reconsideration' ? '行政复议' : '行政诉讼'}，{one.body}</span>{one.outcome === null ? (onResult === undefined ? <State kind="wait">等结果</State> : <Button kind="bare" onPress={() => onResult(one.id)}>登记结果</Button>) : <State kind={one.outcome === 'upheld' || one.outcome === 'withdrawn' ? 'done' : 'over'}>{OUTCOMES[one.outcome]}</State>}</p>
        <p className="note">{dayLong(one.receivedOn)}受理{one.number === null ? '' : `，${one.number}`}。{one.said === null ? '' : `${one.decidedOn ?? ''}：${one.said}`}</p>
      </li>
    ))}</ul>
  );
}

function Dialogs({ open, paper, onClose }: { open: Open; paper: PaperAnswer; onClose: () => void }) {
  const [serve, remedy, result] = [useApiCommand('service.record'), useApiCommand('service.open-remedy'), useApiCommand<{ errand: number | null }>('service.record-remedy')];
  const common = { onDone: onClose, onClose };
  switch (open?.kind) {
    case undefined: return null;
    case 'serve': return <FormDialog title="登记送达" form={serviceForm} submit="记下来" command={serve} body={(values) => serviceBody(paper.decisionId, values)} {...common}><p className="note">公告送达：{paper.publicTerm === null ? '今天贴出的要满多少天，还没有录入，先用其他方式送。' : `今天贴出的，满 ${paper.publicTerm.days} 天视为送达（${paper.publicTerm.law}）。`}</p></FormDialog>;
    case 'remedy': return <FormDialog title="登记复议或诉讼" form={remedyForm} submit="登记" command={remedy} body={(values) => ({ decisionId: paper.decisionId, ...given(values) })} {...common} />;
    case 'result': return <FormDialog title="登记结果" form={remedyResultForm} submit="登记" command={result} body={(values) => ({ remedyId: open.remedyId, ...given(values) })} {...common}><p className="note">变更或撤销的，马上交办重新办理；原决定不动。</p></FormDialog>;
  }
}

export default definePage({ path: '/cases/$caseId/paper', title: '决定和送达', under: '/cases', covers: ['S025'], component: CasePaper });
