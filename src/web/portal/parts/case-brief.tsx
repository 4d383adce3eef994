import { A } from '../../ui/link.tsx';
import { State } from '../../ui/state.tsx';
import type { StateKind } from '../../ui/icons.tsx';
import type { MyCases } from './answers.ts';
import { dayWords } from './spoken.ts';


/** One application in a line: what for, since when, where it stands. */
export function CaseBrief({ one, today }: { one: MyCases[number]; today: string }) {
  return (
    <li>
      <A className="plain" href={`/my/cases/${one.caseId}`}><b>{one.matterTitle}申请</b></A>
      <State kind={kindOf(one.outcome)}>{one.stateTitle}</State>
      <span className="note">{dayWords(one.openedOn, today)}申请，案号 <span className="nowrap">{one.number}</span></span>
    </li>
  );
}

const KINDS: Readonly<Record<string, StateKind>> = { granted: 'done', refused: 'over', withdrawn: 'back', 'not-accepted': 'back' };
export const kindOf = (outcome: string | null): StateKind => (outcome === null ? 'wait' : (KINDS[outcome] ?? 'wait'));
