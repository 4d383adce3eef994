import type { DoorOutput } from '../../../kernel/contract/door.ts';

/** What the reviews desk asks for, by type only. */
export type ReviewList = DoorOutput<typeof import('../../../kernel/reviews/queries/list.ts').default>;
export type ReviewRow = ReviewList['rows'][number];
export type GrantWork = DoorOutput<typeof import('../../../kernel/reviews/queries/get-for-household.ts').default>[number];
