import { Fragment } from 'react';
import type { Paper, PaperPiece } from '../../../kernel/contract/paper.ts';
import { DemoFoot } from '../cases/paper.tsx';

/** A paper of the file on its A4 sheet, from the same pieces as in the bundle for the archive. */
export function PaperSheet({ paper }: { paper: Paper }) {
  return (
    <article className="a4">
      <h1>{paper.heading}</h1>
      <p className="meta">{paper.meta.map((one) => <span key={one}>{one}</span>)}</p>
      {paper.pieces.map((piece, at) => <Piece key={at} piece={piece} />)}
      {paper.foot.length === 0 ? null : <p className="foot-line">{paper.foot.map((one) => <span key={one}>{one}</span>)}</p>}
      <DemoFoot />
    </article>
  );
}

function Piece({ piece }: { piece: PaperPiece }) {
  switch (piece.is) {
    case 'text': return <p className="paper-text">{piece.text}</p>;
    case 'fields': return <FieldRows fields={piece.fields} />;
    case 'signatures': return <div className="paper-signs">{piece.places.map((one, at) => <p key={at}><span>{one.label}：{one.name}</span><span>{one.day === '' ? '　　年　　月　　日' : one.day}</span></p>)}</div>;
    case 'table': return (
      <table className="form-table paper-part">
        <caption>{piece.caption}</caption>
        <colgroup>{piece.head.map((one, at) => <col key={one} style={piece.widths === undefined ? undefined : { width: `${piece.widths[at]}%` }} />)}</colgroup>
        <thead><tr>{piece.head.map((one) => <th key={one} scope="col">{one}</th>)}</tr></thead>
        <tbody>{piece.rows.map((row, at) => <tr key={at}>{row.map((cell, place) => <td key={place} className={cell.length > 16 ? 'l' : undefined}>{cell}</td>)}</tr>)}</tbody>
      </table>
    );
  }
}

type Field = Extract<PaperPiece, { is: 'fields' }>['fields'][number];

/** Fields two and two, wide ones alone. */
function FieldRows({ fields }: { fields: readonly Field[] }) {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.wide !== true && last?.length === 1 && last[0]?.wide !== true) last.push(field);
    else rows.push([field]);
  }
  return (
    <table className="form-table paper-part">
      <colgroup>{[19, 31, 19, 31].map((width, at) => <col key={at} style={{ width: `${width}%` }} />)}</colgroup>
      <tbody>{rows.map((row, at) => <tr key={at}>{row.map((field) => <Fragment key={field.label}><th scope="row">{field.label}</th><td className="l" colSpan={row.length === 1 ? 3 : 1}>{field.value}</td></Fragment>)}</tr>)}</tbody>
    </table>
  );
}
