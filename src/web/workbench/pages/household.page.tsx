import '../registers/ruled-list.css';
import { useParams } from '@tanstack/react-router';
import type { HouseholdPayment } from '../../../kernel/payroll/queries/list-household-payments.ts';
import type { HouseholdGrant, HouseholdMember, HouseholdPage } from '../../../kernel/registers/household/queries/get-household.ts';
import type { HouseholdRecognition } from '../../../kernel/recognitions/queries/list-of-household.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Key, useKeys } from '../../ui/keys.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import { PageHead, Section, Unsourced } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { EndRecognition } from '../cases/end-recognition.tsx';
import { ChangeHistory } from '../changes/change-history.tsx';
import { GrantWorkSection } from '../reviews/grant-work.tsx';
import { PersonRecords } from '../records/person-records.tsx';
import { ChangeAccount } from '../registers/change-account.tsx';
import { KnownText, useKnown } from '../registers/known-views.tsx';
import { ageOn, grantStates, hukouWords, monthLong, relationWord } from '../registers/words.ts';
import { definePage } from '../shell/page.ts';

const memberColumns = (today: string): readonly Column<HouseholdMember>[] => [
  { key: 'name', title: '姓名', phone: 'who', nowrap: true, cell: (row) => (row.person === null ? <span className="quiet">不在您的辖区</span> : <A className="plain" href={`/people/${row.person}`}>{row.name}</A>) },
  { key: 'relation', title: '关系', phone: 'state', nowrap: true, cell: (row) => relationWord(row.relation) },
  { key: 'age', title: '岁', num: true, cell: (row) => (row.birthDate === null ? null : ageOn(row.birthDate, today)) },
  { key: 'masked', title: '证件号', phone: 'what', nowrap: true, cell: (row) => <span className="filled">{row.masked ?? '无证件'}</span> },
  { key: 'from', title: '在这一户', phone: 'why', nowrap: true, cell: (row) => <span className="quiet">{row.from} 起</span> },
];

const PAYMENT_COLUMNS: readonly Column<HouseholdPayment>[] = [
  { key: 'month', title: '月份', phone: 'who', nowrap: true, cell: (row) => <>{monthLong(row.month)}{row.kind === 'follow-up' ? '补发' : ''}</> },
  { key: 'persons', title: '人', num: true, cell: (row) => (row.persons === 0 ? <span className="quiet">无</span> : row.persons) },
  { key: 'fen', title: '金额（元）', num: true, phone: 'state', cell: (row) => <Money fen={row.fen} /> },
  { key: 'change', title: '比上月', num: true, cell: (row) => (row.kind === 'main' && row.fen !== row.lastFen ? <Money fen={row.fen - row.lastFen} difference /> : <span className="quiet">{row.kind === 'main' ? '相同' : ''}</span>) },
  { key: 'reason', title: '为什么', phone: 'what', cell: (row) => <>{row.change === null ? '' : `${row.change}。`}{row.reason === '' && row.kind === 'main' && row.fen !== row.lastFen ? '上月有补发或扣回，本月没有' : row.reason}</> },
  { key: 'result', title: '结果', phone: 'why', nowrap: true, cell: (row) => <Result row={row} /> },
];

function Result({ row }: { row: HouseholdPayment }) {
  switch (row.status) {
    case 'paid': return <State kind="done">{row.day ?? ''} 到账</State>;
    case 'failed': return <State kind="back">{row.because ?? '退回'}</State>;
    case 'held': return <State kind="held">暂缓</State>;
    case 'withdrawn': return <State kind="wait">没有送出</State>;
    case 'sent': return <State kind="wait">等银行</State>;
    case 'nothing': return <span className="quiet">本月不付</span>;
    case 'open': return <State kind="wait">{row.rollState}</State>;
  }
}

const GRANT_COLUMNS: readonly Column<HouseholdGrant>[] = [
  { key: 'months', title: '哪些月份', phone: 'who', nowrap: true, cell: (row) => <>{row.fromMonth} {row.toMonth === null ? '起' : `至 ${row.toMonth} 前`}</> },
  { key: 'benefit', title: '待遇', cell: (row) => row.benefit },
  { key: 'fen', title: '每月（元）', num: true, phone: 'state', cell: (row) => (row.state === 'paid' ? <Money fen={row.fen} /> : <span className="quiet">{grantStates[row.state]}</span>) },
  { key: 'persons', title: '人', num: true, cell: (row) => row.persons },
  { key: 'reason', title: '依据', phone: 'what', cell: (row) => (row.caseId === null ? <>{row.change === 'phase-out' ? '渐退期。' : ''}{row.reason}</> : <A href={`/cases/${row.caseId}`}>{row.reason}</A>) },
  { key: 'known', title: '我们哪天知道', phone: 'why', nowrap: true, cell: (row) => <KnownText record={row} /> },
];

function HouseholdSheet() {
  const { householdId } = useParams({ strict: false }) as { householdId: string };
  const read = useApiQuery<HouseholdPage>('household.get-household', { household: Number(householdId) });
  return read.data === undefined ? <div className="page"><Await read={read} what="这一户的情况" lines={8}>{() => null}</Await></div> : <Sheet home={read.data} />;
}

const HAN = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

function Sheet({ home }: { home: HouseholdPage }) {
  const { today } = useSignedIn();
  const known = useKnown(today);
  const payments = useApiQuery<readonly HouseholdPayment[]>('payroll.list-household-payments', { household: home.id });
  const head = home.members.find((one) => one.person === home.head)?.name ?? '户主不在辖区';
  usePageTitle(`${head} · 家庭`);
  const grants = home.grants.filter((grant) => known.shows(grant));
  return (
    <>
      <header className="case-head"><PageHead over={`家庭，户号 ${home.number}`} title={`${head}，一户${HAN[home.members.length] ?? home.members.length}口`} lead={<Lead home={home} today={today} payments={payments.data} />}><Acts home={home} today={today} /></PageHead></header>
      <div className="case-body wide main-first">
        <div className="mid">
          <Section title="一、家庭成员"><Table caption="家庭成员" columns={memberColumns(today)} rows={home.members} rowKey={(row) => `${row.person} ${row.relation} ${row.from}`} empty={<Empty>今天没有登记的成员。</Empty>} /></Section>
          <Section title="二、每月发了多少，为什么">
            <Await read={payments} what="发放" lines={4}>{(rows) => <Table caption="每月发放" columns={PAYMENT_COLUMNS} rows={rows} rowKey={(row) => String(row.line)} href={(row) => `/rolls/${row.roll}`} empty={<Empty>还没有编进过花名册。批准后的下一个月起发。</Empty>} />}</Await>
          </Section>
          <Section title="三、待遇各版本" note="以前的月份后来知道不同了，旧的一行留着">
            {known.controls}
            <Table caption="待遇各版本" columns={GRANT_COLUMNS} rows={grants} rowKey={(row) => `${row.id} ${row.fromMonth} ${row.knownOn} ${row.fen} ${row.correctedOn}`} empty={<Empty>{home.grants.length === 0 ? '这一户没有领过待遇。' : '那一天还没有批准待遇。'}</Empty>} />
          </Section>
          <PersonRecords title="四、各台账" people={home.members.flatMap((one) => (one.person === null ? [] : [{ person: one.person, name: one.name ?? '' }]))} />
        </div>
        <aside className="right" aria-label="领款账户、办件、住址"><Aside home={home} today={today} /></aside>
      </div>
    </>
  );
}

const MAY_CHANGE = ['village-clerk', 'town-clerk', 'town-lead'];

/** 办理变更 of each grant the household draws. */
function Acts({ home, today }: { home: HouseholdPage; today: string }) {
  const role = usePost()?.role ?? '';
  const drawn = [...new Map(home.grants.filter((grant) => grant.correctedOn === null && grant.state !== 'ended' && (grant.toMonth === null || grant.toMonth > today.slice(0, 7))).map((grant) => [grant.id, grant])).values()];
  if (home.leftOn !== null || !MAY_CHANGE.includes(role)) return null;
  return <><ChangeKey grant={drawn[0]?.id} />{drawn.map((grant) => <ButtonLink key={grant.id} kind="main" href={`/grants/${grant.id}/change`}>{drawn.length > 1 ? `${grant.benefit}办理变更` : <>办理变更 <Key of="c" /></>}</ButtonLink>)}</>;
}

/** C begins the change of the only, or first, benefit of the household. */
function ChangeKey({ grant }: { grant: number | undefined }) {
  const open = useOpen();
  useKeys(grant === undefined ? {} : { c: { title: '办理变更', run: () => open(`/grants/${grant}/change`) } });
  return null;
}

function Lead({ home, today, payments }: { home: HouseholdPage; today: string; payments: readonly HouseholdPayment[] | undefined }) {
  const month = today.slice(0, 7);
  const now = home.grants.filter((grant) => grant.correctedOn === null && grant.fromMonth <= month && (grant.toMonth === null || grant.toMonth > month));
  const paid = now.filter((grant) => grant.state === 'paid');
  // what came back and was paid again since is no news any more
  const latest = payments?.find((row) => row.status === 'failed' || row.status === 'paid');
  const failed = latest?.status === 'failed' ? latest : undefined;
  return (
    <>
      {home.place === null ? '' : `${home.place}，${hukouWords[home.hukouKind] ?? ''}。`}
      {paid.length > 0 ? <>{home.leftOn === null ? null : <b>{home.leftOn} 起归别的镇街办，这里是以前的情况。</b>}{paid.some((grant) => grant.change === 'phase-out') ? <b>渐退期。</b> : null}正在领{paid[0]?.benefit}，每月 <b className="nowrap"><Money fen={paid.reduce((sum, grant) => sum + grant.fen, 0)} unit /></b>。</> : now.length > 0 ? <b>待遇已{grantStates[now[0]?.state ?? ''] ?? '停'}。</b> : '现在没有领待遇。'}
      {failed === undefined ? null : <b className="law-ink">{monthLong(failed.month)}的钱没有转进去：{failed.because ?? '银行退回'}。</b>}
    </>
  );
}

/** 认定: what the household counts as, until when, with its paper. */
function Recognised({ home, today }: { home: HouseholdPage; today: string }) {
  const held = useApiQuery<readonly HouseholdRecognition[]>('recognitions.list-of-household', { household: home.id }).data ?? [];
  if (held.length === 0) return null;
  return (
    <Section title="认定">
      <ul className="ruled">{held.map((one) => (
        <li key={one.id} className={one.state === 'holding' ? 'now' : 'past'}>
          <p className="l1"><span>{one.title}</span><A href={`/recognitions/${one.id}/certificate`}>{one.certificate}</A></p>
          <p className="note">{one.from} 至 {one.lastDay}{one.daysLeft === null ? '' : `，还有 ${one.daysLeft} 天`}{one.endReason === null ? '' : `，终止：${one.endReason}`}</p>
          <EndRecognition one={one} today={today} />
        </li>
      ))}</ul>
    </Section>
  );
}

function Aside({ home, today }: { home: HouseholdPage; today: string }) {
  return (
    <>
      <Section title="领款账户">
        {home.accounts.length === 0 ? <p><Unsourced>账号未录入</Unsourced><span className="note">　编进花名册会先暂缓</span></p> : (
          <ul className="ruled">{home.accounts.map((one) => (
            <li key={one.id} className={one.from > today ? undefined : 'now'}>
              <p className="l1"><span className="filled">{one.holder}</span><span className="filled">尾号 {one.lastFour}</span></p>
              <p className="note">{one.bank}，{one.from} 起{one.agentRelation === null ? '' : `。代领人，${one.agentRelation}`}</p>
            </li>
          ))}</ul>
        )}
        <ChangeAccount home={home} today={today} />
      </Section>
      {home.grants.length === 0 ? null : <p className="note">{[...new Set(home.grants.map((grant) => grant.id))].map((id) => <A key={id} href={`/grants/${id}/recovery`}>多发与扣回</A>)}</p>}
      <GrantWorkSection household={home.id} />
      <Recognised home={home} today={today} />
      <Section title="办件">
        {home.cases.length === 0 ? <p className="note">没有办过件。</p> : <ul className="ruled">{home.cases.map((one) => <li key={one.id}><p className="l1"><A href={`/cases/${one.id}`}>{one.title}</A></p><p className="note">{one.note}</p></li>)}</ul>}
      </Section>
      <ChangeHistory household={home.id} today={today} />
      <HouseholdFiles household={home.id} />
      <Section title="住址和户口">
        <ol className="ruled">{home.versions.toReversed().map((one, at) => (
          <li key={at} className={one.correctedOn === null && one.to === null ? undefined : 'past'}>
            <p className="l1"><span className="filled">{one.address}</span><span>{hukouWords[one.hukouKind] ?? ''}</span></p>
            <p className="note">{one.from} {one.to === null ? '起' : `至 ${one.to} 前`}，{one.reason}。<KnownText record={one} /></p>
          </li>
        ))}</ol>
      </Section>
    </>
  );
}

/** 一户一档: a file a year, from the first case on. */
function HouseholdFiles({ household }: { household: number }) {
  const years = useApiQuery<readonly number[]>('dossier.get-years', { household }).data ?? [];
  return (
    <Section title="档案">
      {years.length === 0 ? <p className="note">接收的花名册户，还没有在这里办过件，没有电子档案。</p> : <ul className="ruled">{years.map((year) => <li key={year}><p className="l1"><A href={`/households/${household}/files/${year}`}>{year} 年</A></p></li>)}</ul>}
    </Section>
  );
}

export default definePage({ path: '/households/$householdId', title: '家庭', under: '/households', covers: ['S001'], component: HouseholdSheet });
