import type { Count } from '../../../kernel/contract/register.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { numberText, periodWords, requestOf, type FigureAnswer, type Period } from '../figures/figure-answer.ts';
import { OutsideNote } from '../figures/outside-note.tsx';

/** The register's own counts, each an indicator of the platform: one line a figure, opened into the rows it counts. */
export function OwnCounts({ face, period }: { face: RegisterFace; period: Period }) {
  if (face.counts.length === 0) return null;
  const columns: readonly Column<Counted>[] = [
    { key: 'title', title: '指标', phone: 'who', cell: (one) => <A className="plain" href={`/figures/${one.id}?from=${period.from}&last=${period.last}`}>{one.title}</A> },
    { key: 'value', title: '数', num: true, phone: 'state', cell: (one) => <Figure indicator={one} period={period} /> },
    { key: 'period', title: '哪一期', phone: 'why', nowrap: true, cell: (one) => <span className="quiet">{periodWords(one.kind, period)}</span> },
    { key: 'definition', title: '口径', phone: 'what', cell: (one) => <span className="quiet">{one.definition}</span> },
  ];
  return (
    <Section title="这个台账的数" note="年报、月报用的就是这些">
      <Table caption={`${face.title}的数`} columns={columns} rows={face.counts.map((count) => figureOf(face, count))} rowKey={(one) => one.id} />
    </Section>
  );
}

/** A count as the figures of the platform know it. */
interface Counted { readonly id: string; readonly title: string; readonly unit: string; readonly kind: 'stock' | 'flow' | 'ratio'; readonly definition: string }
const figureOf = (face: RegisterFace, count: Count): Counted => ({ id: `${face.id}.${count.id}`, title: count.title, unit: count.unit, kind: count.over !== undefined ? 'ratio' : count.of.what === 'stock' ? 'stock' : 'flow', definition: count.definition ?? '' });

function Figure({ indicator, period }: { indicator: Counted; period: Period }) {
  const read = useApiQuery<FigureAnswer>('statistics.get-figure', requestOf(indicator, period));
  if (read.data === undefined) return <span className="quiet">{read.isError ? '没有取到' : '正在数…'}</span>;
  return <><b>{numberText(read.data.all.value, indicator.unit)}</b> {indicator.unit}<OutsideNote figure={read.data} /></>;
}
