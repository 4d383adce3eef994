import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { StateKind } from '../../ui/icons.tsx';

export type AccountList = DoorOutput<typeof import('../../../kernel/access/queries/list-accounts.ts').default>;
export type AccountLine = AccountList['accounts'][number];
export type AccountPage = DoorOutput<typeof import('../../../kernel/access/queries/get-account.ts').default>;
export type AccountState = AccountLine['state'];

export const STATES: Readonly<Record<AccountState, { readonly title: string; readonly kind: StateKind }>> = {
  'in-use': { title: '在用', kind: 'done' }, 'never-used': { title: '还没登录过', kind: 'wait' }, 'dormant': { title: '停着没用', kind: 'held' }, 'locked': { title: '锁定', kind: 'over' }, 'disabled': { title: '停用', kind: 'back' },
};
/** Refusals whose words name the one-time password: the answer of a command that gave one. */
export interface GivenPassword { readonly oneTimePassword?: string }
