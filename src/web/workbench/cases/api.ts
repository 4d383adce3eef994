import type { DoorOutput } from '../../../kernel/contract/door.ts';

/** What the desk asks for, by type only. */
/** Whole names and numbers, asked for with a purpose. */
export type Originals = DoorOutput<typeof import('../../../kernel/casework/queries/get-originals.ts').default>;
export type CaseDetail = DoorOutput<typeof import('../../../kernel/casework/queries/get-case.ts').default>;
export type TaskList = DoorOutput<typeof import('../../../kernel/casework/queries/list-tasks.ts').default>;
export type TaskLine = TaskList['lines'][number];
export type NextTask = DoorOutput<typeof import('../../../kernel/casework/queries/get-next-task.ts').default>;
export type CaseList = DoorOutput<typeof import('../../../kernel/casework/queries/list-cases.ts').default>;
export type FormList = DoorOutput<typeof import('../../../kernel/casework/queries/list-forms.ts').default>;
export type StepResult = DoorOutput<typeof import('../../../kernel/casework/commands/take-step.ts').default>;
export type Registered = DoorOutput<typeof import('../../../kernel/casework/commands/register-application.ts').default>;
export type RunningStatus = DoorOutput<typeof import('../../../kernel/operations/queries/get-status.ts').default>;
export type JobList = DoorOutput<typeof import('../../../kernel/jobs/queries/list-jobs.ts').default>;

export type OfferedStep = CaseDetail['steps'][number];
export type CaseNotice = CaseDetail['notices'][number];
export type TaskClock = NonNullable<TaskLine['clock']>;
