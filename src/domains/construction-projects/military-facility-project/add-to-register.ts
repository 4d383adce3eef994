import { z } from 'zod';
import { defineCommand } from '../../../kernel/contract/door.ts';
import type { Values } from '../../../kernel/contract/register.ts';
import { AppError } from '../../../kernel/contract/refusal.ts';
import { command, type CommandContext } from '../../../kernel/db/command.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { JobHandler } from '../../../kernel/jobs/job.ts';
import { getRegister } from '../../../kernel/records/load-registers.ts';
import { openRow, type StoredRow } from '../../../kernel/records/read/from-row.ts';
import { readCodes } from '../../../kernel/records/read/read-codes.ts';
import { CURRENT } from '../../../kernel/records/table/write-table.ts';
import { openRecords } from '../../../kernel/records/write/open-records.ts';
import { readValues } from '../../../kernel/records/write/read-values.ts';
import { replaceVersions, splitAt } from '../../../kernel/records/write/write-versions.ts';
import { tableOf } from '../../../kernel/registry/check-register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

const payload = z.object({ register: z.string(), record: z.int() });

/** Where a house that is in use goes: which register, the link of the project that names it there, what is written of it. */
export interface Destination { readonly register: string; readonly link: 'place' | 'station'; readonly state: string; readonly houses: readonly string[]; readonly values: (project: Values) => Values }

const KIND: Readonly<Record<string, string>> = { 'martyrs-park': 'cemetery', memorial: 'hall' };
const GRADE: Readonly<Record<string, string>> = { national: 'nation', provincial: 'province', city: 'city', county: 'county' };
const shared = (project: Values): Values => Object.fromEntries(['name', 'organisation', 'address', 'point'].flatMap((key) => (project[key] === undefined ? [] : [[key, project[key]]])));

/** A new memorial site: its kind, its grade as planned, its ground in 平方米. */
export const memorialSite: Destination = {
  register: 'memorial-site', link: 'place', state: 'open', houses: ['martyrs-park', 'memorial'],
  values: (project) => ({ ...shared(project), kind: KIND[String(project['house'])] ?? 'stele', grade: GRADE[String(project['grade'])] ?? 'none', builtOn: Number(String(project['openedActual']).slice(0, 4)), area: project['memorialArea'] }),
};

/** A new supply station among the houses in use: how many it feeds at a sitting. */
export const supplyStation: Destination = {
  register: 'facility', link: 'station', state: 'used', houses: ['supply-station'],
  values: (project) => ({ ...shared(project), use: `军供站，每餐供应${String(project['mealsPerSitting'])}人`, ...(project['floorArea'] === undefined ? {} : { area: project['floorArea'] }) }),
};

/**
 * 投用 puts a new house into its register, once, and links it from the project. What the project already links to is there: nothing is written. The job is its own
 * command, whose key is the event: a second delivery changes nothing.
 */
export function whenOpened(event: string, title: string, to: Destination): JobHandler {
  return {
    kind: `event:record.${event}`,
    async run(city, given, job) {
      const { register, record } = payload.parse(given);
      const add = defineCommand({ id: `military-facility-project.${event}`, title, allow: { staff: true }, input: z.strictObject({}), run: (tx, _input, by) => addOnce(tx, by, to, { register, record }) });
      const outcome = await command(city, job.caller, add, {}, { key: `event-${job.id}` });
      if (!outcome.ok) throw new AppError('military-facility-project.not-added', outcome.refused.code);
    },
  };
}

async function addOnce(tx: Tx, by: CommandContext, to: Destination, of: { readonly register: string; readonly record: number }): Promise<{ added: number | null }> {
  const [project, target] = [await getRegister(tx, of.register), await getRegister(tx, to.register)];
  const locked = await tx.find('select 1 from register_record where id = $1 and register = $2 and not taken_back for update', [of.record, of.register]);
  const row = locked && await tx.find<StoredRow>(`select * from ${tableOf(project.register)} where record_id = $1 and ${CURRENT}`, [of.record]);
  if (!row || row.state !== 'opened') return { added: null };
  const values = openRow(project.register.fields, row, await readCodes(tx, project.register.fields, [row]), by.city.keys);
  if (values[to.link] !== undefined || !to.houses.includes(String(values['house']))) return { added: null };
  const written = await readValues(tx, by, target.register.fields, to.values(values));
  const [added] = await openRecords(tx, by, target, [{ divisionId: row.division_id, personId: null, state: to.state, from: plainDate(String(values['openedActual'])), values: written, reason: `建设项目${row.number}投用转入` }], 'opened');
  if (added === undefined) return { added: null };
  await replaceVersions(tx, by, project.register, [row], splitAt(row, values, row.valid_from > by.today ? row.valid_from : by.today, { values: { ...values, [to.link]: added.record }, what: 'changed', reason: `投用，转入${target.register.title}${added.number}` }));
  return { added: added.record };
}
