import { stand, type City } from '../db/city.ts';
import { canonicalJson } from '../values/canonical-json.ts';
import { makeTx, type Tx } from '../db/tx.ts';
import type { CaseState, TaskState } from './advance-case.ts';
import { getProcedure, type CaseRegistry } from './case-registry.ts';
import { findCaseRow } from './case-row.ts';
import { deriveCase } from './derive-case.ts';
import { listActions, listTasks, stateOf } from './load-case.ts';
import { readCalendar } from './read-calendar.ts';

/** Rebuilds every case from its actions and says in words where a current row differs. Empty = none does. */
export async function checkCases(city: City, registry: CaseRegistry): Promise<string[]> {
  const client = await city.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: true, actor: 'check' });
    const tx = makeTx(client, city.code);
    const findings: string[] = [];
    for (const { id } of await tx.rows<{ id: number }>('select id from case_file order by id')) findings.push(...(await checkCase(tx, registry, id)));
    await client.query('rollback');
    return findings;
  } finally {
    client.release();
  }
}

async function checkCase(tx: Tx, registry: CaseRegistry, id: number): Promise<string[]> {
  const row = await findCaseRow(tx, id, false);
  if (!row) return [];
  const kept = stateOf(row, await listTasks(tx, id));
  const derived = deriveCase(await listActions(tx, id), getProcedure(registry, row.matter, row.procedure), await readCalendar(tx));
  return compareStates(kept, derived).map((difference) => `${row.number}：${difference}`);
}

/** Differences between what is kept and what the actions say, in words. */
export function compareStates(kept: CaseState, derived: CaseState): string[] {
  const found: string[] = [];
  for (const key of ['state', 'stateSince', 'stateSeq', 'version', 'outcome', 'pausedSince'] as const) {
    if (kept[key] !== derived[key]) found.push(`${key} 现在是 ${kept[key]}，按经过应是 ${derived[key]}`);
  }
  if (canonicalJson(kept.overall) !== canonicalJson(derived.overall)) found.push(`全程期限现在是 ${canonicalJson(kept.overall)}，按经过应是 ${canonicalJson(derived.overall)}`);
  const keyOf = (task: TaskState): string => `${task.openedSeq} ${task.task}`;
  const byKey = new Map(kept.tasks.map((task) => [keyOf(task), task]));
  for (const task of derived.tasks) {
    const here = byKey.get(keyOf(task));
    byKey.delete(keyOf(task));
    if (!here) { found.push(`待办 ${task.task} 不见了`); continue; }
    for (const key of Object.keys(task) as (keyof TaskState)[]) {
      if (here[key] !== task[key]) found.push(`待办 ${task.task} 的 ${key} 现在是 ${here[key]}，按经过应是 ${task[key]}`);
    }
  }
  for (const task of byKey.values()) found.push(`待办 ${task.task} 是多出来的`);
  return found;
}
