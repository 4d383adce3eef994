import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { formatMonth, type Month } from '../../values/month.ts';
import { getPayroll } from '../payroll.ts';
import { getRoll } from '../roll.ts';
import { writeRollWorkbook, type PrintedLine } from '../roll-workbook.ts';
import { stepTitles, type RollStep } from '../roll-states.ts';

/** 导出花名册 as a workbook: the lines the caller may see, with totals and signatures. */
export default defineQuery({
  id: 'payroll.export-roll',
  title: '导出花名册',
  allow: { staff: true },
  sensitive: true,
  input: z.strictObject({ roll: z.int().positive() }),
  async run(tx, input, by) {
    const roll = await getRoll(tx, input.roll);
    const payroll = await getPayroll(roll.benefit);
    const lines = await tx.rows<PrintedLine & { householdId: number } & Record<string, unknown>>(
      `select l.line_no as "lineNo", t.name as place, l.household_number as household, coalesce(h.name, '') as head, l.persons, l.hukou_kind as "hukouKind", l.regular_fen as "regularFen", l.arrears_fen as "arrearsFen", l.recovery_fen as "recoveryFen",
              l.fen, l.payee_name as payee, l.agent_relation as agent, l.account_last_four as "lastFour", l.reason, l.status in ('held', 'withdrawn') as held, l.household_id as "householdId"
         from roll_line l left join person h on h.id = l.head_person_id
         join (select x.division_id, office_of(x.division_id, 'town') as town from (select distinct division_id from roll_line where roll_id = $1) x) o on o.division_id = l.division_id join division t on t.id = o.town
        where l.roll_id = $1 order by l.line_no`, [roll.id]);
    by.saw('household', lines.map((line) => line.householdId), `导出花名册 ${roll.number}`);
    const { office } = await tx.one<{ office: string }>('select name as office from division where id = $1', [roll.divisionId]);
    const events = await tx.rows<{ step: RollStep; name: string; on_day: string; hash: Buffer | null }>('select e.step, a.name, e.on_day, e.hash from roll_event e join account a on a.id = e.account_id where e.roll_id = $1 order by e.version', [roll.id]);
    const title = `${formatMonth(roll.month.slice(0, 7) as Month)}${payroll.title}${roll.kind === 'main' ? '发放' : '补发'}花名册`;
    const bytes = await writeRollWorkbook({
      title, office, number: roll.number, fingerprint: events.find((event) => event.hash)?.hash?.toString('hex').slice(0, 16) ?? '',
      signatures: (['draw', 'submit', 'approve', 'confirm'] as const).flatMap((step) => {
        const done = events.findLast((event) => event.step === step);
        return done ? [`${stepTitles[step]}：${done.name} ${done.on_day}`] : [];
      }),
    }, lines);
    return { name: `${title}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', base64: bytes.toString('base64'), rows: lines.length };
  },
});
