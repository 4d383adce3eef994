import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterField, SubRecord, Total, Where } from '../../../kernel/contract/register.ts';
import type { EntryRow, RecordPage, RegisterFace } from '../../../kernel/records/face.ts';
import { fen, formatYuan } from '../../../kernel/values/money.ts';
import { query, type ApiProblem } from '../../api-client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A } from '../../ui/link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page-head.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { EntryList } from './api.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { FieldCell, fieldWords, headingOf, isFigure, isShort, numberWords } from './field-value.tsx';

/** Which total is open: its entries alone are shown below it. */
export interface OpenTotal { readonly sub: string; readonly key: string }

interface Props { readonly face: RegisterFace; readonly page: RecordPage; readonly sub: SubRecord; readonly ordinal: string; readonly open: OpenTotal | undefined; readonly onOpen: (open: OpenTotal | undefined) => void; /** An entry is being written: pressed from outside by its key. */ readonly adding: boolean; readonly onAdding: (adding: boolean) => void; /** The key that begins one. */ readonly hotkey: boolean }

/** 子台账: what happened again and again under a record, newest first, with its totals; one more, one put right, one taken back. */
export function SubRecordPart({ face, page, sub, ordinal, open, onOpen, adding, onAdding, hotkey }: Props) {
  const [chosen, setChosen] = useState<EntryRow | undefined>(undefined);
  const read = useInfiniteQuery<EntryList, ApiProblem, readonly EntryRow[], readonly unknown[], string | null>({
    queryKey: ['records.entries', face.id, page.record, sub.id], initialPageParam: null, getNextPageParam: (last) => last.next,
    queryFn: ({ pageParam }) => query<EntryList>('records.entries', { register: face.id, record: page.record, sub: sub.id, ...(pageParam === null ? {} : { after: pageParam }) }),
    select: (data) => data.pages.flatMap((one) => one.rows),
  });
  const byHand = face.keeps && sub.page === undefined;
  const total = open?.sub === sub.id ? sub.totals?.find((one) => one.key === open.key) : undefined;
  const rows = (read.data ?? []).filter((row) => total?.where === undefined || meets(total.where, row));
  return (
    <div id={`sub-${sub.id}`} data-sub={sub.id} tabIndex={-1}>
      <Section title={`${ordinal}、${sub.title}`} note={<Totals sub={sub} page={page} open={total} onOpen={(one) => onOpen(one === undefined ? undefined : { sub: sub.id, key: one.key })} />}>
        {total?.where === undefined ? null : <p className="note">只列算进“{total.title}”的。<button type="button" className="link" onClick={() => onOpen(undefined)}>看全部</button></p>}
        {read.data === undefined ? (read.isError ? <ErrorNote problem={read.error}><Button onPress={() => void read.refetch()}>再取一次</Button></ErrorNote> : <Loading what={sub.title} lines={3} />)
          : <Table caption={sub.title} columns={columnsOf(sub)} rows={rows} rowKey={(row) => String(row.entry)} {...(byHand ? { onOpen: setChosen } : {})} empty={<Empty>{total?.where === undefined ? `还没有记过${sub.title}。` : '没有算进去的。'}</Empty>} />}
        <p className="acts table-foot noprint">
          {sub.page === undefined ? null : <ButtonLink href={sub.page.path.replace('$record', String(page.record))}>{sub.page.title}</ButtonLink>}
          {byHand ? <Button onPress={() => onAdding(true)}>记一条{hotkey ? <span className="key" aria-hidden="true">A</span> : null}</Button> : null}
          {read.hasNextPage ? <Button kind="bare" busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>再往前看</Button> : null}
        </p>
      </Section>
      {adding && byHand ? <EntryDialog face={face} record={page.record} sub={sub} onClose={() => onAdding(false)} /> : null}
      {chosen === undefined ? null : <EntryDialog face={face} record={page.record} sub={sub} entry={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  );
}

/** Whether an entry is one of those a total adds up. */
export const meets = (where: Where, { values }: Pick<EntryRow, 'values'>): boolean =>
  Object.entries(where).every(([key, wanted]) => (Array.isArray(wanted) ? wanted.includes(values[key] as string) : values[key] === wanted));

const columnsOf = (sub: SubRecord): readonly Column<EntryRow>[] => [
  { key: 'day', title: sub.day, phone: 'who', nowrap: true, cell: (row) => row.day },
  ...(sub.person === undefined ? [] : [{ key: 'person', title: sub.person.title, phone: 'what' as const, nowrap: true, cell: (row: EntryRow) => (row.person === null ? null : row.person.href === null ? row.person.title : <A className="plain" href={row.person.href}>{row.person.title}</A>) }]),
  ...sub.fields.map((field, at): Column<EntryRow> => ({ key: field.key, title: headingOf(field), num: isFigure(field), nowrap: isShort(field), ...phoneOf(sub, at), cell: (row) => <FieldCell field={field} row={row} /> })),
];
const phoneOf = (sub: SubRecord, at: number): Pick<Column<EntryRow>, 'phone'> => {
  const place = (sub.person === undefined ? (['what', 'why', 'state'] as const) : (['state', 'why'] as const))[at];
  return place === undefined ? {} : { phone: place };
};

/** The totals of a sub-record: each opens into the entries it adds up. */
function Totals({ sub, page, open, onOpen }: { sub: SubRecord; page: RecordPage; open: Total | undefined; onOpen: (total: Total | undefined) => void }) {
  return <>{(sub.totals ?? []).map((total) => <span key={total.key} className="total-of"><button type="button" className="link plain" aria-pressed={open === total} onClick={() => onOpen(open === total ? undefined : total)}>{total.title} {totalWords(sub, total, page.totals[total.key])}</button></span>)}</>;
}

const fieldOf = (sub: SubRecord, total: Total): RegisterField | undefined => sub.fields.find((one) => one.key === total.of);
const unitOf = (sub: SubRecord, total: Total): string | undefined => total.unit ?? (total.as === 'count' ? sub.unit : fieldOf(sub, total)?.kind === 'money' ? '元' : fieldOf(sub, total)?.unit);

/** A total in words, money in 元; with its unit unless the heading says it. */
export function totalWords(sub: SubRecord, total: Total, value: number | string | null | undefined, unit = true): string {
  const field = fieldOf(sub, total);
  if (value === null || value === undefined) return '还没有';
  if (total.of === 'day') return String(value);
  if (total.as === 'last' && field !== undefined && !['integer', 'number', 'money'].includes(field.kind)) return fieldWords(field, { values: { [field.key]: field.kind === 'yes-no' ? value === 'true' : value }, links: {} });
  const words = field?.kind === 'money' && total.as !== 'count' && total.as !== 'distinct' && typeof value === 'number' ? formatYuan(fen(value)) : numberWords(value);
  return unit && unitOf(sub, total) !== undefined ? `${words} ${unitOf(sub, total)}` : words;
}
export const totalHeading = (sub: SubRecord, total: Total): string => (unitOf(sub, total) === undefined ? total.title : `${total.title}（${unitOf(sub, total)}）`);
