import '../registers/ruled-list.css';
import '../figures/figures.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Gloss, PageHead, Section } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { periodWords, requestOf, numberText, roundText, yearTo, type FigureAnswer, type IndicatorList, type ListedIndicator, type Period } from '../figures/figure-answer.ts';
import { FigureRowsTable, type Cell } from '../figures/figure-rows.tsx';
import { FigureTowns } from '../figures/figure-towns.tsx';
import { FreezeFigure, FrozenComparison } from '../figures/frozen-figure.tsx';
import { OutsideNote } from '../figures/outside-note.tsx';
import { PeriodChoice } from '../figures/period-choice.tsx';
import { definePage } from '../shell/page.ts';
import { isDay } from '../../forms/read-written.ts';

function FigurePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useApiQuery<IndicatorList>('statistics.list-indicators');
  return <Await read={read} what="指标" lines={6}>{(list) => {
    const indicator = list.find((one) => one.id === id);
    return indicator === undefined ? <div className="page"><PageHead title="没有这个指标" /><Empty>地址可能写错了，请从“统计”里打开。</Empty></div> : <Opened key={id} indicator={indicator} />;
  }}</Await>;
}

/** Period and frozen figure named in the address, so that a link opens the same number. */
function readAddress(today: string): { readonly period: Period; readonly frozen: number | undefined } {
  const search = new URLSearchParams(window.location.search);
  const [from, last, frozen] = [search.get('from'), search.get('last'), Number(search.get('frozen') ?? 0)];
  return { period: isDay(from) && isDay(last) ? { from: plainDate(from), last: plainDate(last) } : yearTo(today), frozen: frozen > 0 ? frozen : undefined };
}

function Opened({ indicator }: { indicator: ListedIndicator }) {
  const { today } = useSignedIn();
  const [address] = useState(() => readAddress(today));
  const [period, setPeriod] = useState<Period>(address.period);
  const [cell, setCell] = useState<Cell>({});
  const request = requestOf(indicator, period);
  const read = useApiQuery<FigureAnswer>('statistics.get-figure', request);
  usePageTitle(`${indicator.title} · 统计`);
  return (
    <>
      <header className="case-head">
        <PageHead over={`统计，${periodWords(indicator.kind, period)}`} title={indicator.title} lead={read.data === undefined ? undefined : <Lead figure={read.data} indicator={indicator} />} />
      </header>
      <div className="case-body wide main-first">
        <div className="mid figure-body">
          <PeriodChoice period={period} today={today} onChange={(next) => { setPeriod(next); setCell({}); }} />
          <Await read={read} what={indicator.title} lines={6}>{(figure) => (
            <>
              <OutsideNote figure={figure} />
              <Section title="一、按镇街"><FigureTowns figure={figure} cell={cell} onCell={setCell} /></Section>
              <Section title="二、数的是哪些行" note="名字打了星号，打开一行看全"><FigureRowsTable request={request} figure={figure} cell={cell} onCell={setCell} /></Section>
            </>
          )}</Await>
        </div>
        <aside className="right" aria-label="口径和定稿">
          <Section title="口径"><Gloss items={[{ title: '怎么数', text: indicator.definition }, { title: '单位', text: indicator.unit }, ...(indicator.figures.length === 0 ? [] : [{ title: '对应报告里的数', text: indicator.figures.join('、') }])]} /></Section>
          <FreezeFigure indicator={indicator} period={period} figure={read.data} />
          {address.frozen === undefined ? null : <FrozenComparison id={address.frozen} />}
        </aside>
      </div>
    </>
  );
}

function Lead({ figure, indicator }: { figure: FigureAnswer; indicator: ListedIndicator }) {
  const { all, urban, rural } = figure;
  if (all.value === null) return <>这一期没有可数的行。</>;
  return <><b className="nowrap">{numberText(all.value, indicator.unit)} {indicator.unit}</b>，数了 {all.rows.toLocaleString('en-US')} 行。城镇 {roundText(urban.value, indicator.unit)}，农村 {roundText(rural.value, indicator.unit)}。</>;
}

export default definePage({ path: '/figures/$id', title: '统计数', under: '/figures', covers: ['S001'], component: FigurePage });
