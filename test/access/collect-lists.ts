import { makeListCases } from '../../src/kernel/casework/queries/list-cases.ts';
import { makeListTasks } from '../../src/kernel/casework/queries/list-tasks.ts';
import { sampleRegistry } from '../../src/kernel/casework/sample-matter.ts';
import { findDoors, type AnyQuery } from '../../src/server/find-doors.ts';

/** Every registered query by which staff read many rows at once: lists, suggestions, figures and exports. Those of casework speak of the sample matter. */
export async function collectLists(): Promise<AnyQuery[]> {
  const { queries } = await findDoors();
  const sample = new Map<string, AnyQuery>([makeListCases(sampleRegistry), makeListTasks(sampleRegistry)].map((q) => [q.id, q as AnyQuery]));
  return [...queries.values()].filter((q) => /\.(list|list-.*|count|count-.*|suggest|get-figure|export-.*)$/.test(q.id) && (q.allow.staff === true || q.allow.roles !== undefined)).map((q) => sample.get(q.id) ?? q);
}
