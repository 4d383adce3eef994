import '../registers/ruled-list.css';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page-head.tsx';
import { growthText } from '../../ui/standard-stairs.tsx';
import { kindWord, type ProposalAnswer } from './answers.ts';

/** The figure and those that follow it by a formula: old, new, rise. */
export function ProposalMoves({ moves }: { moves: ProposalAnswer['moves'] }) {
  return (
    <Section title="连着变的标准" note="元/人·月">
      <ul className="ruled">{moves.map((move) => (
        <li key={`${move.id}${move.hukouKind ?? ''}`}>
          <p className="l1"><span>{move.title}</span><span className="quiet">{kindWord(move.hukouKind)}</span></p>
          <p>{move.before === null ? '缺来源' : <Money fen={move.before} />} → <b><Money fen={move.after} /></b>{move.before === null || move.after === null ? '' : `，${growthText(move.before, move.after)}`}</p>
          {move.formula === null ? null : <p className="note">{move.formula}</p>}
        </li>
      ))}</ul>
    </Section>
  );
}
