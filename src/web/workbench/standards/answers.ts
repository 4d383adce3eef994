import type { DoorOutput } from '../../../kernel/contract/door.ts';

/** What the pages of standards ask for, by type only. */
export type StandardsAnswer = DoorOutput<typeof import('../../../kernel/policy/queries/list-standards.ts').default>;
export type ListedStandard = StandardsAnswer['standards'][number];
export type StandardRow = ListedStandard['rows'][number];
export type ProposalAnswer = DoorOutput<typeof import('../../../kernel/repricing/queries/get-proposal.ts').default>;
export type RunSummary = NonNullable<ProposalAnswer['preview']>;
export type NamedGrant = RunSummary['examples'][number];
export type ExampleAnswer = DoorOutput<typeof import('../../../kernel/repricing/queries/get-example.ts').default>;
export type RunLine = DoorOutput<typeof import('../../../kernel/repricing/queries/list-runs.ts').default>[number];

export const kindWord = (kind: 'urban' | 'rural' | null): string => (kind === null ? '城乡' : kind === 'urban' ? '城镇' : '农村');
