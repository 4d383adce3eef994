import { useState } from 'react';
import { ApiProblem, query, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Money } from '../../ui/money.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { FigureAnswer, FigureRow, FigureRows } from './figure-answer.ts';

/** One cell of a figure: of a town, of town or country; nothing chosen = all. */
export interface Cell { readonly place?: number; readonly urbanRural?: 'urban' | 'rural' }

const PAGE = 50;
const KINDS: Readonly<Record<string, string>> = { person: '/people', household: '/households', case: '/cases', record: '/records', division: '/figures' };

/** The rows a number counts, a page at a time; each opens. */
export function FigureRowsTable({ request, figure, cell, onCell }: { request: Record<string, string>; figure: FigureAnswer; cell: Cell; onCell: (cell: Cell) => void }) {
  const place = figure.breakdown.find((one) => one.place.id === cell.place)?.place;
  const money = figure.indicator.unit.includes('元');
  const columns: readonly Column<FigureRow>[] = [
    { key: 'label', title: '是谁', phone: 'who', nowrap: true, cell: (row) => row.label },
    { key: 'note', title: '说明', phone: 'what', cell: (row) => row.note },
    { key: 'town', title: '镇街', nowrap: true, cell: (row) => row.town },
    { key: 'ur', title: '城乡', phone: 'why', nowrap: true, cell: (row) => (row.urbanRural === 'urban' ? '城镇' : row.urbanRural === 'rural' ? '农村' : '') },
    { key: 'measure', title: money ? '金额（元）' : `计数（${figure.indicator.unit}）`, num: true, phone: 'state', cell: (row) => (money ? <Money fen={row.measure} /> : row.measure) },
  ];
  return (
    <>
      <p className="part-pick">
        <span>{place === undefined ? '全部镇街' : place.name}</span>
        {place === undefined ? null : <Button kind="bare" onPress={() => onCell(cell.urbanRural === undefined ? {} : { urbanRural: cell.urbanRural })}>看全部镇街</Button>}
        {([['城镇', 'urban'], ['农村', 'rural']] as const).map(([word, value]) => <label key={value}><input type="checkbox" checked={cell.urbanRural === value} onChange={(event) => onCell({ ...(cell.place === undefined ? {} : { place: cell.place }), ...(event.target.checked ? { urbanRural: value } : {}) })} /> 只看{word}</label>)}
        <ExportRows body={{ ...request, ...cell }} />
      </p>
      <Rows key={JSON.stringify({ request, cell })} body={{ ...request, ...cell }} columns={columns} />
    </>
  );
}

function Rows({ body, columns }: { body: object; columns: readonly Column<FigureRow>[] }) {
  const [after, setAfter] = useState(0);
  const read = useApiQuery<FigureRows>('statistics.list-rows', { ...body, ...(after === 0 ? {} : { after }), limit: PAGE });
  return (
    <Await read={read} what="各行" lines={8}>{(page) => (
      <>
        <Table caption="数的各行" columns={columns} rows={page.rows} rowKey={(row) => `${row.kind} ${row.id} ${row.measure} ${row.label} ${row.note}`} href={(row) => `${KINDS[row.kind] ?? '/figures'}/${row.id}`} empty={<Empty>这一格里没有行。</Empty>} />
        {after === 0 && page.next === null ? null : (
          <p className="after">
            {after === 0 ? null : <Button onPress={() => setAfter(Math.max(0, after - PAGE))}>上一页</Button>}
            {page.next === null ? null : <Button onPress={() => setAfter(page.next ?? 0)}>下一页</Button>}
            <span className="quiet">第 {(after + 1).toLocaleString('en-US')} 至 {(after + page.rows.length).toLocaleString('en-US')} 行，共 {page.total.toLocaleString('en-US')} 行</span>
          </p>
        )}
      </>
    )}</Await>
  );
}

/** The same rows as a table file, masked like the screen. */
function ExportRows({ body }: { body: object }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const file = await query<{ readonly fileName: string; readonly text: string }>('statistics.export-rows', body);
      const address = URL.createObjectURL(new Blob([file.text], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = file.fileName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return <><Button busy={busy} onPress={() => void save()}>{busy ? '正在导出…' : '导出这些行'}</Button><ErrorNote problem={problem} /></>;
}
