import '../registers/ruled-list.css';
import { useParams } from '@tanstack/react-router';
import type { TimelineEntry } from '../../../kernel/registers/person/list-timeline.ts';
import type { PersonPage } from '../../../kernel/registers/person/queries/get-person.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { KnownText, useKnown } from '../registers/known-views.tsx';
import { RecordDeath } from '../registers/record-death.tsx';
import { ShowDocument } from '../registers/show-document.tsx';
import { ageOn, documentWords, hukouWords, relationWord, sexWords } from '../registers/words.ts';
import { PersonRecords } from '../records/person-records.tsx';
import { PortalAccount } from '../registers/portal-account.tsx';
import { DishonestyPart } from '../registers/dishonesty-part.tsx';
import { definePage } from '../shell/page.ts';

const KINDS: Readonly<Record<TimelineEntry['kind'], string>> = { record: '登记', household: '家庭', case: '办件', grant: '待遇', payment: '发放' };

const COLUMNS: readonly Column<TimelineEntry>[] = [
  { key: 'kind', title: '哪一类', nowrap: true, cell: (row) => <span className="quiet">{KINDS[row.kind]}</span> },
  { key: 'from', title: '哪天起算', phone: 'why', nowrap: true, cell: (row) => <Held row={row} /> },
  { key: 'what', title: '事情', phone: 'who', cell: (row) => <What row={row} /> },
  { key: 'note', title: '内容', phone: 'what', cell: (row) => (row.kind === 'household' ? `作为${relationWord(row.note)}` : row.kind === 'case' ? relationWord(row.note) : row.note) },
  { key: 'known', title: '我们哪天知道', phone: 'state', nowrap: true, cell: (row) => <KnownText record={row} /> },
];

/** A payment and an application happen on a day; the rest holds from a day on. */
function Held({ row }: { row: TimelineEntry }) {
  if (row.kind === 'payment' || row.kind === 'case') return <>{row.from}</>;
  const from = row.kind === 'grant' ? row.from.slice(0, 7) : row.from;
  const to = row.to === null ? null : row.kind === 'grant' ? row.to.slice(0, 7) : row.to;
  return <>{from} {to === null ? '起' : <>至 {to} 前</>}</>;
}

function What({ row }: { row: TimelineEntry }) {
  const title = row.kind === 'record' ? `登记为${row.title}` : row.kind === 'household' ? `在 ${row.title} 户` : row.kind === 'case' ? `申请 ${row.title}` : row.title;
  const href = hrefOf(row);
  return <span className={row.correctedOn === null ? undefined : 'quiet'}>{href === undefined ? title : <A className="plain" href={href}>{title}</A>}</span>;
}

function hrefOf(row: TimelineEntry): string | undefined {
  switch (row.kind) {
    case 'household': return `/households/${row.ref}`;
    case 'case': return `/cases/${row.ref}`;
    case 'payment': return `/rolls/${row.ref}`;
    default: return undefined;
  }
}

function PersonSheet() {
  const { personId } = useParams({ strict: false }) as { personId: string };
  const read = useApiQuery<PersonPage>('person.get-person', { person: Number(personId) });
  return read.data === undefined ? <div className="page"><Await read={read} what="这个人的情况" lines={8}>{() => null}</Await></div> : <Sheet person={read.data} />;
}

function Sheet({ person }: { person: PersonPage }) {
  const { today } = useSignedIn();
  const known = useKnown(today);
  usePageTitle(`${person.name} · 人员`);
  const rows = person.timeline.filter((entry) => known.shows(entry));
  const corrected = person.timeline.filter((entry) => entry.correctedOn !== null).length;
  return (
    <>
      <header className="case-head"><PageHead over="人员" title={person.name} lead={<Lead person={person} today={today} />}><RecordDeath person={person} today={today} /></PageHead></header>
      <div className="case-body wide main-first">
        <div className="mid">
          <Section title="一、经过" note={`${person.timeline.length} 条记录${corrected === 0 ? '' : `，其中 ${corrected} 条后来更正过`}`}>
            {known.controls}
            <Table caption="经过" columns={COLUMNS} rows={rows} rowKey={(row) => `${row.kind} ${row.ref} ${row.from} ${row.knownOn} ${row.title} ${row.note}`} nameColumn="what" empty={<Empty>那一天我们还不知道这个人。</Empty>} />
          </Section>
          <PersonRecords title="二、各台账" people={[{ person: person.id, name: person.name }]} />
        </div>
        <aside className="right" aria-label="证件、家庭和办件"><Aside person={person} /></aside>
      </div>
    </>
  );
}

function Lead({ person, today }: { person: PersonPage; today: string }) {
  const grant = person.timeline.find((entry) => entry.kind === 'grant' && entry.correctedOn === null && entry.from <= today && (entry.to === null || entry.to > today));
  return (
    <>
      {sexWords[person.sex]}，{person.birthDate === null ? <span className="unsourced">出生日期未录入</span> : <>{dayLong(person.birthDate)}生，{ageOn(person.birthDate, person.deathDate ?? today)} 岁</>}。
      {person.hukouKind === null ? '' : `${hukouWords[person.hukouKind] ?? ''}，`}{person.residence === null ? '' : `住${person.residence}。`}
      {person.deathDate === null ? null : <b>{dayLong(person.deathDate)}去世。</b>}
      {grant === undefined ? '现在没有领待遇。' : <>正在领{grant.title}，<b className="nowrap">{grant.note.split('，')[0]}</b>。</>}
    </>
  );
}

function Aside({ person }: { person: PersonPage }) {
  const households = person.timeline.filter((entry) => entry.kind === 'household' && entry.correctedOn === null);
  return (
    <>
      <Section title="证件">
        {person.documents.length === 0 ? <p className="note">没有登记证件。</p> : (
          <ul className="ruled">{person.documents.map((one) => (
            <li key={one.id} className={one.withdrawn ? 'past' : undefined}>
              <p className="l1"><span>{documentWords[one.kind] ?? one.kind} <span className="filled nowrap">{one.masked}</span></span>{one.withdrawn ? <span>已注销</span> : <ShowDocument person={person.id} document={one.id} title={documentWords[one.kind] ?? '证件'} />}</p>
            </li>
          ))}</ul>
        )}
      </Section>
      <Section title="家庭">
        {households.length === 0 ? <p className="note">没有登记在哪一户。</p> : <ul className="ruled">{households.map((one) => <li key={one.from + one.title}><p className="l1"><A href={`/households/${one.ref}`}>{one.title}</A><span>{relationWord(one.note)}</span></p><p className="note">{one.from} {one.to === null ? '起' : `至 ${one.to} 前`}</p></li>)}</ul>}
      </Section>
      <Section title="办件">
        {person.cases.length === 0 ? <p className="note">没有办过件。</p> : <ul className="ruled">{person.cases.map((one) => <li key={one.id}><p className="l1"><A href={`/cases/${one.id}`}>{one.title}</A></p><p className="note">{one.note}</p></li>)}</ul>}
      </Section>
      <DishonestyPart person={person.id} name={person.name} />
      <PortalAccount person={person.id} name={person.name} />
      <Section title="户籍地"><p>{person.hukou ?? <State kind="wait">未录入</State>}</p></Section>
    </>
  );
}

export default definePage({ path: '/people/$personId', title: '人员', under: '/households', covers: ['S001'], component: PersonSheet });
