import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { ONLINE_LEVELS } from '../../../kernel/contract/service-item.ts';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Form } from '../../../kernel/contract/form.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Facts, Gloss, PageHead, Section, Unsourced, Views } from '../../ui/page-head.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { FormDialog } from '../cases/form-dialog.tsx';
import '../registers/ruled-list.css';
import { FileButton } from '../shell/file-button.tsx';
import { definePage } from '../shell/page.ts';

type Items = DoorOutput<typeof import('../../../kernel/items/queries/list-items.ts').default>;
type Item = Items['items'][number];
type View = 'open' | 'offline' | 'cancelled' | 'all';
const VIEWS: readonly { value: View; title: string }[] = [{ value: 'open', title: '在办' }, { value: 'offline', title: '能网上办还没开的' }, { value: 'cancelled', title: '已取消' }, { value: 'all', title: '全部' }];

/** 事项目录 as of a day. */
function ItemsPage() {
  const { today } = useSignedIn();
  const [day, setDay] = useState(today);
  const read = useApiQuery<Items>('items.list-items', { day }, { enabled: day !== '' });
  return <Await read={read} what="事项目录" lines={8}>{(answer) => <Desk answer={answer} day={day} onDay={setDay} />}</Await>;
}

const columns: readonly Column<Item>[] = [
  { key: 'title', title: '事项', phone: 'who', cell: (item) => <>{item.title}{item.built ? <span className="quiet">　本平台办</span> : null}</> },
  { key: 'line', title: '业务', phone: 'what', nowrap: true, cell: (item) => item.line },
  { key: 'kind', title: '性质', nowrap: true, cell: (item) => item.kindTitle },
  { key: 'limit', title: '时限', cell: (item) => (item.limit.days === null ? <Unsourced>天数没有录入</Unsourced> : item.limit.days === 0 ? '当场' : `${item.limit.days} ${item.limit.calendar === 'working' ? '个工作日' : '日'}`) },
  { key: 'online', title: '网上办理', phone: 'state', nowrap: true, cell: (item) => <Online item={item} /> },
];

function Online({ item }: { item: Item }) {
  if (item.state.cancelled !== null) return <State kind="over">{item.state.cancelled.from} 取消</State>;
  if (!item.state.canBeOnline) return <span className="quiet">要本人到场</span>;
  return <State kind={item.online ? 'done' : 'wait'}>{item.levelTitle}</State>;
}

function Desk({ answer, day, onDay }: { answer: Items; day: string; onDay: (day: string) => void }) {
  const [view, setView] = useState<View>('open');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const rows = answer.items.filter((item) => (view === 'all' ? true : view === 'cancelled' ? item.state.cancelled !== null : item.state.cancelled === null && (view === 'open' || (item.state.canBeOnline && !item.online))));
  const groups = [...Map.groupBy(rows, (item) => item.line)].map(([title, some]) => ({ title, note: `${some.length} 项`, rows: some }));
  const selected = rows.find((item) => item.id === chosen) ?? rows[0];
  const share = answer.canBeOnline === 0 ? '' : `，占 ${Math.round((answer.online / answer.canBeOnline) * 1000) / 10}%`;
  return (
    <div className="desk">
      <div className="list">
        <PageHead title="事项目录" lead={`${dayLong(day)}：在办 ${answer.items.filter((item) => item.state.cancelled === null).length} 项，能网上办的 ${answer.canBeOnline} 项，已经能办的 ${answer.online} 项${share}。`}>
          <FileButton door="items.export-items" body={{ day }}>导出 Excel</FileButton>
        </PageHead>
        <div className="seek"><Field label="看哪一天的目录">{(ids) => <input {...ids} className="input" type="date" value={day} onChange={(event) => onDay(event.target.value)} />}</Field></div>
        <Waiting />
        <Views label="看哪些" views={VIEWS} value={view} onChange={setView} />
        <Table caption="事项目录" columns={columns} groups={groups} rowKey={(item) => item.id} onSelect={(item) => setChosen(item.id)} selected={selected?.id} empty={<Empty>这一天没有这样的事项。</Empty>} />
      </div>
      <aside className="next" aria-label="这一项">{selected === undefined ? <p className="note">没有事项。</p> : <Side key={selected.id} item={selected} />}</aside>
    </div>
  );
}

function Side({ item }: { item: Item }) {
  const role = usePost()?.role ?? '';
  const [open, setOpen] = useState(false);
  const { cancelled, levelFrom, levelDocument } = item.state;
  return (
    <>
      <h2>{item.title}</h2>
      {cancelled === null ? null : <p><b className="law-ink">从{dayLong(cancelled.from)}起取消</b>，不能再开新的，在办的照常办完。</p>}
      <Facts items={[{ label: '谁能办', value: item.who }, { label: '在哪里', value: item.where }, { label: '收费', value: item.fee }]} />
      <h3>要看的材料</h3><ul className="bring">{item.bring.map((one) => <li key={one}>{one}</li>)}</ul>
      <Gloss items={[
        { title: '依据', text: item.law.map(citeLaw).join('；') }, { title: '时限', text: [item.limit.law === null ? '' : citeLaw(item.limit.law), item.limit.note ?? ''].filter((one) => one !== '').join('。') || '没有录入' },
        { title: '网上办理', text: <>{item.levelTitle}{levelFrom === null ? '' : `，${dayLong(levelFrom)}起`}{levelDocument?.demo === true ? <DemoMark /> : levelDocument === null ? null : `，${levelDocument.title}`}</> },
        ...(cancelled === null ? [] : [{ title: '取消依据', text: <>《{cancelled.document.title}》{cancelled.document.number === null ? <Unsourced>文号未录入</Unsourced> : `（${cancelled.document.number}）`}{cancelled.document.readIn === undefined ? '' : `。${cancelled.document.readIn}`}</> }]),
      ]} />
      {role === 'standards-officer' || role === 'administrator' ? <p className="acts"><Button onPress={() => setOpen(true)}>登记变动</Button></p> : null}
      {open ? <ChangeDialog item={item} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const MAY_READ = ['standards-officer', 'approver', 'administrator', 'auditor'];
const MAY_SIGN = ['standards-officer', 'approver', 'administrator'];
type Proposals = DoorOutput<typeof import('../../../kernel/items/queries/list-proposals.ts').default>;

/** 等复核: a change of the catalogue counts only with a second signature. */
function Waiting() {
  const role = usePost()?.role ?? '';
  const rows = useApiQuery<Proposals>('items.list-proposals', {}, { enabled: MAY_READ.includes(role) }).data ?? [];
  const sign = useApiCommand('items.sign-change');
  if (rows.length === 0) return null;
  return (
    <Section title="等复核的变动" note={`${rows.length} 条，另一人复核以后才生效`}>
      <ul className="ruled">{rows.map((row) => (
        <li key={row.id}>
          <p className="l1"><span><b>{row.title}</b>，从{dayLong(row.from)}起{row.words}</span>{row.mine || !MAY_SIGN.includes(role) ? <State kind="wait">等另一人复核</State> : null}</p>
          <p className="note">《{row.document.title}》{row.document.number === null ? <Unsourced>文号未录入</Unsourced> : `（${row.document.number}）`}，{row.by} {row.on} 登记</p>
          {row.mine || !MAY_SIGN.includes(role) ? null : <p className="acts"><Button busy={sign.busy} onPress={() => void sign.run({ proposal: row.id, agree: true })}>核对过文件，同意</Button><Button kind="bare" onPress={() => void sign.run({ proposal: row.id, agree: false })}>退回</Button></p>}
        </li>
      ))}</ul>
      <ErrorNote problem={sign.problem} />
    </Section>
  );
}

const changeForm: Form = { id: 'item-change', title: '事项变动', sections: [{ id: 'change', title: '变动', fields: [
  { key: 'event', title: '什么变动', kind: 'choice', required: true, options: [{ value: 'online', title: '网上办理程度' }, { value: 'cancelled', title: '取消' }] },
  { key: 'level', title: '办到哪一步', kind: 'choice', required: true, showIf: { key: 'event', equals: 'online' }, options: Object.entries(ONLINE_LEVELS).map(([value, title]) => ({ value, title })) },
  { key: 'from', title: '从哪一天起', kind: 'date', required: true }, { key: 'title', title: '依据的文件', kind: 'text', required: true, maxLength: 200 }, { key: 'number', title: '文号', kind: 'text', maxLength: 60, help: '没有就空着，会显示“文号未录入”。' },
] }] };

function ChangeDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const command = useApiCommand('items.propose-change');
  return <FormDialog title={`登记变动，${item.title}`} form={changeForm} submit="登记变动，请人复核" command={command} onDone={onClose} onClose={onClose}
    body={(values) => ({ item: item.id, event: values['event'], from: values['from'], ...(values['event'] === 'online' ? { level: values['level'] } : {}), document: { title: values['title'], number: values['number'] ? values['number'] : null } })} />;
}

export default definePage({ path: '/items', title: '事项目录', under: '/parameters', shelf: { label: '事项目录', order: 60 }, roles: ['approver', 'standards-officer', 'administrator', 'auditor', 'statistician', 'town-lead', 'town-clerk'], covers: ['S216'], component: ItemsPage });
