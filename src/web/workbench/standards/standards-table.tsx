import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { Money } from '../../ui/money.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { Unsourced } from '../../ui/page-head.tsx';
import { Table, type Column, type Group } from '../../ui/table.tsx';
import { kindWord, type ListedStandard, type StandardRow } from './answers.ts';

interface Row extends StandardRow { readonly key: string }

const COLUMNS: readonly Column<Row>[] = [
  { key: 'place', title: '地方', phone: 'who', cell: (row) => <>{row.divisionName} <span className="quiet">{kindWord(row.hukouKind)}</span></> },
  { key: 'now', title: '现行（元/人·月）', num: true, phone: 'state', cell: (row) => (row.fen === null ? <Unsourced>缺来源</Unsourced> : <><Money fen={row.fen} />{row.demo ? <> <DemoMark /></> : null}</>) },
  { key: 'from', title: '自', nowrap: true, cell: (row) => row.from ?? '' },
  { key: 'before', title: '原来', num: true, cell: (row) => (row.before === null ? <span className="quiet">{row.fen === null ? '' : '缺来源'}</span> : <Money fen={row.before} />) },
  { key: 'growth', title: '增幅', num: true, phone: 'why', cell: (row) => (row.growth === null ? '' : `${row.growth < 0 ? '\u2212' : ''}${Math.abs(row.growth)}%`) },
  { key: 'source', title: '依据', phone: 'what', cell: (row) => <Basis row={row} /> },
];

function Basis({ row }: { row: Row }) {
  if (row.document === null) return <span className="quiet">{row.gap}</span>;
  return <>{row.formula === null ? null : <>{row.formula}{row.kept ? '，原来的数较高，不降' : ''}。</>}《{row.document.title}》{row.document.number === null ? <Unsourced>文号未录入</Unsourced> : row.document.number}</>;
}

/** Each standard with its places: old and new, rise, document; the mean of the rural lines closes it. */
export function StandardsTable({ standards }: { standards: readonly ListedStandard[] }) {
  const groups = standards.map((standard): Group<Row> => ({
    title: standard.title,
    note: `　农村平均 ${standard.rural.fen === null ? `算不出：${standard.rural.why}` : `${formatYuan(standard.rural.fen as Fen)} 元（${standard.rural.places} 个地方简单平均）`}`,
    rows: standard.rows.map((row) => ({ ...row, key: `${standard.id} ${row.division} ${row.hukouKind ?? ''}` })),
  }));
  return <Table caption="标准一览" columns={COLUMNS} groups={groups} rowKey={(row) => row.key} />;
}
