import { useMemo } from 'react';
import { renderSVG } from 'uqr';
import type { RegisterField } from '../../../kernel/contract/register.ts';
import type { RecordPage, RegisterFace } from '../../../kernel/records/face.ts';
import { dayLong } from '../../ui/day-text.ts';
import { useCity } from '../../ui/session.ts';
import { FieldValue } from './field-value.tsx';
import { figureWords, wholeLines } from './record-facts.tsx';
import { totalWords } from './sub-record.tsx';

/** A record as a card to be kept in a drawer or hung on a door: its number, what stands in it, the code that leads back to it. Confidential fields stay masked. */
export function RecordCard({ face, page, today }: { face: RegisterFace; page: RecordPage; today: string }) {
  const city = useCity();
  const address = `${location.origin}/workbench/registers/${face.id}/${page.record}`;
  const code = useMemo(() => renderSVG(address, { border: 1 }), [address]);
  const fields = face.fields.filter((field) => field.kind !== 'files' && field.kind !== 'place' && field.key !== face.name);
  const totals = face.subRecords.flatMap((sub) => (sub.totals ?? []).map((total) => ({ sub, total })));
  const derived = face.derived.filter((one) => page.derived[one.key] !== undefined);
  return (
    <article className="a4 record-card">
      <header><div><p className="over">{city?.name}{face.title}</p><h1>{page.title}</h1><p>编号 {page.number}</p></div>
        <figure><span aria-hidden="true" dangerouslySetInnerHTML={{ __html: code }} /><figcaption>扫码看现在的情况</figcaption></figure></header>
      <table className="form-table"><caption className="vh">{page.title}</caption><colgroup><col className="label" /><col /><col className="label" /><col /></colgroup><tbody>
        <tr><th scope="row">状态</th><td>{face.states[page.state]?.title ?? page.state}，{dayLong(page.since)}起</td><th scope="row">归</th><td>{page.division.name}</td></tr>
        {page.person === null ? null : <tr><th scope="row">{face.holder?.kind === 'person' ? face.holder.title : '本人'}</th><td colSpan={3}>{page.person.title}</td></tr>}
        {pairs(fields).map(([a, b]) => <tr key={a.key}><th scope="row">{a.title}</th><td {...(b === undefined ? { colSpan: 3 } : {})}><FieldValue field={a} row={page} /></td>{b === undefined ? null : <><th scope="row">{b.title}</th><td><FieldValue field={b} row={page} /></td></>}</tr>)}
        {totals.map(({ sub, total }) => <tr key={total.key}><th scope="row">{sub.title}</th><td colSpan={3}>{total.title} {totalWords(sub, total, page.totals[total.key])}</td></tr>)}
        {derived.map((one) => <tr key={one.key}><th scope="row">{one.title}</th><td colSpan={3}>{figureWords(one.kind, page.derived[one.key], one.unit).split('\n').map((line, at) => <div key={`${at} ${line}`}>{line}</div>)}</td></tr>)}
      </tbody></table>
      <p className="foot-line"><span>{dayLong(today)}打印；以后的变化以台账为准。</span>{city?.demo === true ? <span>演示城市，人、户、单位都是编的。</span> : null}</p>
    </article>
  );
}

/** Two short fields a line; a long text has its own. */
function pairs(fields: readonly RegisterField[]): (readonly [RegisterField, RegisterField | undefined])[] {
  const lines: (readonly [RegisterField, RegisterField | undefined])[] = [];
  const wide = wholeLines(fields.map((field) => field.kind));
  fields.forEach((field, at) => {
    const last = lines.at(-1);
    if (last !== undefined && last[1] === undefined && wide[fields.indexOf(last[0])] !== true && wide[at] !== true) lines[lines.length - 1] = [last[0], field];
    else lines.push([field, undefined]);
  });
  return lines;
}
