import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { CaseState, TaskState } from './advance-case.ts';
import { limitOf } from './advance-case.ts';
import { findOffice } from './find-office.ts';
import { findState } from './generic-steps.ts';
import type { LoadedCase } from './load-case.ts';

type Declared = Pick<LoadedCase, 'matter' | 'procedure'> & { readonly row: { readonly id: number; readonly division_id: number } };

/** Brings the current row and the tasks of a case to the state its last action led to. */
export async function saveCase(tx: Tx, by: CommandContext, loaded: Declared, before: readonly TaskState[], after: CaseState): Promise<void> {
  const final = findState(loaded.procedure, after.state).kind === 'final';
  await tx.run(
    `update case_file set state = $2, state_since = $3, state_seq = $4, version = $5, outcome = $6, paused_since = $7, overall = $8, overall_due_on = $9 where id = $1`,
    [loaded.row.id, after.state, after.stateSince, after.stateSeq, after.version, final ? after.outcome : null, after.pausedSince,
      after.overall && JSON.stringify(after.overall), after.overall?.doneOn === null ? after.overall.dueOn : null]);
  const known = new Map(before.map((task) => [keyOf(task), task]));
  for (const task of after.tasks) {
    const earlier = known.get(keyOf(task));
    if (!earlier) await insertTask(tx, by, loaded, task);
    else if (earlier !== task) await updateTask(tx, loaded.row.id, task);
  }
}

const keyOf = (task: TaskState): string => `${task.openedSeq} ${task.task}`;

async function insertTask(tx: Tx, by: CommandContext, loaded: Declared, task: TaskState): Promise<void> {
  const declared = findState(loaded.procedure, task.state).tasks.find((one) => one.id === task.task);
  if (!declared) return;
  const office = await findOffice(tx, loaded.matter, declared.actor.power, { division: loaded.row.division_id, day: by.today });
  const limit = limitOf(loaded.procedure, task);
  await tx.run(
    `insert into case_task (case_id, division_id, task, title, state, opened_seq, roles, power, office_division_id, opened_on, counted_from, due_on,
                            limit_days, limit_calendar, limit_law, assumed, waits)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [loaded.row.id, loaded.row.division_id, task.task, declared.title, task.state, task.openedSeq, declared.actor.roles, declared.actor.power, office.id, task.openedOn,
      task.countedFrom, task.dueOn, limit?.days ?? null, limit?.calendar ?? null, limit ? JSON.stringify(limit.law) : null, task.assumed, declared.waits === true]);
}

async function updateTask(tx: Tx, id: number, task: TaskState): Promise<void> {
  await tx.run(
    `update case_task set due_on = $4, extended_days = $5, paused_days = $6, assumed = $7, done_on = $8, dropped_on = $9 where case_id = $1 and opened_seq = $2 and task = $3`,
    [id, task.openedSeq, task.task, task.dueOn, task.extendedDays, task.pausedDays, task.assumed, task.doneOn, task.droppedOn]);
}
