import '../registers/ruled-list.css';
import '../rolls/rolls.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { A } from '../../ui/link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Gloss, PageHead, Section } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { LineDialog } from '../rolls/line-dialog.tsx';
import { rollTitle, type LineView, type RollAnswer } from '../rolls/roll-answer.ts';
import { RollBank } from '../rolls/roll-bank.tsx';
import { RollBridge } from '../rolls/roll-bridge.tsx';
import { RollFindings } from '../rolls/roll-findings.tsx';
import { RollLead } from '../rolls/roll-lead.tsx';
import { RollLines } from '../rolls/roll-lines.tsx';
import { RollRedraw } from '../rolls/roll-redraw.tsx';
import { RollStages } from '../rolls/roll-stages.tsx';
import { RollSteps } from '../rolls/roll-steps.tsx';
import { FileButton } from '../shell/file-button.tsx';
import { definePage } from '../shell/page.ts';

function RollPage() {
  const { rollId } = useParams({ strict: false }) as { rollId: string };
  const read = useApiQuery<RollAnswer>('payroll.get-roll', { roll: Number(rollId) });
  const drawing = read.data?.state === 'drawing';
  useApiQuery('payroll.get-roll', { roll: Number(rollId) }, { enabled: drawing, ...(drawing ? { everyMs: 2000 } : {}) });
  return read.data === undefined ? <div className="page"><Await read={read} what="花名册" lines={8}>{() => null}</Await></div> : <Desk key={rollId} roll={read.data} stale={read.isError} />;
}

const MAY_REDRAW = ['payroll-officer', 'payroll-approver', 'finance-officer', 'auditor'];
const HAN = ['一', '二', '三', '四', '五'] as const;

function Desk({ roll, stale }: { roll: RollAnswer; stale: boolean }) {
  const { today } = useSignedIn();
  const role = usePost()?.role;
  const [view, setView] = useState<LineView>(roll.kind === 'main' ? 'changed' : 'all');
  const [line, setLine] = useState<number | undefined>(undefined);
  usePageTitle(`${rollTitle(roll)} · 发放`);
  const show = (wanted: LineView) => {
    setView(wanted);
    document.getElementById('lines')?.scrollIntoView({ block: 'start' });
  };
  let at = 0;
  const next = () => `${HAN[at++] ?? ''}、`;
  return (
    <>
      <header className="case-head">
        <PageHead over={`${roll.title}发放，${roll.office}，${roll.number}`} title={rollTitle(roll)} lead={<RollLead roll={roll} />}>
          <FileButton door="payroll.export-roll" body={{ roll: roll.id }}>导出 Excel</FileButton>
          <ButtonLink href={`/rolls/${roll.id}/print`}>打印花名册</ButtonLink>
          <RollSteps roll={roll} />
        </PageHead>
        {stale ? <p className="note">没有取到最新的，下面是先前的数。</p> : null}
        <RollStages roll={roll} today={today} />
      </header>
      <div className="case-body wide main-first">
        <div className="mid">
          {roll.state === 'drawing' ? <Drawing roll={roll} /> : null}
          {roll.bridge === null ? null : <RollBridge bridge={(next(), roll.bridge)} month={roll.month} onOpen={show} />}
          <RollFindings roll={roll} title={roll.findings.length > 0 ? next() : ''} onLine={setLine} />
          <RollLines roll={roll} title={next()} view={view} onView={setView} onLine={setLine} />
        </div>
        <aside className="right" aria-label="银行、指纹、依据">
          <RollBank roll={roll} role={role} title={roll.bank.sent.lines > 0 || roll.bank.file !== null ? next() : ''} />
          <Related roll={roll} />
          <RollRedraw roll={roll} may={role !== undefined && MAY_REDRAW.includes(role)} title={next()} />
          <Section title="依据"><Gloss items={[{ title: '什么时候到账', text: `每月 ${Number(roll.payBy.day.slice(8))} 日前，这一册 ${dayLong(roll.payBy.day)}前。${citeLaw(roll.payBy.law)}` }, { title: '按哪天知道的情况编', text: dayLong(roll.drawnOn) }]} /></Section>
        </aside>
      </div>
      <LineDialog line={line} roll={roll} onClose={() => setLine(undefined)} />
    </>
  );
}

function Drawing({ roll }: { roll: RollAnswer }) {
  return <Section title="正在编制"><Loading progress={{ done: roll.totals.lines, all: Math.max(roll.totals.lines, roll.bridge?.from.lines ?? 0), unit: '户' }} /><p className="note">可以先离开，编好了在“发放”里打开。</p></Section>;
}

/** The roll this one pays again for, and the follow-up rolls of this one. */
function Related({ roll }: { roll: RollAnswer }) {
  if (roll.follows === null && roll.followUps.length === 0) return null;
  return (
    <Section title="补发">
      <ul className="ruled">
        {roll.follows === null ? null : <li><p className="l1"><A href={`/rolls/${roll.follows}`}>原来那一册</A><span className="quiet">退回的户在那里</span></p></li>}
        {roll.followUps.map((one) => <li key={one.id}><p className="l1"><A href={`/rolls/${one.id}`}>补发册 {one.number}</A><span>{one.stateTitle}</span></p></li>)}
      </ul>
    </Section>
  );
}

export default definePage({ path: '/rolls/$rollId', title: '花名册', under: '/rolls', covers: ['S001'], component: RollPage });
