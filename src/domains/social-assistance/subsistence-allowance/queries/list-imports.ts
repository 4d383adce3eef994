import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';

export interface RosterImport {
  readonly id: number;
  readonly name: string;
  readonly office: string;
  readonly who: string;
  readonly on: string;
  readonly firstMonth: string;
  readonly households: number;
  readonly persons: number;
  /** 分 a month */
  readonly fen: number;
  readonly state: 'running' | 'done' | 'undone';
  /** 撤销: who, when, why. */
  readonly undone: { readonly who: string; readonly on: string; readonly reason: string } | null;
  readonly doneHouseholds: number;
  readonly donePersons: number;
}

/** The rosters imported into the caller's area, newest first: at most 20. */
export default defineQuery({
  id: 'subsistence-allowance.list-imports', title: '导入过的花名册', allow: { roles: ['town-clerk', 'approver'] }, input: z.strictObject({}),
  run: async (tx): Promise<{ items: RosterImport[] }> => ({
    items: await tx.rows<RosterImport & Record<string, unknown>>(
      `select i.id, i.file_name as name, d.name as office, i.account_name as who, i.on_day as "on", to_char(i.first_month, 'YYYY-MM') as "firstMonth", i.households, i.persons, i.fen, i.state,
              i.done_households as "doneHouseholds", i.done_persons as "donePersons",
              case when u.id is not null then jsonb_build_object('who', u.account_name, 'on', u.on_day, 'reason', u.reason) end as undone
         from roster_import i join division d on d.id = i.division_id left join roster_import_undone u on u.import_id = i.id order by i.id desc limit 20`),
  }),
});
