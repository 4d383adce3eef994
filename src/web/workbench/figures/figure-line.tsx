import { useApiQuery } from '../../api-client.ts';
import { A } from '../../ui/link.tsx';
import { numberText, periodWords, requestOf, roundText, type FigureAnswer, type ListedIndicator, type Period } from './figure-answer.ts';
import { OutsideNote } from './outside-note.tsx';

const addressOf = (id: string, period: Period) => `/figures/${id}?from=${period.from}&last=${period.last}`;

/** One indicator as a sentence with its figure; it opens into its rows. */
export function FigureLine({ indicator, period }: { indicator: ListedIndicator; period: Period }) {
  const read = useApiQuery<FigureAnswer>('statistics.get-figure', requestOf(indicator, period));
  return (
    <li>
      <span className="what">{indicator.title}，{periodWords(indicator.kind, period)}</span>
      {read.data === undefined ? <span className="figure quiet">{read.isError ? '没有取到' : <span className="unit">正在数…</span>}</span> : <span className="figure"><A href={addressOf(indicator.id, period)}>{numberText(read.data.all.value, indicator.unit)}</A> <span className="unit">{indicator.unit}</span></span>}
      {read.isError ? <p className="note law-ink">{read.error.title}</p> : null}
      {read.data === undefined ? null : <p className="note">{read.data.all.value === null ? '这一期没有可数的行。' : <>城镇 {roundText(read.data.urban.value, indicator.unit)}，农村 {roundText(read.data.rural.value, indicator.unit)}。</>}{read.data.outside.rows > 0 ? '' : indicator.definition}</p>}
      {read.data === undefined ? null : <div className="note"><OutsideNote figure={read.data} /></div>}
    </li>
  );
}
