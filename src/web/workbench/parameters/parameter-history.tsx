import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import { holdsIn, type ListedParameter, type ListedValue } from './parameter-list.ts';
import { SourceText, ValueText } from './source-text.tsx';

/** The figures of one parameter through time, the latest first: this place's own and those above it, then the other places we know. */
export function ParameterHistory({ parameter, place }: { parameter: ListedParameter; place: string }) {
  const here = parameter.history.filter((value) => holdsIn(value.division, place)).toSorted((a, b) => b.division.length - a.division.length || b.from.localeCompare(a.from));
  const elsewhere = parameter.history.filter((value) => !here.includes(value));
  return (
    <>
      <h3>沿革</h3>
      {here.length === 0 ? <p className="note">本地没有录入过。</p> : <ol className="ruled">{here.map((value, at) => <HistoryLine key={at} value={value} />)}</ol>}
      {elsewhere.length === 0 ? null : (
        <details className="more">
          <summary>别的地方 {elsewhere.length} 条</summary>
          <ol className="ruled">{elsewhere.map((value, at) => <HistoryLine key={at} value={value} />)}</ol>
        </details>
      )}
    </>
  );
}

function HistoryLine({ value }: { value: ListedValue }) {
  return (
    <li className={value.inForce ? 'now' : 'past'}>
      <p className="l1"><span><ValueText value={value} strong={value.inForce} /></span><span className="quiet">{value.divisionName}</span></p>
      <p className="note">{periodText(value.from, value.to)}{value.inForce ? '，在用' : ''}</p>
      <p className="note"><SourceText value={value} /></p>
    </li>
  );
}

/** `2014-01-01 至 2014-12-31`, `2014-01-01 起`. `to` is kept exclusive. */
export function periodText(from: string, to: string | null): string {
  return to === null ? `${from} 起` : `${from} 至 ${addDays(plainDate(to), -1)}`;
}
