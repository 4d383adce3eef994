import { useState } from 'react';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { countWords } from '../../../kernel/values/counted.ts';
import { addMonths, month } from '../../../kernel/values/month.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { Money } from '../../ui/money.tsx';
import { PageHead, Views } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { monthLong } from '../registers/words.ts';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { useTicks } from '../bulk/use-ticks.ts';
import type { ReviewList, ReviewRow } from '../reviews/answers.ts';
import '../cases/cases.css';
import '../reviews/reviews.css';
import { PostponeReviews } from '../reviews/postpone-reviews.tsx';
import { SetClass } from '../reviews/set-class.tsx';
import { StartReviews } from '../reviews/start-reviews.tsx';
import { definePage } from '../shell/page.ts';

type View = 'open' | 'overdue' | 'working' | 'coming';
interface Filters { readonly view: View; readonly town?: number; readonly class?: string; readonly month?: string; readonly differing?: boolean }

const MOST = 200;

function Reviews() {
  const [filters, setFilters] = useState<Filters>({ view: 'open' });
  const read = useApiQuery<ReviewList>('reviews.list', { ...filters, limit: MOST });
  return <div className="page"><Await read={read} what="定期复核" lines={8}>{(list) => <Desk key={JSON.stringify(filters)} list={list} filters={filters} onFilters={setFilters} />}</Await></div>;
}

function Desk({ list, filters, onFilters }: { list: ReviewList; filters: Filters; onFilters: (filters: Filters) => void }) {
  const [doing, setDoing] = useState<'class' | 'postpone' | undefined>(undefined);
  const role = usePost()?.role;
  const clerk = role === 'town-clerk';
  // 2021 第三十一条第三款: the law of the day says whether reviews may be put off at all
  const mayPostpone = role === 'approver' ? (list.cycle?.postponed ?? null) : null;
  const ticks = useTicks(list.rows.map((row) => String(row.grant)));
  const rows = list.rows.filter((row) => ticks.ticked.has(String(row.grant)));
  const clean = list.rows.filter((row) => row.differences.length === 0);
  const close = () => { setDoing(undefined); ticks.clear(); };
  const may = clerk || mayPostpone !== null;
  const open = rows.flatMap((row) => (row.caseId === null ? [] : [{ id: row.caseId, ...(row.seen === null ? {} : { seen: row.seen }) }]));
  return (
    <>
      <PageHead title="定期复核" lead={leadOf(list)}><ExportButton list="reviews.list" asked={{ ...filters }} /></PageHead>
      {list.start === null ? <StartReviews benefit={list.benefit.id} title={list.benefit.title} today={list.today} /> : null}
      <Views label="看哪些" value={filters.view} onChange={(view) => onFilters({ ...filters, view })} views={[
        { value: 'open', title: `待复核 ${countWords(list.counts.open)}` }, { value: 'overdue', title: `超期 ${countWords(list.counts.overdue)}` }, { value: 'working', title: `调查中 ${countWords(list.counts.working)}` }, { value: 'coming', title: `以后 ${countWords(list.counts.coming)}` }]} />
      <FilterBar list={list} filters={filters} onFilters={onFilters} />
      {may ? <p className="acts"><Button onPress={() => ticks.choose(clean.map((row) => String(row.grant)))}>选上没有不同的 {clean.length} 户</Button></p> : null}
      <Table caption="定期复核" columns={columnsOf(list)} {...(may ? { ticks } : {})} rows={list.rows} rowKey={(row) => String(row.grant)} nameColumn="head" href={(row) => (row.caseId === null ? `/households/${row.household}` : `/cases/${row.caseId}`)}
        empty={<Empty>{EMPTY[filters.view]}</Empty>} />
      {list.total > list.rows.length ? <p className="note">共{countWords(list.total)} 户，先列 {list.rows.length} 户。按镇街、类别、月份缩小范围，或办完一批再看下一批。</p> : null}
      {clerk && open.length > 0 ? <BulkBar work="reviews.take-step" rows={open} ticks={ticks} initial={{ lookedOn: list.today }}><Button onPress={() => setDoing('class')}>定类</Button></BulkBar> : null}
      {rows.length > 0 && (!clerk || open.length === 0) ? (
        <div className="bulk-bar" role="group" aria-label="一起办"><b>选了 {rows.length} 户</b>
          {clerk ? <Button onPress={() => setDoing('class')}>定类</Button> : null}
          {mayPostpone === null ? null : <Button onPress={() => setDoing('postpone')}>突发事件，延长核查期限</Button>}
          <Button kind="bare" onPress={ticks.clear}>不选了</Button>
        </div>
      ) : null}
      {doing === 'postpone' && mayPostpone !== null ? <PostponeReviews grants={rows.map((row) => row.grant)} law={mayPostpone} onClose={close} /> : null}
      {doing === 'class' ? <SetClass grants={rows.map((row) => row.grant)} classes={list.cycle?.classes ?? []} onClose={close} /> : null}
    </>
  );
}

const EMPTY: Readonly<Record<View, string>> = { open: '没有要复核的户。到了月份会自己打开，出现在这里。', overdue: '没有超期的户。', working: '没有正在调查的户。发现有变化的，点“有变化，调查核对”。', coming: '没有排到以后的户。' };

function leadOf(list: ReviewList): string {
  const { open, overdue, working } = list.counts;
  const law = list.cycle === null ? '' : `周期依${citeLaw(list.cycle.law)}：${list.cycle.classes.map((one) => `${one.title}，${monthsSaid(one.months)}`).join('；')}。`;
  return `${list.benefit.title}，待复核 ${countWords(open)} 户${overdue > 0 ? `，其中超期 ${countWords(overdue)} 户` : ''}，调查中 ${countWords(working)} 户。${law}`;
}

const monthsSaid = (months: { readonly urban: number; readonly rural: number }): string => (months.urban === months.rural ? `每 ${months.urban} 个月` : `城镇每 ${months.urban} 个月，农村每 ${months.rural} 个月`);

function columnsOf(list: ReviewList): readonly Column<ReviewRow>[] {
  const town = new Set(list.rows.map((row) => row.townId)).size > 1;
  return [
    { key: 'head', title: '户主', phone: 'who', nowrap: true, cell: (row) => <>{row.head ?? <span className="quiet">不在辖区</span>} <span className="quiet">{row.persons} 人</span></> },
    { key: 'village', title: '村居', phone: 'why', nowrap: true, cell: (row) => <>{town ? `${row.town} ` : ''}{row.village}</> },
    { key: 'fen', title: '每月（元）', num: true, cell: (row) => <Money fen={row.fen} /> },
    { key: 'class', title: '类别', cell: (row) => <>{row.className}{row.setBy === 'clerk' ? <span className="quiet">（镇街核定）</span> : null}<br /><span className="note">{row.because}</span></> },
    { key: 'due', title: '应复核', phone: 'state', nowrap: true, cell: (row) => (row.overdue ? <State kind="over">{monthLong(row.due)}，超期</State> : monthLong(row.due)) },
    { key: 'found', title: '核查发现', phone: 'what', cell: (row) => <Found row={row} /> },
  ];
}

function Found({ row }: { row: ReviewRow }) {
  if (row.caseId === null) return <span className="quiet">上次 {row.countedFrom}</span>;
  const checks = row.asked === 0 ? '没有发核对' : row.answered < row.asked ? `核对答复 ${row.answered}／${row.asked}` : '核对已全部答复';
  return (
    <>
      {row.differences.length === 0 ? '没有不同' : row.differences.map((one) => <span key={one} className="differs law-ink">{one}</span>)}
      <span className="note differs">{checks}{row.unsigned > 0 ? `，${row.unsigned} 人没有授权` : ''}</span>
    </>
  );
}

function FilterBar({ list, filters, onFilters }: { list: ReviewList; filters: Filters; onFilters: (filters: Filters) => void }) {
  const set = (key: 'town' | 'class' | 'month' | 'differing', value: string | number | boolean | undefined) => {
    const { [key]: _left, ...rest } = filters;
    onFilters(value === undefined ? rest : { ...rest, [key]: value } as Filters);
  };
  const months = Array.from({ length: 18 }, (_, at) => addMonths(month(list.today.slice(0, 7)), at - 5));
  const textOf = (event: { target: { value: string } }): string | undefined => (event.target.value === '' ? undefined : event.target.value);
  return (
    <form className="filters" role="search" aria-label="筛选" onSubmit={(event) => event.preventDefault()}>
      {list.towns.length > 1 ? <Field label="镇街">{(ids) => <select {...ids} className="input" value={filters.town ?? ''} onChange={(event) => set('town', textOf(event) === undefined ? undefined : Number(event.target.value))}><option value="">全部</option>{list.towns.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}</select>}</Field> : null}
      <Field label="类别">{(ids) => <select {...ids} className="input" value={filters.class ?? ''} onChange={(event) => set('class', textOf(event))}><option value="">全部</option>{(list.cycle?.classes ?? []).map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}</select>}</Field>
      <Field label="应复核的月份">{(ids) => <select {...ids} className="input" value={filters.month ?? ''} onChange={(event) => set('month', textOf(event))}><option value="">全部</option>{months.map((one) => <option key={one} value={one}>{monthLong(one)}</option>)}</select>}</Field>
      <Field label="核查发现">{(ids) => <select {...ids} className="input" value={filters.differing === undefined ? '' : String(filters.differing)} onChange={(event) => set('differing', textOf(event) === undefined ? undefined : event.target.value === 'true')}><option value="">全部</option><option value="false">没有不同</option><option value="true">有不同</option></select>}</Field>
    </form>
  );
}

export default definePage({ path: '/reviews', title: '定期复核', go: 'v', under: '/tasks', shelf: { label: '定期复核', order: 20, count: 'reviews.count' }, covers: ['S001'], component: Reviews });
