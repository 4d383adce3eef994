import '../registers/ruled-list.css';
import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Gloss, PageHead, Unsourced, Views } from '../../ui/page-head.tsx';
import { useCity, usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column, type Group } from '../../ui/table.tsx';
import { currentIn, standingOf, type ListedParameter, type ListedValue, type ParameterList, type Standing } from '../parameters/parameter-list.ts';
import { ParameterHistory } from '../parameters/parameter-history.tsx';
import { ProposeForm } from '../parameters/propose-form.tsx';
import { SourceText, ValueText } from '../parameters/source-text.tsx';
import { WaitingProposals } from '../parameters/waiting-proposals.tsx';
import { definePage } from '../shell/page.ts';

interface Row { readonly parameter: ListedParameter; readonly matter: string; readonly now: readonly ListedValue[]; readonly standing: Standing }
type View = 'all' | 'gap' | 'number' | 'demo' | 'waiting';

const COLUMNS: readonly Column<Row>[] = [
  { key: 'title', title: '标准', phone: 'who', cell: (row) => row.parameter.title },
  { key: 'value', title: '现在的数', phone: 'state', cell: (row) => <ValueCell row={row} /> },
  { key: 'from', title: '起', nowrap: true, cell: (row) => row.now[0]?.from ?? '' },
  { key: 'source', title: '依据', phone: 'what', cell: (row) => <SourceCell row={row} /> },
];

function ValueCell({ row }: { row: Row }) {
  const values = row.now.length === 0 ? <Unsourced>缺来源</Unsourced> : row.now.map((value, at) => <div key={at}><ValueText value={value} /></div>);
  return <>{values}{row.standing.waiting ? <State kind="mine">等复核</State> : null}</>;
}

function SourceCell({ row }: { row: Row }) {
  const first = row.now[0];
  return first === undefined ? <span className="quiet">今天没有在用的数</span> : <>{row.now.map((value, at) => <div key={at}><SourceText value={value} /></div>)}</>;
}

function Parameters() {
  const read = useApiQuery<ParameterList>('policy.list-parameters');
  return <Await read={read} what="标准" lines={8}>{(list) => <Desk list={list} />}</Await>;
}

function Desk({ list }: { list: ParameterList }) {
  const city = useCity();
  const place = city?.code ?? '';
  const [view, setView] = useState<View>('all');
  const all = list.matters.flatMap((matter) => matter.parameters.map((parameter): Row => ({ parameter, matter: matter.title, now: currentIn(parameter, place), standing: standingOf(parameter, place) })));
  const rows = once(all);
  const [selected, setSelected] = useState<string | undefined>(undefined);
  const of = (wanted: (row: Row) => boolean) => rows.filter(wanted);
  const parts: Record<View, readonly Row[]> = { all: rows, gap: of((row) => row.standing.gap), number: of((row) => row.standing.numberMissing), demo: of((row) => row.standing.demo), waiting: of((row) => row.standing.waiting) };
  const shown = parts[view];
  const chosen = rows.find((row) => row.parameter.id === selected) ?? shown[0];
  const groups = [...new Set(shown.map((row) => row.matter))].map((title): Group<Row> => ({ title, rows: shown.filter((row) => row.matter === title) }));
  return (
    <div className="desk">
      <div className="list">
        <PageHead over={`${city?.name ?? ''}，${dayLong(list.today)}`} title="标准" lead={<Lead parts={parts} />}><ButtonLink href="/standards">标准一览和沿革</ButtonLink><ExportButton list="policy.list-parameters" /></PageHead>
        <Views label="看哪些" value={view} onChange={setView} views={[
          { value: 'all', title: `全部 ${parts.all.length}` }, { value: 'gap', title: `缺来源 ${parts.gap.length}` }, { value: 'number', title: `文号未录入 ${parts.number.length}` },
          { value: 'demo', title: `演示值 ${parts.demo.length}` }, { value: 'waiting', title: `等复核 ${parts.waiting.length}` },
        ]} />
        <Table caption="标准和参数" columns={COLUMNS} groups={groups} rowKey={(row) => row.parameter.id} selected={chosen?.parameter.id} onSelect={(row) => setSelected(row.parameter.id)} empty={<Nothing view={view} />} />
      </div>
      <aside className="next" aria-label="沿革和依据">{chosen === undefined ? null : <Chosen key={chosen.parameter.id} row={chosen} place={place} />}</aside>
    </div>
  );
}

/** A parameter several matters share is listed with the first of them. */
const once = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.toReversed().map((row) => [row.parameter.id, row])).values()].toReversed();

function Lead({ parts }: { parts: Record<View, readonly Row[]> }) {
  const { all, gap, number, demo, waiting } = parts;
  return (
    <>
      用到 {all.length} 项。{gap.length === 0 ? '都有来源。' : <><b className="law-ink">{gap.length} 项缺来源</b>，要用到它的件会停下来等。</>}
      {number.length > 0 ? `${number.length} 项有数但没有文号，` : ''}{demo.length > 0 ? `${demo.length} 项是演示值。` : ''}{waiting.length > 0 ? <b>{waiting.length} 项等第二个人复核。</b> : null}
    </>
  );
}

function Nothing({ view }: { view: View }) {
  const words: Record<View, string> = { all: '还没有哪一件事项用到标准。', gap: '没有缺来源的标准。', number: '在用的标准都有文号。', demo: '没有演示值，都是真的文件。', waiting: '没有等复核的数。录入一条以后，由另一位同事在这里复核。' };
  return <Empty>{words[view]}</Empty>;
}

function Chosen({ row, place }: { row: Row; place: string }) {
  const [entering, setEntering] = useState(false);
  const role = usePost()?.role;
  const { parameter } = row;
  return (
    <>
      <h2>{parameter.title}</h2>
      <p className="note">{row.matter}{parameter.unit === '' ? '' : `，${parameter.unit}`}</p>
      {parameter.note === null ? null : <Gloss items={[{ title: '说明', text: parameter.note }]} />}
      <WaitingProposals proposals={parameter.waiting} maySign={role === 'standards-officer' || role === 'approver'} />
      <div className="acts">
        <Button onPress={() => setEntering(true)} {...(role === 'standards-officer' ? { hotkey: 'n' } : { waiting: '由标准管理岗位录入，另一位同事复核。' })}>录入新的数</Button>
      </div>
      <ParameterHistory parameter={parameter} place={place} />
      <Dialog open={entering} title={`录入${parameter.title}`} onClose={() => setEntering(false)}><ProposeForm parameter={parameter} onDone={() => setEntering(false)} /></Dialog>
    </>
  );
}

export default definePage({ path: '/parameters', title: '标准', go: 'm', tab: { label: '标准', order: 50 }, covers: ['S001', 'S002', 'S004'], component: Parameters });
