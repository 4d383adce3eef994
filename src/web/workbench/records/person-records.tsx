import { useQueries } from '@tanstack/react-query';
import { query } from '../../api-client.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page-head.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { PersonLine } from './api.ts';

/** Somebody whose records are shown; in a household his name stands beside them. */
export interface Whose { readonly person: number; readonly name: string }
type Line = PersonLine & { readonly who: Whose };

/** 各台账: what the registers say of a person, or of everybody of a household, on one line of time. */
export function PersonRecords({ people, title }: { people: readonly Whose[]; title: string }) {
  const reads = useQueries({ queries: people.map(({ person }) => ({ queryKey: ['records.of-person', { person }, null], queryFn: () => query<readonly PersonLine[]>('records.of-person', { person }) })) });
  const lines = people.flatMap((who, at) => (reads[at]?.data ?? []).map((line): Line => ({ ...line, who }))).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const failed = reads.some((read) => read.isError);
  return (
    <Section title={title} note={lines.length === 0 ? undefined : `${lines.length} 条，在 ${new Set(lines.map((line) => line.register)).size} 个台账里`}>
      {reads.some((read) => read.isPending) ? <Loading what="各台账" lines={2} /> : <Table caption="各台账里的记录" columns={people.length > 1 ? [...COLUMNS, WHO] : COLUMNS} rows={lines} rowKey={(line) => `${line.register} ${line.record} ${line.who.person} ${line.note}`} href={(line) => `/registers/${line.register}/${line.record}`} nameColumn="title" empty={<Empty>{failed ? '有的没有取到，请刷新再看。' : '您看得到的台账里没有。'}</Empty>} />}
    </Section>
  );
}

const WHO: Column<Line> = { key: 'who', title: '谁', nowrap: true, cell: (line) => line.who.name };
const COLUMNS: readonly Column<Line>[] = [
  { key: 'from', title: '哪一天', phone: 'why', nowrap: true, cell: (line) => <>{line.from}{line.to === null || line.to === line.from ? '' : ` 至 ${line.to}`}</> },
  { key: 'title', title: '记录', phone: 'who', cell: (line) => (line.note === '' ? line.registerTitle : `${line.title}，${line.note}`) },
  { key: 'register', title: '台账', phone: 'what', nowrap: true, cell: (line) => <span className="quiet">{line.registerTitle}</span> },
  { key: 'state', title: '现在', phone: 'state', nowrap: true, cell: (line) => line.state },
];
