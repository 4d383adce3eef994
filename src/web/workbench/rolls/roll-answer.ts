import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type getLine from '../../../kernel/payroll/queries/get-line.ts';
import type getRoll from '../../../kernel/payroll/queries/get-roll.ts';
import type listLines from '../../../kernel/payroll/queries/list-lines.ts';
import type listRolls from '../../../kernel/payroll/queries/list-rolls.ts';
import type redraw from '../../../kernel/payroll/queries/redraw.ts';

export type RollAnswer = DoorOutput<typeof getRoll>;
export type RollList = DoorOutput<typeof listRolls>;
export type ListedRoll = RollList['rolls'][number];
export type LineList = DoorOutput<typeof listLines>;
export type ListedLine = LineList['lines'][number];
export type LineAnswer = DoorOutput<typeof getLine>;
export type Redrawn = DoorOutput<typeof redraw>;
export type RollFinding = RollAnswer['findings'][number];
export type LineView = 'changed' | 'new' | 'stopped' | 'members' | 'income' | 'standard' | 'arrears-recovery' | 'held' | 'failed' | 'all';

/** `2014年12月花名册`, `2014年12月补发册`. */
export const rollTitle = (roll: { readonly month: string; readonly kind: string }): string => `${Number(roll.month.slice(0, 4))}年${Number(roll.month.slice(5, 7))}月${roll.kind === 'main' ? '花名册' : '补发册'}`;

/** `12月`. */
export const monthShort = (month: string): string => `${Number(month.slice(5, 7))}月`;

/** In which list the households of a bridge row are found. */
export function viewOf(kind: string): LineView {
  if (kind === 'new' || kind === 'resumed' || kind === 'taken-over') return 'new';
  if (kind === 'stopped' || kind === 'standard') return kind;
  if (kind.startsWith('members-')) return 'members';
  if (kind.startsWith('income-')) return 'income';
  if (kind === 'arrears' || kind === 'recovery') return 'arrears-recovery';
  return 'changed';
}
