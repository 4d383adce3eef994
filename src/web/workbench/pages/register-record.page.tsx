import '../registers/ruled-list.css';
import '../cases/cases.css';
import '../records/records.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecordPage, RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { useKeys } from '../../ui/keys.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { RecordAside } from '../records/record-aside.tsx';
import { RecordFacts } from '../records/record-facts.tsx';
import { RecordHistory } from '../records/record-history.tsx';
import { RecordActDialog, type RecordAct } from '../records/record-steps.tsx';
import { SubRecordPart, type OpenTotal } from '../records/sub-record.tsx';
import { useFace, useRegister } from '../records/use-face.ts';
import { definePage } from '../shell/page.ts';

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const;

function RegisterRecord() {
  const register = useRegister();
  const { record } = useParams({ strict: false }) as { readonly record: string };
  const face = useFace(register);
  const read = useApiQuery<RecordPage>('records.get', { register, record: Number(record) });
  return face.data === undefined || read.data === undefined
    ? <div className="page">{face.data === undefined ? <Await read={face} what="台账" lines={8}>{() => null}</Await> : <Await read={read} what="这条记录" lines={8}>{() => null}</Await>}</div>
    : <Sheet key={`${register} ${record}`} face={face.data} page={{ ...read.data, history: read.data.history.toReversed() }} />;
}

/** One record of a register: its sheet, what happened under it, its life. */
function Sheet({ face, page }: { face: RegisterFace; page: RecordPage }) {
  const { today } = useSignedIn();
  const open = useOpen();
  const [act, setAct] = useState<RecordAct | undefined>(undefined);
  const [adding, setAdding] = useState<string | undefined>(undefined);
  const [total, setTotal] = useState<OpenTotal | undefined>(undefined);
  usePageTitle(`${page.title} · ${face.title}`);
  const byHand = face.subRecords.filter((sub) => sub.page === undefined);
  const begin = () => setAdding(document.activeElement?.closest<HTMLElement>('[data-sub]')?.dataset['sub'] ?? byHand[0]?.id);
  useKeys({
    u: { title: `回到${face.title}`, run: () => open(`/registers/${face.id}`) },
    ...(face.keeps && byHand.length > 0 ? { a: { title: `记一条${byHand[0]?.title ?? ''}`, run: begin } } : {}),
  });
  const openTotal = (next: OpenTotal) => {
    setTotal(next);
    document.getElementById(`sub-${next.sub}`)?.focus();
  };
  const takenBack = page.history.at(-1)?.what === 'taken-back';
  return (
    <>
      <header className="case-head">
        <PageHead over={<><A className="plain" href={`/registers/${face.id}`}>{face.title}</A>，{page.number}</>} title={page.title} lead={<Lead face={face} page={page} />}>
          {face.keeps && !takenBack && face.states[page.state]?.ends !== true ? <Button kind="main" hotkey="c" hotkeyTitle="变更" onPress={() => setAct({ kind: 'change' })}>变更</Button> : null}
        </PageHead>
      </header>
      <div className="case-body wide main-first">
        <div className="mid">
          {takenBack ? <p className="error-note"><span className="what">这条记录登记错了，已经撤回。名册和统计里没有它，下面只供查看。</span></p> : null}
          {page.warnings.length === 0 ? null : <ul className="warned" aria-label="要看一看的">{page.warnings.map((one) => <li key={one.title}><b>{one.title}</b>：{one.sentence}</li>)}</ul>}
          <Section title="一、内容"><RecordFacts face={face} page={page} /></Section>
          {face.subRecords.map((sub, at) => <SubRecordPart key={sub.id} face={face} page={page} sub={sub} ordinal={HAN[at + 1] ?? String(at + 2)} open={total} onOpen={setTotal} adding={adding === sub.id} onAdding={(on) => setAdding(on ? sub.id : undefined)} hotkey={sub === byHand[0]} />)}
          <Section title={`${HAN[face.subRecords.length + 1] ?? face.subRecords.length + 2}、经过`} note="每一次登记、变更、更正都留着"><RecordHistory face={face} history={page.history} today={today} onCorrect={face.keeps && !takenBack ? (version) => setAct({ kind: 'correct', version }) : undefined} /></Section>
        </div>
        <aside className="right" aria-label="状态、提醒和合计"><RecordAside face={takenBack ? { ...face, keeps: false } : face} page={page} onAct={setAct} onTotal={openTotal} /></aside>
      </div>
      <RecordActDialog act={act} face={face} page={page} onClose={() => setAct(undefined)} />
    </>
  );
}

/** The state in one sentence. */
function Lead({ face, page }: { face: RegisterFace; page: RecordPage }) {
  const overdue = page.reminders.filter((one) => one.overdue).length;
  return (
    <>
      {page.division.name}。{page.openedOn === null ? '' : `${dayLong(page.openedOn)}起，`}现在是<b>{face.states[page.state]?.title ?? page.state}</b>{page.endedOn === null ? '' : `，${dayLong(page.endedOn)}止`}。
      {overdue === 0 ? null : <b className="law-ink">{overdue} 件事过了日子。</b>}
      {page.warnings.length === 0 ? null : <>{page.warnings.length} 处要看一看。</>}
    </>
  );
}

export default definePage({ path: '/registers/$register/$record', title: '台账记录', under: '/registers', component: RegisterRecord });
