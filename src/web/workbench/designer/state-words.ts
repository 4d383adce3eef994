import type { DeclarationState } from '../../../kernel/records/own/declaration-rows.ts';

type Kind = 'done' | 'mine' | 'wait' | 'held' | 'over' | 'back';
/** Where an edition stands, in words and by its mark. */
export const STANDS: Readonly<Record<DeclarationState, { readonly title: string; readonly kind: Kind }>> = {
  draft: { title: '草稿', kind: 'mine' }, sent: { title: '等人复核', kind: 'wait' }, publishing: { title: '正在建表', kind: 'wait' }, failed: { title: '没有建成', kind: 'over' }, published: { title: '在用', kind: 'done' }, withdrawn: { title: '已停用', kind: 'held' },
};
