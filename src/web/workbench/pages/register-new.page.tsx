import '../cases/cases.css';
import '../records/records.css';
import { useLocation } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Form, FormField } from '../../../kernel/contract/form.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiCommand } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { DraftLine } from '../drafts/draft-line.tsx';
import { useDeskDraft } from '../drafts/use-desk-draft.ts';
import { PickDivision } from '../records/pick-division.tsx';
import { errorsOf, FROM, NAME, NUMBER, writtenOf } from '../records/record-form.ts';
import { useFace, useRegister } from '../records/use-face.ts';
import { definePage } from '../shell/page.ts';

const STATE = '$state';
const NAMES = { openedOn: FROM, state: STATE, 'person.name': NAME, 'person.idNumber': NUMBER };

function RegisterNew() {
  const register = useRegister();
  const face = useFace(register);
  return <div className="page"><Await read={face} what="台账" lines={8}>{(known) => (known.keeps ? <Sheet key={register} face={known} />
    : <><PageHead title={`登记${known.title}`} /><Empty>您的岗位看得到这个台账，不在里面登记。<A href={`/registers/${register}`}>回到名册</A></Empty></>)}</Await></div>;
}

/** `?in=12.345`: the way down to a place, without the office's own. */
function wayOf(search: string, own: number | undefined): readonly number[] | undefined {
  const ids = (new URLSearchParams(search).get('in') ?? '').split('.').map(Number).filter((id) => Number.isSafeInteger(id) && id > 0 && id !== own);
  return ids.length === 0 ? undefined : ids;
}

interface Opened { readonly record: number; readonly number: string }

/** One more record, from the day it holds; several one after another where a drawer of papers is typed in. */
function Sheet({ face }: { face: RegisterFace }) {
  const { today } = useSignedIn();
  const post = usePost();
  const open = useOpen();
  const draft = useDeskDraft(`register:${face.id}:new`, { [FROM]: today, [STATE]: face.first });
  const { values, onChange } = draft;
  const { searchStr } = useLocation();
  // a place that lacks one was pressed: it stands there already
  const [way, setWay] = useState<readonly number[]>(() => wayOf(searchStr, post?.divisionId) ?? (post === undefined ? [] : [post.divisionId]));
  const [last, setLast] = useState<Opened | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const next = useRef(false);
  const command = useApiCommand<Opened>('records.open');
  usePageTitle(`登记 · ${face.title}`);
  const division = way.at(-1);
  const send = async () => {
    setAsked(true);
    if (division === undefined) return;
    const named = typeof values[NAME] === 'string' && values[NAME] !== '';
    const answer = await command.run({
      register: face.id, division, openedOn: values[FROM], state: values[STATE] ?? face.first, values: writtenOf(face.fields, values), ...(named ? { person: { name: values[NAME], idNumber: values[NUMBER] ?? '' } } : {}),
    });
    if (answer === undefined) return;
    draft.sent();
    if (!next.current) return open(`/registers/${face.id}/${answer.record}`);
    setLast(answer);
    onChange({ [FROM]: values[FROM] ?? today, [STATE]: values[STATE] ?? face.first });
    document.querySelector<HTMLElement>('main .form input, main .form select')?.focus();
  };
  return (
    <>
      <PageHead over={<A className="plain" href={`/registers/${face.id}`}>{face.title}</A>} title={`登记一${face.unit}`} lead={face.purpose} />
      <p className="note" role="status">{last === undefined ? null : <>已登记，编号 <A href={`/registers/${face.id}/${last.record}`}>{last.number}</A>。接着写下一{face.unit}。</>}</p>
      <DraftLine draft={draft} />
      <ErrorNote problem={command.problem} kept="您写的都还在下面。" />
      <div className="form-section where-it-lies"><div className="form-section-head"><h2>归哪里</h2></div><PickDivision label="归哪个单位的辖区" help="按这里统计，这里的人看得到" {...(post === undefined ? {} : { own: { id: post.divisionId, name: post.divisionName } })} value={way} onChange={setWay} error={asked && division === undefined ? '请选归哪里。' : command.fields.find((one) => one.path === 'division')?.sentence} /></div>
      <FormSheet form={formOf(face)} values={values} onChange={onChange} errors={errorsOf(command.fields, NAMES)} onSubmit={() => void send()}>
        <Button kind="main" type="submit" busy={command.busy} onPress={() => { next.current = false; }}>登记</Button>
        <Button type="submit" onPress={() => { next.current = true; }}>登记，接着写下一{face.unit}</Button>
      </FormSheet>
    </>
  );
}

/** What begins a record, then its own fields. */
function formOf(face: RegisterFace): Form {
  const states = Object.entries(face.states);
  const begins: FormField[] = [
    { key: FROM, title: '从哪一天起', kind: 'date', required: true, help: '成立、开始、签订的日子；早就有的，写当时的日子' },
    ...(states.length < 2 ? [] : [{ key: STATE, title: '那时的状态', kind: 'choice' as const, required: true, options: states.map(([value, state]) => ({ value, title: state.title })) }]),
  ];
  const { holder } = face;
  const person: FormField[] = holder?.kind !== 'person' ? [] : [
    { key: NAME, title: '姓名', kind: 'person-name', ...(holder.optional === true ? {} : { required: true }) },
    { key: NUMBER, title: '证件号', kind: 'id-card', help: '按证件号连到这个人，不重复登记', ...(holder.optional === true ? {} : { required: true }) },
  ];
  return { id: `${face.id}-new`, title: face.title, sections: [{ id: 'begins', title: '起点', fields: begins }, ...(holder?.kind === 'person' ? [{ id: 'person', title: holder.title, fields: person }] : []), { id: 'fields', title: '内容', fields: face.fields }] };
}

export default definePage({ path: '/registers/$register/new', title: '登记台账', under: '/registers', component: RegisterNew });
