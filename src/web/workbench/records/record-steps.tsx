import { useState } from 'react';
import type { FormField } from '../../../kernel/contract/form.ts';
import type { RecordPage, RecordRow, RegisterFace, VersionRow } from '../../../kernel/records/face.ts';
import { query, useApiQuery } from '../../api-client.ts';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { PickDivision } from './pick-division.tsx';
import { RecordDialog, type SeenSheet } from './record-dialog.tsx';
import { askedAgain, changedOf, formOf, FROM, labelsOf, NAME, NUMBER, REASON, valuesOf } from './record-form.ts';

/** What can be done with a record: each asks what it needs. */
export type RecordAct = { readonly kind: 'change' } | { readonly kind: 'correct'; readonly version: VersionRow } | { readonly kind: 'state'; readonly state: string; readonly title: string; readonly needs: readonly string[] } | { readonly kind: 'move' } | { readonly kind: 'take-back' };

interface Props { readonly face: RegisterFace; readonly page: RecordPage; readonly onClose: () => void }

const day = (title: string, help?: string): FormField => ({ key: FROM, title, kind: 'date', required: true, ...(help === undefined ? {} : { help }) });
const why = (title: string, required: boolean, help?: string): FormField => ({ key: REASON, title, kind: 'long-text', maxLength: 200, ...(required ? { required } : {}), ...(help === undefined ? {} : { help }) });

const personFields = ({ title }: { readonly title: string }): readonly FormField[] => [{ key: NAME, title: `${title}姓名`, kind: 'person-name', required: true }, { key: NUMBER, title: '证件号', kind: 'id-card', required: true }];

const readAgain = (face: RegisterFace, record: number) => query<RecordPage>('records.get', { register: face.id, record });
const sheetOf = (face: RegisterFace, page: RecordPage): SeenSheet => ({ seen: page.seen, values: valuesOf(face.fields, page) });

/** The open dialog of a record, if any. */
export function RecordActDialog({ act, ...props }: Props & { act: RecordAct | undefined }) {
  switch (act?.kind) {
    case 'change': return <ChangeDialog {...props} />;
    case 'correct': return <CorrectDialog {...props} version={act.version} />;
    case 'state': return <StateDialog {...props} step={act} />;
    case 'move': return <MoveDialog {...props} />;
    case 'take-back': return <TakeBackDialog {...props} />;
    case undefined: return null;
  }
}

/** 变更: it was so until now, from a day on it is otherwise. What was before stays. */
function ChangeDialog({ face, page, onClose }: Props) {
  const { today } = useSignedIn();
  const form = formOf(`${face.id}-change`, '变更', [day('从哪一天起', '以前的照旧留着，从这一天起按新的'), ...askedAgain(face.fields, page), why('为什么变更', true, '依据什么：文件、来函、走访看到的')]);
  const body = (values: Readonly<Record<string, unknown>>, from: SeenSheet) => ({ register: face.id, record: page.record, seen: from.seen, from: values[FROM], values: changedOf(face.fields, from.values, values as SeenSheet['values']), reason: values[REASON] ?? '' });
  return (
    <RecordDialog title={`变更，${page.title}`} form={form} labels={labelsOf(page)} initial={{ [FROM]: today }} from={sheetOf(face, page)} again={async () => sheetOf(face, await readAgain(face, page.record))}
      command="records.change" body={body} submit="记下变更" draft={`record:${page.record}:change:${page.seen}`} onDone={onClose} onClose={onClose}>
      <p className="note">情况变了用变更；当初就写错了用更正。</p>
    </RecordDialog>
  );
}

/** 更正: it was written wrong; from the first day of that version it counts as put right. What was written wrong stays to be read, struck through. */
function CorrectDialog(props: Props & { version: VersionRow }) {
  const { face, page, version } = props;
  const stood = useApiQuery<RecordRow>('records.version', { register: face.id, record: page.record, at: version.id }).data;
  return stood === undefined ? null : <CorrectVersion {...props} stood={stood} />;
}

function CorrectVersion({ face, page, version, stood, onClose }: Props & { version: VersionRow; stood: RecordRow }) {
  const form = formOf(`${face.id}-correct`, '更正', [why('为什么更正', true, '凭什么知道原来写错了'), ...askedAgain(face.fields, stood)]);
  const sheet = (now: RecordPage): SeenSheet => ({ seen: now.seen, values: valuesOf(face.fields, stood) });
  const body = (values: Readonly<Record<string, unknown>>, from: SeenSheet) => ({ register: face.id, record: page.record, seen: from.seen, at: version.id, values: changedOf(face.fields, from.values, values as SeenSheet['values']), reason: values[REASON] ?? '' });
  return (
    <RecordDialog title={`更正 ${version.from} 起的内容，${page.title}`} form={form} labels={labelsOf(stood)} from={sheet(page)} again={async () => sheet(await readAgain(face, page.record))}
      command="records.correct" body={body} submit="更正" draft={`record:${page.record}:correct:${version.id}`} onDone={onClose} onClose={onClose}>
      <p className="note">只改写错的几格，从 {version.from} 起{version.to === null ? '' : `到 ${version.to} 前`}都按更正后的算。原来写的划掉留着，谁改的、为什么改都看得到。</p>
    </RecordDialog>
  );
}

/** A step of its life, on a day, with what that step asks for. */
function StateDialog({ face, page, step, onClose }: Props & { step: Extract<RecordAct, { kind: 'state' }> }) {
  const { today } = useSignedIn();
  const needs = face.fields.filter((field) => step.needs.includes(field.key)).map((field) => ({ ...field, required: true as const }));
  const ends = face.states[step.state]?.ends === true;
  const whose = face.states[step.state]?.person === true && page.person === null && face.holder?.kind === 'person' ? personFields(face.holder) : [];
  const form = formOf(`${face.id}-${step.state}`, step.title, [day(`哪一天${step.title}`), ...whose, ...askedAgain(needs, page), why('说明', ends)]);
  const now = (one: RecordPage): SeenSheet => ({ seen: one.seen, values: valuesOf(needs, one) });
  const body = (values: Readonly<Record<string, unknown>>, from: SeenSheet) => ({ register: face.id, record: page.record, seen: from.seen, state: step.state, on: values[FROM], values: changedOf(needs, from.values, values as SeenSheet['values']), ...(whose.length === 0 ? {} : { person: { name: values[NAME], idNumber: values[NUMBER] } }), reason: values[REASON] ?? '' });
  return (
    <RecordDialog title={`${step.title}，${page.title}`} form={form} labels={labelsOf(page)} initial={{ [FROM]: today }} from={now(page)} again={async () => now(await readAgain(face, page.record))}
      command="records.set-state" body={body} submit={`记为${step.title}`} onDone={onClose} onClose={onClose}>
      {ends ? <p className="note">记为{step.title}以后，从那一天起不再算在现有数里；以前的年份照旧。</p> : null}
    </RecordDialog>
  );
}

/** 移交: from a day on it lies in another division of one's area; its keepers go on with it. */
function MoveDialog({ face, page, onClose }: Props) {
  const { today } = useSignedIn();
  const post = usePost();
  const [way, setWay] = useState<readonly number[]>([]);
  const [asked, setAsked] = useState(false);
  const to = way.at(-1);
  const wrong = to === undefined ? '请选移交给哪里。' : to === page.division.id ? `现在就在${page.division.name}。` : undefined;
  const form = formOf(`${face.id}-move`, '移交', [day('从哪一天起归那边'), why('为什么移交', true)]);
  return (
    <RecordDialog title={`移交，${page.title}`} form={form} initial={{ [FROM]: today }} from={{ seen: page.seen, values: {} }} again={async () => ({ seen: (await readAgain(face, page.record)).seen, values: {} })}
      command="records.move" body={(values, from) => ({ register: face.id, record: page.record, seen: from.seen, division: to, on: values[FROM], reason: values[REASON] ?? '' })} submit="移交" onDone={onClose} onClose={onClose}
      ready={() => { setAsked(true); return wrong === undefined; }} above={<PickDivision {...(post === undefined ? {} : { own: { id: post.divisionId, name: post.divisionName } })} label={`从${page.division.name}移交到`} value={way} onChange={setWay} error={asked ? wrong : undefined} />}>
      <p className="note">从那一天起归那边统计、那边的人接着记，以前的照旧。要移到您辖区以外，请由上一级单位办。</p>
    </RecordDialog>
  );
}

/** 撤回: it should never have been written (typed twice, the wrong register). */
function TakeBackDialog({ face, page, onClose }: Props) {
  return (
    <RecordDialog title={`撤回，${page.title}`} form={formOf(`${face.id}-take-back`, '撤回', [why('为什么撤回', true, '如：同一家登记了两次')])} from={{ seen: page.seen, values: {} }} again={async () => ({ seen: (await readAgain(face, page.record)).seen, values: {} })}
      command="records.take-back" body={(values, from) => ({ register: face.id, record: page.record, seen: from.seen, reason: values[REASON] ?? '' })} submit="撤回这条记录" onDone={onClose} onClose={onClose}>
      <p className="note">只用于登记错了、本不该有的记录。真的关闭、注销、终止，请记状态。撤回后名册和统计里都没有它，经过还查得到。</p>
    </RecordDialog>
  );
}
