import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { CommandContext } from '../../../../kernel/db/command.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';

interface Taken { readonly grantId: number; readonly householdId: number; readonly row: number }

/** Rows of the list that something rests on already, each with what that is. */
export interface UsedRow { readonly row: number; readonly because: string }

const SHOWN = 5;

/** Closes everything an import brought: grants, households, accounts. Refuses, naming the rows, once a decision, a case or a payment rests on them. */
export async function undoImport(tx: Tx, by: CommandContext, importId: number, reason: string): Promise<{ households: number }> {
  const run = await tx.find<{ divisionId: number; state: string; households: number }>('select division_id as "divisionId", state, households from roster_import where id = $1 for update', [importId]);
  if (!run) throw new Refusal('not-found');
  if (run.state === 'undone') throw new Refusal('import.undone');
  if (run.state === 'running') throw new Refusal('import.still-running');
  const taken = await lockTaken(tx, importId);
  // a household outside the caller's area would stay behind unseen
  if (taken.length !== run.households) throw new Refusal('import.outside-area');
  const used = await listUsed(tx, taken);
  if (used.length > 0) {
    const words = used.slice(0, SHOWN).map((one) => `第 ${one.row} 行${one.because}`).join('；');
    throw new Refusal('import.undo-used', { count: used.length, rows: used, words: used.length > SHOWN ? `${words}；等` : words });
  }
  await closeAll(tx, taken);
  await tx.run('insert into roster_import_undone (import_id, division_id, on_day, account_name, reason) values ($1, $2, $3, $4, $5)', [importId, run.divisionId, by.today, by.caller.account?.name ?? '', reason]);
  await tx.run(`update roster_import set state = 'undone' where id = $1`, [importId]);
  return { households: taken.length };
}

/** The grants of an import, locked against a roll or a case that begins meanwhile. */
const lockTaken = (tx: Tx, importId: number): Promise<Taken[]> => tx.rows<Taken & Record<string, unknown>>(
  `select g.id as "grantId", g.household_id as "householdId", r.first_row as row
     from roster_household r join benefit_grant g on g.takeover_id = r.takeover_id and g.household_id = r.household_id where r.import_id = $1 order by r.first_row for update of g`, [importId]);

async function listUsed(tx: Tx, taken: readonly Taken[]): Promise<UsedRow[]> {
  const grants = taken.map((one) => one.grantId);
  const households = taken.map((one) => one.householdId);
  const found = await tx.rows<{ grant: number; household: number; because: string }>(
    `select distinct on (i.grant_id) i.grant_id as "grant", 0 as household, '已编入发放册 ' || r.number as because
       from roll_line_item i join roll_line l on l.id = i.line_id join roll r on r.id = l.roll_id where i.grant_id = any ($1) and r.state <> 'void'
     union all
     select distinct on (v.grant_id) v.grant_id, 0, '的待遇已经变更过（' || v.reason || '）' from grant_version v where v.grant_id = any ($1) and v.basis <> 'takeover'
     union all
     select distinct on (p.grant_id) p.grant_id, 0, '已经定了扣回办法' from recovery_plan p where p.grant_id = any ($1)
     union all
     select distinct on (c.household_id) 0, c.household_id, '已有一件 ' || c.number from case_file c where c.household_id = any ($2) or c.grant_id = any ($1)`, [grants, households]);
  return taken.flatMap((one) => {
    const because = found.find((each) => each.grant === one.grantId || each.household === one.householdId)?.because;
    return because === undefined ? [] : [{ row: one.row, because }];
  });
}

/** Bitemporal rows are closed by this command: from now on the platform knows that they never held. People stay on the register. */
async function closeAll(tx: Tx, taken: readonly Taken[]): Promise<void> {
  const grants = taken.map((one) => one.grantId);
  const households = taken.map((one) => one.householdId);
  await tx.run('update grant_person set known_to = current_command() where grant_id = any ($1) and known_to is null', [grants]);
  await tx.run('update grant_version set known_to = current_command() where grant_id = any ($1) and known_to is null', [grants]);
  await tx.run(`update benefit_grant set state = 'ended', version = version + 1 where id = any ($1)`, [grants]);
  await tx.run('update payee_account set known_to = current_command() where household_id = any ($1) and known_to is null', [households]);
  await tx.run('update household_member set known_to = current_command() where household_id = any ($1) and known_to is null', [households]);
  await tx.run('update household_version set known_to = current_command() where household_id = any ($1) and known_to is null', [households]);
}
