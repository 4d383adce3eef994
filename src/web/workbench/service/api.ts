import type { DoorOutput } from '../../../kernel/contract/door.ts';

export type PaperAnswer = DoorOutput<typeof import('../../../kernel/service/queries/get-paper.ts').default>;
