import '../registers/ruled-list.css';
import '../figures/figures.css';
import '../records/records.css';
import { Fragment, useState } from 'react';
import type { RegisterLine } from '../../../kernel/records/face.ts';
import { addDays } from '../../../kernel/values/plain-date.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { numberText, yearTo, type Catalogue, type CatalogueLine, type FrozenList, type IndicatorList, type Period } from '../figures/figure-answer.ts';
import { FigureLine } from '../figures/figure-line.tsx';
import { PeriodChoice } from '../figures/period-choice.tsx';
import { definePage } from '../shell/page.ts';

function Figures() {
  const { today, city } = useSignedIn();
  const post = usePost();
  const [period, setPeriod] = useState<Period>(() => yearTo(today));
  const read = useApiQuery<IndicatorList>('statistics.list-indicators');
  return (
    <div className="page">
      <PageHead over={post === undefined || post.divisionName === city.name ? city.name : `${city.name} ${post.divisionName}`} title="统计" lead="每个数都从一户一户、一笔一笔数出来，点开就是那些行。" />
      <PeriodChoice period={period} today={today} onChange={setPeriod} />
      <Await read={read} what="指标" lines={5}>{(indicators) => (
        <>
          {indicators.length === 0 ? <Empty>还没有哪一件事项声明了指标。</Empty> : <ul className="figure-list">{indicators.filter((one) => one.register === null).map((indicator) => <FigureLine key={indicator.id} indicator={indicator} period={period} />)}</ul>}
          <OfRegisters indicators={indicators} />
        </>
      )}</Await>
      <Reported cityName={city.name} />
      <Frozen />
    </div>
  );
}

/** What the registers count by themselves, register by register: each opens its own page of figures. */
function OfRegisters({ indicators }: { indicators: IndicatorList }) {
  const lines = useApiQuery<readonly RegisterLine[]>('records.registers').data ?? [];
  const counted = Map.groupBy(indicators, (one) => one.register);
  const shelves = [...Map.groupBy(lines.filter((line) => counted.has(line.id)), (line) => line.line.title)];
  if (shelves.length === 0) return null;
  return (
    <Section title="各台账的数" note="登记了就有，点开台账看">
      <dl className="gloss of-registers">{shelves.map(([title, shelf]) => <Fragment key={title}><dt>{title}</dt><dd>{shelf.map((line) => <span key={line.id} className="total-of"><A href={`/registers/${line.id}/figures`}>{line.title}</A> {counted.get(line.id)?.length} 个</span>)}</dd></Fragment>)}</dl>
    </Section>
  );
}

const REPORTED: readonly Column<CatalogueLine>[] = [
  { key: 'quote', title: '报告里写的', phone: 'what', cell: (row) => <>“{row.figure.quote}”<br /><span className="note">{row.figure.id}，{row.figure.period}</span></> },
  { key: 'value', title: '报告数', num: true, phone: 'why', cell: (row) => <>{row.figure.valueText ?? row.figure.value.toLocaleString('en-US')} {row.figure.valueText === null ? row.figure.unit : ''}</> },
  { key: 'ours', title: '我们的数', num: true, phone: 'state', cell: (row) => (row.ours === null ? <span className="quiet">无</span> : <>{row.ours.toLocaleString('en-US', { maximumFractionDigits: 2 })}<br /><span className="note">{row.from === addDays(row.to, -1) ? '' : `${row.from} 至 `}{addDays(row.to, -1)}</span></>) },
  { key: 'name', title: '指标', phone: 'who', cell: (row) => <A className="plain" href={`/figures/${row.indicator}`}>{row.figure.indicator}</A> },
  { key: 'relation', title: '对得上吗', cell: (row) => <Relation row={row} /> },
];

function Relation({ row }: { row: CatalogueLine }) {
  const state = row.relation === 'holds' ? <State kind="done">相符</State> : row.relation === 'differs' ? <State kind="back">不同</State> : <State kind="wait">还没有数</State>;
  return <>{state}<br /><span className="note">{row.because}{row.notes.length === 0 ? '' : '报告自己的几个数之间也对不上，见目录 figure-relations。'}{row.outside.rows > 0 ? '本岗位只看到一部分。' : ''}</span></>;
}

function Reported({ cityName }: { cityName: string }) {
  const read = useApiQuery<Catalogue>('statistics.list-catalogue');
  return (
    <Section title="年度报告里的数" note={`${cityName}，和我们数出来的并排`}>
      <Await read={read} what="报告数" lines={4}>{(lines) => (
        <>
          {lines.length === 0 ? null : <p className="lead">对照 {lines.length} 个，{lines.filter((line) => line.relation === 'holds').length} 个相符，<b>{lines.filter((line) => line.relation === 'differs').length} 个不同</b>，原因写在旁边。</p>}
          <Table caption="报告数对照" columns={REPORTED} nameColumn="name" rows={lines} rowKey={(row) => row.figure.id} empty={<Empty>这个城市的报告里没有我们算的指标。</Empty>} />
        </>
      )}</Await>
    </Section>
  );
}

const FROZEN: readonly Column<FrozenList[number]>[] = [
  { key: 'title', title: '指标', phone: 'who', cell: (row) => row.title },
  { key: 'period', title: '哪一期', phone: 'what', nowrap: true, cell: (row) => <>{row.from} 至 {row.to} 前</> },
  { key: 'value', title: '定稿数', num: true, phone: 'state', cell: (row) => <>{numberText(row.value, row.unit)} {row.unit}</> },
  { key: 'rows', title: '行数', num: true, cell: (row) => row.rows.toLocaleString('en-US') },
  { key: 'on', title: '哪天定的', phone: 'why', nowrap: true, cell: (row) => dayLong(row.onDay) },
  { key: 'note', title: '用在哪里', cell: (row) => row.note },
];

function Frozen() {
  const read = useApiQuery<FrozenList>('statistics.list-frozen');
  return (
    <Section title="定了稿的数" note="报出去的数连同它数的每一行都留着，以后知道得更多也不动它">
      <Await read={read} what="定稿" lines={3}>{(list) => <Table caption="定稿目录" columns={FROZEN} rows={list} rowKey={(row) => String(row.id)} href={(row) => `/figures/${row.indicator}?frozen=${row.id}`} empty={<Empty>还没有定过稿。打开一个指标，选好哪一期，在右边定稿。</Empty>} />}</Await>
    </Section>
  );
}

export default definePage({ path: '/figures', title: '统计', go: 'f', tab: { label: '统计', order: 60 }, covers: ['S001'], component: Figures });
