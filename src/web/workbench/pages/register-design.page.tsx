import '../cases/cases.css';
import '../records/records.css';
import '../designer/designer.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { DesignPage } from '../../../kernel/records/own/design-face.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { EditionAside } from '../designer/edition-aside.tsx';
import { FromSheet } from '../designer/from-sheet.tsx';
import { withoutField } from '../designer/design.ts';
import { FieldRows } from '../designer/field-rows.tsx';
import { HeadRows, WhoRows } from '../designer/head-rows.tsx';
import { CountRows, ReminderRows, RuleRows, SubRows, type PartProps } from '../designer/part-rows.tsx';
import { Preview } from '../designer/preview.tsx';
import { STANDS } from '../designer/state-words.ts';
import { StateRows } from '../designer/state-rows.tsx';
import { TryPanel } from '../designer/try-panel.tsx';
import { useDesign } from '../designer/use-design.ts';
import { DraftLine } from '../drafts/draft-line.tsx';
import { definePage } from '../shell/page.ts';

type Designs = DoorOutput<typeof import('../../../kernel/records/own/queries/list-declarations.ts').default>;
interface Saved { readonly register: string; readonly step: number; readonly problems: readonly { readonly path: string; readonly sentence: string }[] }

function RegisterDesign() {
  const { own } = useParams({ strict: false }) as { readonly own: string };
  const all = useApiQuery<Designs>('records.list-declarations');
  return <div className="page"><Await read={all} what="自建台账" lines={8}>{({ choices }) => (own === 'new' ? <Designer choices={choices} page={undefined} onInHand={() => undefined} /> : <Known register={own} choices={choices} />)}</Await></div>;
}

/** A design whose tables are being made is looked at again every two seconds; so is one that waits for another's word, until it is worked on here. */
function Known({ register, choices }: { register: string; choices: Designs['choices'] }) {
  const [waits, setWaits] = useState(false);
  const [inHand, setInHand] = useState(false);
  const read = useApiQuery<DesignPage>('records.get-declaration', { register }, waits && !inHand ? { everyMs: 2000 } : {});
  if (read.data !== undefined && (read.data.state === 'publishing' || read.data.state === 'sent') !== waits) setWaits(!waits);
  return <Await read={read} what="台账的设计" lines={10}>{(page) => <Designer key={`${page.register} ${page.step}`} choices={choices} page={page} onInHand={setInHand} />}</Await>;
}

function Designer({ page, choices, onInHand }: { page: DesignPage | undefined; choices: Designs['choices']; onInHand: (inHand: boolean) => void }) {
  const open = useOpen();
  const role = usePost()?.role ?? '';
  const { design, set, touched, draft, saved, source, freshSource, beginFrom } = useDesign(page, role, choices.lines);
  const [plain, setPlain] = useState(false);
  const change = (next: typeof design) => { onInHand(true); set(next); };
  const [problems, setProblems] = useState<Saved['problems']>(page?.problems ?? []);
  const [said, setSaid] = useState('');
  const command = useApiCommand<Saved>('records.save-declaration');
  usePageTitle(`${design.title || '新台账'} · 自建台账`);
  const refused = command.problem?.details['problems'] as Saved['problems'] | undefined;
  const shown = Object.fromEntries((refused ?? problems).map((one) => [one.path, one.sentence]));
  const part: PartProps = { design, onChange: change, published: page?.published ?? null, problems: shown, registers: choices.registers };
  const save = async (send: boolean) => {
    const answer = await command.run({ ...(page === undefined ? {} : { register: page.register, seen: page.step }), declaration: design, ...(send ? { send } : {}), ...(freshSource === undefined ? {} : { source: freshSource }) });
    if (answer === undefined) return;
    saved();
    onInHand(false);
    setProblems(answer.problems);
    setSaid(send ? '已交人复核。' : '草稿已存。');
    if (page === undefined) open(`/registers/own/${answer.register}`);
  };
  const over = <><A className="plain" href="/registers">台账</A>，<A className="plain" href="/registers/own">自建台账</A></>;
  if (page === undefined && !touched && !plain) return <><PageHead over={over} title="新台账" lead="有旧表就从旧表开始：一列做成一个字段，设计好了同一张表拿来试、拿来导入。" /><FromSheet onDesign={beginFrom} onPlain={() => setPlain(true)} /></>;
  return (
    <>
      <PageHead over={over} title={design.title || '新台账'} lead={page === undefined ? <>左边设计，右边就是登记和名单的样子。{source === undefined ? '一、二、三、八写好就能用，别的以后再加。' : '照旧表猜的都能改；不改的就用。'}先在最下面试一试，再交另一个人复核发布。</> : <Lead page={page} />} />
      {page === undefined ? null : <EditionAside page={page} touched={touched} />}
      <DraftLine draft={draft} />
      <div className="designer">
        <div>
          <div className="design-part"><Section title="一、是什么"><HeadRows {...part} lines={choices.lines} /></Section></div>
          <div className="design-part"><Section title="二、字段" note="回车加下一个，Alt+↑↓ 换次序"><FieldRows label="字段" fields={design.fields} published={page?.published?.fields ?? []} registers={choices.registers} problems={shown} at="fields" onList onChange={(fields) => change({ ...design, fields })} onRemove={(key) => change(withoutField(design, key))} /></Section></div>
          <div className="design-part"><Section title="三、状态" note="从登记到退出"><StateRows design={design} onChange={change} published={part.published} problems={shown} /></Section></div>
          <div className="design-part"><Section title="四、子台账" note="可以不用。一条记录下一次次记的：走访、检查、付款"><SubRows {...part} /></Section></div>
          <div className="design-part"><Section title="五、提醒" note="到了日子自己列在“到日子的”"><ReminderRows {...part} /></Section></div>
          <div className="design-part"><Section title="六、统计" note="登记了自己就有数，数点得开"><CountRows {...part} /></Section></div>
          <div className="design-part"><Section title="七、规则和自动算的" note="可以不用"><RuleRows {...part} /></Section></div>
          <div className="design-part"><Section title="八、谁登记，谁看"><WhoRows {...part} roles={choices.roles} own={role} /></Section></div>
          <div className="design-part"><TryPanel design={design} source={source} register={page?.register} hasRows={page?.published !== null && page !== undefined} onTried={(trial) => setProblems(trial.problems)} /></div>
        </div>
        <aside className="shown" aria-label="样子"><Preview design={design} /></aside>
      </div>
      <ErrorNote problem={command.problem} kept="设计还在上面。" />
      {refused === undefined ? null : <ul className="told-list">{refused.map((one) => <li key={`${one.path} ${one.sentence}`}>{one.sentence}</li>)}</ul>}
      <div className="design-foot">
        <Button busy={command.busy} onPress={() => void save(false)}>存草稿</Button>
        <Button kind="main" busy={command.busy} onPress={() => void save(true)}>交人复核</Button>
        <span role="status">{said !== '' && !touched ? said : touched ? '有改动，还没有存成草稿。' : ''}{problems.length > 0 ? `还有 ${problems.length} 处要改。` : ''}</span>
      </div>
    </>
  );
}

function Lead({ page }: { page: DesignPage }) {
  const { title, kind } = STANDS[page.state];
  return <>第 {page.version} 版 <State kind={kind}>{title}</State>{page.note === '' ? '' : `　${page.note}`}</>;
}

export default definePage({ path: '/registers/own/$own', title: '设计台账', under: '/registers', roles: ['administrator', 'bureau-affairs-clerk', 'discipline-clerk', 'charity-clerk', 'child-welfare-clerk', 'construction-projects-clerk', 'disaster-relief-clerk', 'elderly-care-clerk', 'grassroots-governance-clerk', 'place-names-clerk', 'social-organisations-clerk', 'social-work-clerk', 'special-care-clerk', 'vagrant-relief-clerk'], component: RegisterDesign });
