import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import { HANDOVER_STATES, type HandoverState } from './terms.ts';

/** What can be done with a hand-over, by whom: the office that got it, or the window that sent it. */
export type Move = 'receive' | 'answer' | 'return' | 'transfer' | 'tell' | 'reroute';

interface Rule { readonly side: 'receiver' | 'window'; readonly from: readonly HandoverState[]; readonly to: HandoverState; readonly title: string }
export const MOVES: Readonly<Record<Move, Rule>> = {
  receive: { side: 'receiver', from: ['sent'], to: 'received', title: '签收' },
  answer: { side: 'receiver', from: ['received'], to: 'answered', title: '答复' },
  return: { side: 'receiver', from: ['sent', 'received'], to: 'returned', title: '退回' },
  transfer: { side: 'receiver', from: ['sent', 'received'], to: 'transferred', title: '改转' },
  reroute: { side: 'window', from: ['returned'], to: 'transferred', title: '改转' },
  tell: { side: 'window', from: ['answered'], to: 'told', title: '告知本人' },
};

/** Who stands before the hand-over. A department without an account acts through the window, which keeps the scan. */
export interface Standing { readonly receiver: boolean; readonly window: boolean; /** No post of the department can act. */ readonly withoutAccount: boolean }

const sideOf = (move: Move, at: Standing): boolean => (MOVES[move].side === 'window' ? at.window : at.receiver || (at.withoutAccount && at.window));

/** Why a move cannot be made, or undefined when it can. Pure. */
export function whyNotMove(move: Move, state: HandoverState, at: Standing): Refused | undefined {
  if (!MOVES[move].from.includes(state)) return refused('handover.not-here', { state: HANDOVER_STATES[state].title, move: MOVES[move].title });
  if (!sideOf(move, at)) return refused(MOVES[move].side === 'window' ? 'handover.window-only' : 'handover.receiver-only', { move: MOVES[move].title });
  return undefined;
}

export const listMoves = (state: HandoverState, at: Standing): Move[] => (Object.keys(MOVES) as Move[]).filter((move) => whyNotMove(move, state, at) === undefined);

/** A hand-over still has an office to answer it. */
export const isOpen = (state: HandoverState): boolean => state === 'sent' || state === 'received' || state === 'returned';
