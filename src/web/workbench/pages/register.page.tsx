import '../cases/cases.css';
import '../records/records.css';
import { useState } from 'react';
import type { RecordRow, RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Key, useKeys } from '../../ui/keys.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { Views } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { useTicks } from '../bulk/use-ticks.ts';
import type { DueLine, RecordList } from '../records/api.ts';
import { FieldCell, headingOf, isFigure, isShort } from '../records/field-value.tsx';
import { FilterBar } from '../records/filter-bar.tsx';
import { figureWords } from '../records/record-facts.tsx';
import { listBody, listedFields, sortable } from '../records/list-choices.ts';
import { RegisterHead } from '../records/register-head.tsx';
import { totalHeading, totalWords } from '../records/sub-record.tsx';
import { useFace, useRegister } from '../records/use-face.ts';
import { definePage } from '../shell/page.ts';
import { useListAddress, writeAddress, type Asked } from '../views/list-address.ts';
import { SavedViews, type ViewCount } from '../views/saved-views.tsx';

function RegisterPage() {
  const register = useRegister();
  const face = useFace(register);
  return face.data === undefined ? <div className="page"><Await read={face} what="台账" lines={8}>{() => null}</Await></div> : <List key={register} face={face.data} />;
}

/** The list of one register: narrowed by any field, in any order, of today or of a past day. */
function List({ face }: { face: RegisterFace }) {
  const [asked, setAsked] = useListAddress();
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const [text, setText] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const open = useOpen();
  const settled = useSettled(text.trim());
  const after = trail.at(-1);
  const body = listBody(face, asked, words, settled);
  const read = useApiQuery<RecordList>('records.list', { ...body, ...(after === undefined ? {} : { after }) });
  const rows = read.data?.rows ?? [];
  const ticks = useTicks(rows.map((row) => String(row.record)));
  const chosen = rows.filter((row) => ticks.ticked.has(String(row.record)));
  usePageTitle(face.title);
  useKeys(face.keeps ? { n: { title: '登记一条', run: () => open(`/registers/${face.id}/new`) } } : {});
  const change = (next: Asked) => { setTrail([]); setAsked(next); };
  const sort = typeof asked['sort'] === 'string' ? asked['sort'] : undefined;
  const narrowed = Object.keys(body).some((key) => key !== 'register' && key !== 'sort' && key !== 'state');
  return (
    <div className="page">
      <RegisterHead face={face} view="list" lead={<Lead face={face} list={read.data} asked={asked} narrowed={narrowed} />}>
        {face.keeps ? <ButtonLink kind="main" href={`/registers/${face.id}/new`}>登记 <Key of="n" /></ButtonLink> : null}
        <ButtonLink href={`/registers/${face.id}/print${writeAddress(asked)}`}>打印</ButtonLink>
        <ExportButton list="records.list" asked={body} />
      </RegisterHead>
      <States face={face} list={read.data} asked={asked} onAsked={change} />
      <SavedViews list={`records.${face.id}`} asked={asked} onPick={change} count={countOf(face)} />
      <FilterBar face={face} asked={asked} onAsked={change} words={words} onWords={(next) => { setTrail([]); setWords(next); }} text={text} onText={(next) => { setTrail([]); setText(next); }} />
      <Await read={read} what={face.title} lines={10}>{(list) => (
        <>
          <Table caption={face.title} columns={columnsOf(face)} rows={list.rows} rowKey={(row) => String(row.record)} href={(row) => `/registers/${face.id}/${row.record}`} {...(face.keeps ? { ticks } : {})}
            sorting={{ by: sort?.replace(/^-/, ''), down: sort?.startsWith('-') === true, onSort: (by, down) => change({ ...asked, sort: down ? `-${by}` : by }) }}
            empty={<Empty>{narrowed ? '没有合条件的。换个条件再找，或去掉一个条件。' : face.keeps ? <>还没有登记。按“登记”记第一{face.unit}，或<A href={`/registers/${face.id}/import`}>导入原来的表</A>。</> : '还没有登记。'}</Empty>} />
          {trail.length === 0 && list.next === null ? null : (
            <p className="acts table-foot noprint">
              {trail.length === 0 ? null : <Button onPress={() => setTrail(trail.slice(0, -1))}>上一页</Button>}
              {list.next === null ? <span className="quiet">到底了</span> : <Button onPress={() => setTrail([...trail, list.next ?? ''])}>下一页</Button>}
              <span className="quiet">第 {trail.length + 1} 页</span>
            </p>
          )}
          <BulkBar work="records" rows={chosen.map((row) => ({ id: row.record }))} ticks={ticks}><ButtonLink href={`/registers/${face.id}/print?as=cards&records=${chosen.map((row) => row.record).join('.')}`}>一起打印卡片</ButtonLink></BulkBar>
        </>
      )}</Await>
    </div>
  );
}

/** The list's own query, asked for one row. */
const countOf = (face: RegisterFace): ViewCount => ({ query: 'records.list', body: (asked) => ({ ...listBody(face, asked), limit: 1 }), of: (answer) => (answer as RecordList).total.count });

/** What stands, and what is due, in one sentence. */
function Lead({ face, list, asked, narrowed }: { face: RegisterFace; list: RecordList | undefined; asked: Asked; narrowed: boolean }) {
  const due = useApiQuery<readonly DueLine[]>('records.due', { register: face.id }, { enabled: face.reminders.length > 0 }).data ?? [];
  if (list === undefined) return <>{face.purpose}</>;
  const count = `${list.total.exact ? '' : '超过 '}${list.total.count.toLocaleString('en-US')} ${face.unit}`;
  const over = due.filter((one) => one.overdue).length;
  return (
    <>
      {typeof asked['asOf'] === 'string' ? <>{dayLong(asked['asOf'])}那一天，</> : null}{narrowed || asked['state'] !== undefined ? '合条件的有 ' : '您看得到的有 '}<b>{count}</b>。
      {due.length === 0 ? null : <A href={`/registers/due?register=${face.id}`}>{due.length} 件到了日子{over === 0 ? '' : `，${over} 件已经过了`}</A>}{due.length === 0 ? '' : '。'}
    </>
  );
}

function States({ face, list, asked, onAsked }: { face: RegisterFace; list: RecordList | undefined; asked: Asked; onAsked: (asked: Asked) => void }) {
  const { state, ...rest } = asked;
  const ids = Object.keys(face.states);
  if (ids.length < 2) return null;
  const many = (id: string) => (list === undefined ? '' : ` ${(list.byState[id] ?? 0) > 1000 ? '1000+' : (list.byState[id] ?? 0)}`);
  return <Views label="状态" value={typeof state === 'string' ? state : ''} onChange={(next) => onAsked(next === '' ? rest : { ...rest, state: next })} views={[{ value: '', title: '全部' }, ...ids.map((id) => ({ value: id, title: `${face.states[id]?.title ?? id}${many(id)}` }))]} />;
}

/** The name first, then what the register lists, totals, place and state. */
function columnsOf(face: RegisterFace): readonly Column<RecordRow>[] {
  const totals = face.subRecords.flatMap((sub) => (sub.totals ?? []).map((total) => ({ sub, total }))).slice(0, 2);
  const fields = listedFields(face);
  const personFirst = face.name === null;
  return [
    { key: 'title', title: face.fields.find((field) => field.key === face.name)?.title ?? (face.holder?.kind === 'person' ? face.holder.title : '名称'), phone: 'who', ...(face.name === null ? { nowrap: true } : { sort: face.name }), cell: (row) => row.title },
    { key: 'number', title: '编号', nowrap: true, sort: 'number', cell: (row) => <span className="quiet">{row.number}</span> },
    ...(!personFirst && face.holder?.kind === 'person' ? [{ key: 'person', title: face.holder.title, nowrap: true, cell: (row: RecordRow) => row.person?.title ?? null }] : []),
    ...fields.map((field, at): Column<RecordRow> => ({ key: field.key, title: headingOf(field), num: isFigure(field), nowrap: isShort(field), ...(at === 0 ? { phone: 'what' as const } : {}), ...(sortable(field) ? { sort: field.key } : {}), cell: (row) => <FieldCell field={field} row={row} /> })),
    ...totals.map(({ sub, total }): Column<RecordRow> => ({ key: `total ${total.key}`, title: totalHeading(sub, total), num: true, cell: (row) => (row.totals[total.key] === null || row.totals[total.key] === undefined ? null : totalWords(sub, total, row.totals[total.key], false)) })),
    ...face.derived.filter((one) => one.listed).map((one): Column<RecordRow> => ({ key: `derived ${one.key}`, title: one.title, num: one.kind !== 'text' && one.kind !== 'date', nowrap: true, cell: (row) => (row.derived[one.key] === undefined ? null : figureWords(one.kind, row.derived[one.key], one.unit)) })),
    { key: 'place', title: '地方', phone: 'why', nowrap: true, cell: (row) => row.division.name },
    { key: 'state', title: '状态', phone: 'state', nowrap: true, sort: 'since', cell: (row) => <>{face.states[row.state]?.ends === true ? <span className="quiet">{face.states[row.state]?.title}</span> : (face.states[row.state]?.title ?? row.state)} <span className="quiet">{row.since}</span></> },
  ];
}

export default definePage({ path: '/registers/$register', title: '台账名册', under: '/registers', component: RegisterPage });
