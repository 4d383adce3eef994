import '../registers/ruled-list.css';
import '../records/records.css';
import { useState } from 'react';
import type { RegisterLine } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { PageHead, Section, Views } from '../../ui/page-head.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { dayShort } from '../../ui/day-text.ts';
import type { DueLine } from '../records/api.ts';
import { definePage } from '../shell/page.ts';

/** Which registers are shown: those one writes in, all, or those of one line of business. */
const OWN = '$own';
const ALL = '$all';
/** So many of what is due stand here; the rest on its own page. */
const SHOWN = 8;

function Registers() {
  const read = useApiQuery<readonly RegisterLine[]>('records.registers');
  const post = usePost();
  return (
    <div className="page">
      <Await read={read} what="台账" lines={10}>{(lines) => (
        <>
          <PageHead over={post?.divisionName} title="台账" lead={<Lead lines={lines} />}>{mayMake(post?.role) ? <OwnRegisters /> : null}</PageHead>
          <Due />
          <Shelves lines={lines} />
        </>
      )}</Await>
    </div>
  );
}

/** To the registers the bureau makes itself; says when one waits for this reader's second look. */
function OwnRegisters() {
  const designs = useApiQuery<{ readonly rows: readonly { readonly state: string; readonly mine: boolean }[] }>('records.list-declarations');
  const waiting = (designs.data?.rows ?? []).filter((one) => one.state === 'sent' && !one.mine).length;
  return <ButtonLink href="/registers/own">{waiting === 0 ? '自建台账' : `自建台账，${waiting} 个等您复核`}</ButtonLink>;
}

/** The administrator and the lines' own clerks make registers. */
const mayMake = (role = ''): boolean => role === 'administrator' || (role.endsWith('-clerk') && !['town-clerk', 'village-clerk', 'department-clerk'].includes(role));

function Lead({ lines }: { lines: readonly RegisterLine[] }) {
  const due = lines.reduce((sum, line) => sum + line.due, 0);
  const kept = lines.filter((line) => line.keeps).length;
  return <>{lines.length} 个台账，{kept === 0 ? '您都可以看' : kept === lines.length ? '您都登记' : `您登记其中 ${kept} 个`}。{due === 0 ? '没有到日子的事。' : <><A href="/registers/due">{due} 件到了日子</A>。</>}</>;
}

/** What comes first: a renewal that is due, a report that is late. */
function Due() {
  const { today } = useSignedIn();
  const due = useApiQuery<readonly DueLine[]>('records.due').data ?? [];
  if (due.length === 0) return null;
  return (
    <Section title="到日子的" note={due.length > SHOWN ? <A href="/registers/due">共 {due.length} 件，看全部</A> : undefined}>
      <ul className="ruled">{due.slice(0, SHOWN).map((one) => (
        <li key={`${one.record} ${one.reminder}`}><p className="l1"><span><A className="plain" href={`/registers/${one.register}/${one.record}`}>{one.title}</A><span className="quiet">　{one.registerTitle}，{one.reminder}</span></span><State kind={one.overdue ? 'over' : 'mine'}>{dayShort(one.day, today)}</State></p></li>
      ))}</ul>
    </Section>
  );
}

/** The registers, line of business by line of business; found by a part of the name, or by how it sounds. */
function Shelves({ lines }: { lines: readonly RegisterLine[] }) {
  const [text, setText] = useState('');
  const open = useOpen();
  const kept = lines.filter((line) => line.keeps);
  const some = kept.length > 0 && kept.length < lines.length;
  const [shelf, setShelf] = useState(some ? OWN : ALL);
  const typed = text.trim().toLowerCase();
  // whoever looks for one by its name looks through all of them
  const found = typed === '' ? lines.filter((line) => shelf === ALL || (shelf === OWN ? line.keeps : line.line.id === shelf)) : lines.filter((line) => [line.title, line.line.title, line.purpose].some((words) => words.includes(text.trim())) || line.letters.some((sound) => sound.startsWith(typed)));
  const names = [...new Map(lines.map((line) => [line.line.id, line.line.title]))].map(([value, title]) => ({ value, title }));
  const shelves = [...Map.groupBy(found, (line) => line.line.id).values()];
  return (
    <>
      <search className="seek"><Field label="找台账：名称、用途里的字，或拼音首字母">{(ids) => <input {...ids} className="input" type="search" autoComplete="off" spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter' && found[0] !== undefined && typed !== '') open(`/registers/${found[0].id}`); }} />}</Field></search>
      {names.length < 2 ? null : <Views label="哪一条线" views={[...(some ? [{ value: OWN, title: '我登记的' }] : []), { value: ALL, title: '全部' }, ...names]} value={typed === '' ? shelf : ALL} onChange={setShelf} />}
      {shelves.length === 0 ? <Empty>{lines.length === 0 ? '您的岗位不看哪个台账。要看，请找管理员。' : '没有叫这个名字的台账。换个字，或写拼音首字母。'}</Empty> : null}
      {shelves.map((group) => <Section key={group[0]?.line.id} title={group[0]?.line.title}><ul className="register-shelf">{group.map((line) => <OneLine key={line.id} line={line} readOnly={some && !line.keeps} />)}</ul></Section>)}
    </>
  );
}

function OneLine({ line, readOnly }: { line: RegisterLine; readOnly: boolean }) {
  return (
    <li>
      <span><A className="plain" href={`/registers/${line.id}`}>{line.title}</A>{readOnly ? <span className="quiet">　只看</span> : null}</span>
      <span className="note">{line.purpose}</span>
      <span className="standing">{line.standing.exact ? '' : '超过 '}<b>{line.standing.count.toLocaleString('en-US')}</b> {line.unit}</span>
      <span className="due">{line.due === 0 ? null : <A className="plain" href={`/registers/due?register=${line.id}`}><State kind="mine">{line.due} 件到日子</State></A>}</span>
    </li>
  );
}

export default definePage({ path: '/registers', title: '台账', go: 'z', tab: { label: '台账', order: 45 }, component: Registers });
