import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useKeys } from './keys.tsx';
import { A, useOpen } from './link.tsx';

export interface Column<Row> {
  readonly key: string;
  /** With the unit for figures: 金额（元）. */
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned tabular figures. */
  readonly num?: boolean;
  /** Where it stands when a row becomes two lines on a phone; left out = not shown there. */
  readonly phone?: 'who' | 'state' | 'what' | 'why';
  readonly nowrap?: boolean;
}

export interface Group<Row> { readonly title: string; readonly note?: string; readonly rows: readonly Row[]; }

export interface TableProps<Row> {
  readonly caption: string;
  /** The caption is for readers only when a heading already says it. */
  readonly captionShown?: boolean;
  /** The first column is the name of the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows?: readonly Row[];
  readonly groups?: readonly Group<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Address the row opens (within this face); the name becomes the link, the whole row answers. J and K walk. */
  readonly href?: (row: Row) => string;
  /** Told when the walk or a click lands on a row; with it a click selects and the name opens. */
  readonly onSelect?: (row: Row) => void;
  readonly selected?: string | undefined;
  /** Which column's cell is the name when it is not the first (a clock stands first on the worklist). */
  readonly nameColumn?: string;
  /** Cells of the last line by column key; `answer` names the one with the double stroke. */
  readonly total?: { readonly cells: Readonly<Record<string, ReactNode>>; readonly answer?: string };
  readonly empty?: ReactNode;
}

/** A ruled table: header over one ink line, hairlines, figures right, the row opens, two lines a row on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows = [], groups, total, href, onSelect, empty } = props;
  const wrap = useRef<HTMLElement>(null);
  const opens = href !== undefined || onSelect !== undefined;
  const walk = (by: 1 | -1) => () => walkRows(wrap.current, by);
  useKeys(opens ? { j: { title: '下一行', run: walk(1) }, k: { title: '上一行', run: walk(-1) } } : {});
  const all = groups ?? [{ title: '', rows }];
  if (empty !== undefined && all.every((group) => group.rows.length === 0)) return <>{empty}</>;
  const twoLines = columns.some((column) => column.phone !== undefined);
  return (
    <section className={opens ? 'table-wrap opening' : 'table-wrap'} aria-label={caption} tabIndex={0} ref={wrap}>
      <table className={twoLines ? 'table two' : 'table'}>
        <caption className={props.captionShown === true ? undefined : 'vh'}>{caption}</caption>
        <thead><tr>{columns.map((column) => <th key={column.key} scope="col" className={column.num === true ? 'num' : undefined}>{column.title}</th>)}</tr></thead>
        {all.map((group, at) => (
          <tbody key={group.title || at}>
            {group.title === '' ? null : <tr className="grp"><th colSpan={columns.length} scope="rowgroup">{group.title}<span className="quiet">{group.note}</span></th></tr>}
            {group.rows.map((row) => <Line key={props.rowKey(row)} row={row} table={props} />)}
          </tbody>
        ))}
        {total === undefined ? null : <tfoot><TotalLine columns={columns} total={total} /></tfoot>}
      </table>
    </section>
  );
}

function Line<Row>({ row, table }: { row: Row; table: TableProps<Row> }) {
  const { columns, href, onSelect, selected, rowKey } = table;
  const open = useOpen();
  const name = table.nameColumn ?? columns[0]?.key;
  const isSelected = selected === rowKey(row);
  const opens = href !== undefined || onSelect !== undefined;
  const choose = (event: MouseEvent<HTMLTableRowElement>) => {
    if (!opens || (event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null) || textIsMarked()) return;
    if (onSelect !== undefined) onSelect(row);
    else if (href !== undefined) open(href(row));
  };
  const enter = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key === 'Enter' && event.target === event.currentTarget && href !== undefined) open(href(row));
  };
  return (
    <tr className={[opens ? 'opens' : '', isSelected ? 'sel' : ''].filter(Boolean).join(' ') || undefined} aria-current={isSelected ? 'true' : undefined}
      onClick={choose} onKeyDown={enter} onFocus={onSelect === undefined ? undefined : () => onSelect(row)} tabIndex={opens && href === undefined ? 0 : undefined} data-row={opens ? '' : undefined}>
      {columns.map((column) => <Cell key={column.key} column={column} row={row} isName={column.key === name} href={href} />)}
    </tr>
  );
}

function Cell<Row>({ column, row, isName, href }: { column: Column<Row>; row: Row; isName: boolean; href: TableProps<Row>['href'] }) {
  const className = [column.num === true ? 'num' : '', column.nowrap === true ? 'nw' : '', column.phone === undefined ? '' : `p-${column.phone}`].filter(Boolean).join(' ') || undefined;
  const content = column.cell(row);
  if (!isName) return <td className={className} data-title={column.num === true && column.phone !== undefined && column.phone !== 'who' ? column.title : undefined}>{content}</td>;
  return <th scope="row" className={className}>{href === undefined ? content : <A className="plain" href={href(row)}>{content}</A>}</th>;
}

function TotalLine<Row>({ columns, total }: { columns: readonly Column<Row>[]; total: NonNullable<TableProps<Row>['total']> }) {
  return (
    <tr className="total">
      {columns.map((column, at) => {
        const className = [column.num === true ? 'num' : '', total.answer === column.key ? 'answer' : '', column.phone === undefined ? '' : `p-${column.phone}`].filter(Boolean).join(' ') || undefined;
        const content = total.cells[column.key];
        return at === 0 ? <th key={column.key} scope="row" className={className}>{content}</th> : <td key={column.key} className={className}>{content}</td>;
      })}
    </tr>
  );
}

/** A click that ends the marking of text is no wish to open the row. */
function textIsMarked(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}

/** Moves the focus to the next or previous row: to its link, or to the row itself. */
function walkRows(wrap: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(wrap?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
  const here = rows.findIndex((row) => row.contains(document.activeElement) || row.classList.contains('sel'));
  const next = rows[here === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + by))];
  (next?.querySelector<HTMLElement>('th[scope=row] a') ?? next)?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
