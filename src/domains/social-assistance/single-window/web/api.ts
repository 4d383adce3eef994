import type { DoorOutput } from '../../../../kernel/contract/door.ts';

/** What the pages ask for, by type only. */
export type HandoverList = DoorOutput<typeof import('../queries/list-handovers.ts').default>;
export type HandoverRow = HandoverList['lines'][number];
export type IntakeList = DoorOutput<typeof import('../queries/list-intakes.ts').default>;
export type IntakeDetail = DoorOutput<typeof import('../queries/get-intake.ts').default>;
export type HandoverDetail = DoorOutput<typeof import('../queries/get-handover.ts').default>;
export type HandoverOf = IntakeDetail['handovers'][number];
export type Choices = DoorOutput<typeof import('../queries/get-choices.ts').default>;
export type Application = DoorOutput<typeof import('../queries/get-application.ts').default>;
export type WindowList = DoorOutput<typeof import('../queries/list-windows.ts').default>;
export type DepartmentPosts = DoorOutput<typeof import('../queries/list-department-posts.ts').default>;
export type Statistics = DoorOutput<typeof import('../queries/get-statistics.ts').default>;
export type Progress = DoorOutput<typeof import('../queries/follow.ts').default>;
export type TakenIn = DoorOutput<typeof import('../commands/take-in.ts').default>;
export type Moved = DoorOutput<typeof import('../commands/move.ts').default>;
export type Opened = DoorOutput<typeof import('../commands/open-application.ts').default>;
