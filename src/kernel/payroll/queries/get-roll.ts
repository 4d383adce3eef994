import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { Tx } from '../../db/tx.ts';
import { formatMonth, type Month } from '../../values/month.ts';
import { listFindings } from '../list-findings.ts';
import { listStepsFor } from '../may-step.ts';
import { getPayroll } from '../payroll.ts';
import { listFailures, readBankSide } from '../read-bank-side.ts';
import { readBridge } from '../read-bridge.ts';
import { getRoll, TOTALS, type Roll, type RollTotals } from '../roll.ts';
import { stateTitles, type RollState } from '../roll-states.ts';
import { stageStrip, type RollEvent } from '../stage-strip.ts';

/** 花名册: everything the head of the roll desk shows. Totals and bridge are over the lines the caller may see; `whole` says whether that is all. */
export default defineQuery({
  id: 'payroll.get-roll',
  title: '看花名册',
  allow: { staff: true },
  sensitive: true,
  input: z.strictObject({ roll: z.int().positive() }),
  async run(tx, input, by) {
    const roll = await getRoll(tx, input.roll);
    const payroll = await getPayroll(roll.benefit);
    const month = roll.month.slice(0, 7) as Month;
    const bank = await readBankSide(tx, roll.id);
    const [findings, failures] = [await listFindings(tx, roll.id), await listFailures(tx, roll.id, by.today)];
    by.saw('household', [...new Set([...findings, ...failures].map((row) => row.householdId))], `看花名册 ${roll.number}`);
    const { office } = await tx.one<{ office: string }>('select name as office from division where id = $1', [roll.divisionId]);
    const events = await listEvents(tx, roll.id);
    return {
      id: roll.id, number: roll.number, benefit: roll.benefit, title: payroll.title, month, monthTitle: formatMonth(month), kind: roll.kind, office,
      state: roll.state, stateTitle: stateTitles[roll.state], version: roll.version, needsFinance: roll.needsFinance, drawnOn: roll.drawnOn,
      payBy: { day: `${month}-${String(payroll.byDay).padStart(2, '0')}`, law: payroll.law },
      whole: by.caller.divisions.includes(roll.divisionId) || by.caller.post?.role === 'auditor',
      stages: stageStrip(roll.state, roll.needsFinance, events, bank.failed.lines), events,
      totals: await readTotals(tx, roll.id), bridge: roll.kind === 'main' ? await readBridge(tx, roll, payroll) : null, views: await countViews(tx, roll.id),
      findings, openFindings: findings.filter((finding) => finding.resolution === null && !finding.held).length,
      bank, failures, follows: roll.follows, followUps: await listFollowUps(tx, roll), fingerprint: await findFingerprint(tx, roll.id),
      steps: listStepsFor(by.caller.post?.role, roll.state, roll.needsFinance),
    };
  },
});

async function listEvents(tx: Tx, roll: number): Promise<RollEvent[]> {
  return tx.rows<RollEvent & Record<string, unknown>>('select e.step, e.state, e.on_day as on, a.name as by, e.note from roll_event e join account a on a.id = e.account_id where e.roll_id = $1 order by e.version', [roll]);
}

/** All lines, those that will be or were paid, and those held. */
async function readTotals(tx: Tx, roll: number): Promise<RollTotals & { payable: RollTotals; held: RollTotals }> {
  const of = (where: string): Promise<RollTotals> => tx.one<RollTotals & Record<string, unknown>>(`select ${TOTALS} from roll_line where roll_id = $1 ${where}`, [roll]);
  return { ...(await of('')), payable: await of(`and fen > 0 and status not in ('held', 'withdrawn')`), held: await of(`and status in ('held', 'withdrawn')`) };
}

/** How many lines each view of the list holds. */
async function countViews(tx: Tx, roll: number): Promise<Record<string, number>> {
  return tx.one<Record<string, number>>(
    `select count(*)::int as all, count(*) filter (where change is not null or arrears_fen <> 0 or recovery_fen <> 0)::int as changed, count(*) filter (where change in ('new', 'resumed', 'taken-over'))::int as new,
            count(*) filter (where change = 'stopped')::int as stopped, count(*) filter (where change like 'members-%')::int as members, count(*) filter (where change in ('income-down', 'income-up'))::int as income,
            count(*) filter (where change = 'standard')::int as standard, count(*) filter (where arrears_fen <> 0 or recovery_fen <> 0)::int as "arrears-recovery",
            count(*) filter (where status in ('held', 'withdrawn'))::int as held, count(*) filter (where status = 'failed')::int as failed from roll_line where roll_id = $1`, [roll]);
}

async function listFollowUps(tx: Tx, roll: Roll): Promise<{ id: number; number: string; state: RollState; stateTitle: string }[]> {
  const rows = await tx.rows<{ id: number; number: string; state: RollState }>('select id, number, state from roll where follows = $1 order by id', [roll.id]);
  return rows.map((row) => ({ ...row, stateTitle: stateTitles[row.state] }));
}

/** The first eight bytes in groups of four, as read over the telephone; null where the caller does not see the whole roll. */
async function findFingerprint(tx: Tx, roll: number): Promise<string | null> {
  const drawn = await tx.find<{ hash: Buffer | null }>(`select hash from roll_event where roll_id = $1 and step = 'draw'`, [roll]);
  return drawn?.hash ? (drawn.hash.toString('hex').slice(0, 16).match(/.{4}/g) ?? []).join(' ') : null;
}
