import { Facts, Section, Unsourced } from '../../ui/page-head.tsx';
import { Count, Money } from '../../ui/money.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { ProposalAnswer, RunSummary } from './answers.ts';
import { Examples } from './run-examples.tsx';

type Place = RunSummary['places'][number];
const COLUMNS: readonly Column<Place>[] = [
  { key: 'place', title: '镇街', phone: 'who', cell: (row) => row.place },
  { key: 'households', title: '户', num: true, phone: 'what', cell: (row) => <><Count of={row.households} /><span className="vh"> 户</span></> },
  { key: 'persons', title: '人', num: true, cell: (row) => <Count of={row.persons} /> },
  { key: 'month', title: '每月多（元）', num: true, phone: 'state', cell: (row) => <Money fen={row.monthFen} difference /> },
  { key: 'past', title: '以前月份（元）', num: true, cell: (row) => <Money fen={row.pastFen} difference /> },
  { key: 'year', title: '到年底（元）', num: true, phone: 'why', cell: (row) => <Money fen={row.yearFen} difference /> },
];

/** What a standard does to the register: households, persons, money by place and by who bears it, some households opened to their working. */
export function RunSheet({ summary, proposal }: { summary: RunSummary; proposal: ProposalAnswer }) {
  const { changed } = summary;
  const real = summary.kind === 'real';
  return (
    <>
      <Section title={real ? '重算的结果' : '推演'} note={real ? `${summary.onDay}签发` : `${summary.onDay}推演，只算不改`}>
        <p className="lead">
          {summary.done ? '' : `正在算，已看 ${summary.grants.toLocaleString('en-US')} 户。`}
          <b><Count of={changed.households} /> 户 <Count of={changed.persons} /> 人</b>{real ? '改了' : '会改'}，每月{changed.monthFen < 0 ? '少' : '多'} <b><Money fen={Math.abs(changed.monthFen)} unit /></b>，到 {proposal.firstMonth.slice(0, 4)} 年底共 <b><Money fen={changed.yearFen} unit difference /></b>
          {changed.pastFen === 0 ? '。' : changed.pastFen > 0 ? <>，其中以前月份要补发 <Money fen={changed.pastFen} unit />。</> : <>，以前月份多发 <Money fen={-changed.pastFen} unit />，要定扣回办法，不自动扣。</>}
        </p>
        <Facts items={[
          { label: '看了几户', value: <><Count of={summary.grants} /> 户，{summary.unchanged === 0 ? '' : `${summary.unchanged.toLocaleString('en-US')} 户不变，`}{summary.review} 户待复核</> },
          { label: '城镇', value: <><Count of={summary.urban.households} /> 户，每月 <Money fen={summary.urban.monthFen} unit difference /></> },
          { label: '农村', value: <><Count of={summary.rural.households} /> 户，每月 <Money fen={summary.rural.monthFen} unit difference /></> },
          { label: '市级负担', value: <Money fen={summary.cityFen} unit /> },
          { label: '区县负担', value: <Money fen={summary.countyFen} unit /> },
          { label: '未分担', value: summary.undividedFen === 0 ? <Money fen={0} unit /> : <><Money fen={summary.undividedFen} unit /> <Unsourced>没有分担比例的文件</Unsourced></> },
        ]} />
        <p className="note">{summary.inferred === 0 ? '' : `其中 ${summary.inferred.toLocaleString('en-US')} 户是接收花名册来的，没有收入材料，按“标准×人数－原来发的”倒算收入。`}只数已经在册的户。标准提高以后会有新的家庭够得上，要等他们申请才知道，这里不估。</p>
      </Section>
      <Section title="按镇街" note="每月是第一个变动月份的数">
        <Table caption="按镇街" columns={COLUMNS} rows={summary.places} rowKey={(row) => row.place} total={{ cells: { place: '合计', households: <Count of={changed.households} />, persons: <Count of={changed.persons} />, month: <Money fen={changed.monthFen} difference />, past: <Money fen={changed.pastFen} difference />, year: <Money fen={changed.yearFen} difference /> }, answer: 'month' }} />
      </Section>
      <Examples summary={summary} />
    </>
  );
}
