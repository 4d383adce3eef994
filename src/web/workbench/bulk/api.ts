import type { DoorOutput } from '../../../kernel/contract/door.ts';

export type BulkOffers = DoorOutput<typeof import('../../../kernel/bulk/queries/offer.ts').default>;
export type BulkOffer = BulkOffers['offers'][number];
export type BulkRunView = DoorOutput<typeof import('../../../kernel/bulk/queries/get-run.ts').default>;
export type BulkRuns = DoorOutput<typeof import('../../../kernel/bulk/queries/list-runs.ts').default>;

/** One of the things ticked: which, and the version on the screen. */
export interface Ticked { readonly id: number; readonly seen?: number }
