import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useKeys } from './keys.tsx';
import { A, useOpen } from './link.tsx';
import { focusRow, findRow, walkRows } from './walk-rows.ts';

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
  /** What the list is sorted by when its heading is pressed; left out = it is not. */
  readonly sort?: string;
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
  /** Opens a row in place (a dialog) where it has no address: its name, a click or Enter. */
  readonly onOpen?: (row: Row) => void;
  /** By which column the rows come, and what pressing a heading asks for. */
  readonly sorting?: { readonly by: string | undefined; readonly down: boolean; readonly onSort: (by: string, down: boolean) => void };
  /** Which column's cell is the name when it is not the first (a clock stands first on the worklist). */
  readonly nameColumn?: string;
  /** Cells of the last line by column key; `answer` names the one with the double stroke. */
  readonly total?: { readonly cells: Readonly<Record<string, ReactNode>>; readonly answer?: string };
  readonly empty?: ReactNode;
  /** Rows can be ticked to be worked on together: X ticks, Shift+J and Shift+K tick on, the box in the head ticks all. */
  readonly ticks?: Ticks;
}

/** Which rows are ticked, by their keys. */
export interface Ticks { readonly ticked: ReadonlySet<string>; readonly onTick: (keys: readonly string[], on: boolean) => void; }

/** A ruled table: header over one ink line, hairlines, figures right, the row opens, two lines a row on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows = [], groups, total, href, onSelect, empty, ticks } = props;
  const wrap = useRef<HTMLElement>(null);
  const opens = href !== undefined || onSelect !== undefined || props.onOpen !== undefined;
  const all = groups ?? [{ title: '', rows }];
  const keys = all.flatMap((group) => group.rows.map(props.rowKey));
  useTickKeys(wrap, ticks);
  useReturn(wrap, keys, href !== undefined);
  if (empty !== undefined && keys.length === 0) return <>{empty}</>;
  const twoLines = columns.some((column) => column.phone !== undefined);
  const wide = columns.length + (ticks === undefined ? 0 : 1);
  return (
    <section className={opens ? 'table-wrap opening' : 'table-wrap'} aria-label={caption} tabIndex={0} ref={wrap}>
      <table className={twoLines ? 'table two' : 'table'}>
        <caption className={props.captionShown === true ? undefined : 'vh'}>{caption}</caption>
        <thead><tr>{ticks === undefined ? null : <th scope="col" className="tick"><TickAll keys={keys} ticks={ticks} /></th>}{columns.map((column) => <Heading key={column.key} column={column} sorting={props.sorting} />)}</tr></thead>
        {all.map((group, at) => (
          <tbody key={group.title || at}>
            {group.title === '' ? null : <tr className="grp"><th colSpan={wide} scope="rowgroup">{group.title}<span className="quiet">{group.note}</span></th></tr>}
            {group.rows.map((row) => <Line key={props.rowKey(row)} row={row} table={props} />)}
          </tbody>
        ))}
        {total === undefined ? null : <tfoot><TotalLine columns={columns} total={total} /></tfoot>}
      </table>
    </section>
  );
}

/** The head of a column; where the list can be sorted by it, it is pressed for that, and once more for the other way round. */
function Heading<Row>({ column, sorting }: { column: Column<Row>; sorting: TableProps<Row>['sorting'] }) {
  const { sort } = column;
  const here = sort !== undefined && sorting?.by === sort;
  if (sort === undefined || sorting === undefined) return <th scope="col" className={column.num === true ? 'num' : undefined}>{column.title}</th>;
  return <th scope="col" className={column.num === true ? 'num' : undefined} aria-sort={here ? (sorting.down ? 'descending' : 'ascending') : undefined}><button type="button" className="link plain" onClick={() => sorting.onSort(sort, here && !sorting.down)}>{column.title}{here ? <span aria-hidden="true">{sorting.down ? ' ↓' : ' ↑'}</span> : null}</button></th>;
}

/** X ticks the row one stands on; Shift+J and Shift+K tick while walking. */
function useTickKeys(wrap: { readonly current: HTMLElement | null }, ticks: Ticks | undefined): void {
  const here = (): HTMLElement | undefined => {
    const row = findRow();
    return row !== undefined && wrap.current?.contains(row) === true ? row : undefined;
  };
  const tick = (row: HTMLElement | undefined, on?: boolean) => {
    const key = row?.dataset['row'];
    if (key !== undefined && key !== '') ticks?.onTick([key], on ?? ticks.ticked.has(key) === false);
  };
  const along = (by: 1 | -1) => () => {
    tick(here(), true);
    tick(walkRows(by), true);
  };
  useKeys(ticks === undefined ? {} : {
    'x': { title: '选上、不选这一行', run: () => tick(here()) },
    'Shift+j': { title: '往下连着选', run: along(1) }, 'Shift+k': { title: '往上连着选', run: along(-1) },
  });
}

/** The row of each list that was opened last: whoever comes back stands on it again. */
const lastOpened = new Map<string, string>();

function useReturn(wrap: { readonly current: HTMLElement | null }, keys: readonly string[], opens: boolean): void {
  const there = keys.length > 0;
  useEffect(() => {
    if (!there || !opens) return;
    const key = lastOpened.get(location.pathname);
    lastOpened.delete(location.pathname);
    const at = document.activeElement;
    if (key === undefined || (at !== null && at !== document.body && !at.matches('main, main h1'))) return;
    focusRow([...(wrap.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])].find((row) => row.dataset['row'] === key));
  }, [there, opens, wrap]);
}

function TickAll({ keys, ticks }: { keys: readonly string[]; ticks: Ticks }) {
  const every = keys.length > 0 && keys.every((key) => ticks.ticked.has(key));
  return <span className="pick"><input type="checkbox" aria-label={`全选，这里 ${keys.length} 行`} checked={every} onChange={() => ticks.onTick(keys, !every)} /></span>;
}

function Line<Row>({ row, table }: { row: Row; table: TableProps<Row> }) {
  const { columns, href, onSelect, onOpen, selected, rowKey, ticks } = table;
  const key = rowKey(row);
  const open = useOpen();
  const name = table.nameColumn ?? columns[0]?.key;
  const isSelected = selected === key;
  const opens = href !== undefined || onSelect !== undefined || onOpen !== undefined;
  const choose = (event: MouseEvent<HTMLTableRowElement>) => {
    if (!opens || (event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null) || textIsMarked()) return;
    if (onSelect !== undefined) onSelect(row);
    else if (onOpen !== undefined) onOpen(row);
    else if (href !== undefined) open(href(row));
  };
  const leave = () => { lastOpened.set(location.pathname, key); };
  const enter = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    if (onOpen !== undefined) onOpen(row);
    else if (href !== undefined) open(href(row));
  };
  return (
    <tr className={[opens ? 'opens' : '', isSelected ? 'sel' : ''].filter(Boolean).join(' ') || undefined} aria-current={isSelected ? 'true' : undefined}
      onClick={choose} onKeyDown={enter} onFocus={onSelect === undefined ? undefined : () => onSelect(row)} tabIndex={opens && href === undefined ? 0 : undefined} onClickCapture={leave} onKeyDownCapture={leave} data-row={opens || ticks !== undefined ? key : undefined}>
      {ticks === undefined ? null : <td className="tick"><span className="pick"><input type="checkbox" tabIndex={-1} aria-label="选这一行" checked={ticks.ticked.has(key)} onChange={(event) => ticks.onTick([key], event.target.checked)} /></span></td>}
      {columns.map((column) => <Cell key={column.key} column={column} row={row} isName={column.key === name} href={href} onOpen={onOpen} />)}
    </tr>
  );
}

function Cell<Row>({ column, row, isName, href, onOpen }: { column: Column<Row>; row: Row; isName: boolean; href: TableProps<Row>['href']; onOpen: TableProps<Row>['onOpen'] }) {
  const className = [column.num === true ? 'num' : '', column.nowrap === true ? 'nw' : '', column.phone === undefined ? '' : `p-${column.phone}`].filter(Boolean).join(' ') || undefined;
  const content = column.cell(row);
  if (!isName) return <td className={className} data-title={labelOnPhone(column)}>{content}</td>;
  return <th scope="row" className={className}>{onOpen !== undefined ? <button type="button" className="link plain" onClick={() => onOpen(row)}>{content}</button> : href === undefined ? content : <A className="plain" href={href(row)}>{content}</A>}</th>;
}

/** What a figure is of, where no heading stands above it. */
const labelOnPhone = <Row,>(column: Column<Row>): string | undefined => (column.num === true && column.phone !== undefined && column.phone !== 'who' ? column.title : undefined);

function TotalLine<Row>({ columns, total }: { columns: readonly Column<Row>[]; total: NonNullable<TableProps<Row>['total']> }) {
  return (
    <tr className="total">
      {columns.map((column, at) => {
        const className = [column.num === true ? 'num' : '', total.answer === column.key ? 'answer' : '', column.phone === undefined ? '' : `p-${column.phone}`].filter(Boolean).join(' ') || undefined;
        const content = total.cells[column.key];
        return at === 0 ? <th key={column.key} scope="row" className={className}>{content}</th> : <td key={column.key} className={className} data-title={labelOnPhone(column)}>{content}</td>;
      })}
    </tr>
  );
}

/** A click that ends the marking of text is no wish to open the row. */
function textIsMarked(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
