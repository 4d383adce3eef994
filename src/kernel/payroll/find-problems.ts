import type { Tx } from '../db/tx.ts';
import { inBulk } from './in-bulk.ts';

export type ProblemKind =
  | 'dead' | 'paid-twice' | 'duplicate-person' | 'no-account' | 'account-format' | 'no-holder-document' | 'shared-account'
  | 'unexplained' | 'nothing-to-pay' | 'changed-since' | 'recovery-unplanned';

export const problemTitles: Readonly<Record<ProblemKind, string>> = {
  dead: '成员已去世', 'paid-twice': '一人在两户领', 'duplicate-person': '疑似同一人在两户', 'no-account': '没有账号', 'account-format': '账户资料不全', 'no-holder-document': '户名人没有身份证号',
  'shared-account': '几户共用账号', unexplained: '有变动没有原因', 'nothing-to-pay': '应发为零', 'changed-since': '编制后又有变更', 'recovery-unplanned': '多发未定扣回办法',
};

interface Problem { readonly kind: ProblemKind; /** Cannot be paid as it is. */ readonly mustHold: boolean; /** Selects line_id, detail, subject. $1 = roll. */ readonly sql: string }

/** Persons a line pays for, as known when the roll was drawn. */
const paidPersons = `
  select distinct l.id as line_id, l.household_id, gp.person_id, i.for_month
    from roll r join roll_line l on l.roll_id = r.id and l.fen > 0 join roll_line_item i on i.line_id = l.id
    join grant_person gp on gp.grant_id = i.grant_id and gp.from_month <= i.for_month and (gp.to_month is null or gp.to_month > i.for_month)
     and gp.known_from <= r.known_at and (gp.known_to is null or gp.known_to > r.known_at)
   where r.id = $1`;

const money = (column: string): string => `to_char(${column} / 100.0, 'FM999,999,990.00')`;

const problems: readonly Problem[] = [
  {
    // 去世次月起停发：the month of the death is still due
    kind: 'dead', mustHold: false,
    sql: `select distinct on (pp.line_id, p.id) pp.line_id, p.name || ' 已于 ' || p.death_date || ' 去世' as detail, p.id::text as subject
            from (${paidPersons}) pp join person p on p.id = pp.person_id and date_trunc('month', p.death_date)::date < pp.for_month
          union select l.id, '收款人 ' || p.name || ' 已于 ' || p.death_date || ' 去世', 'payee' from roll_line l join person p on p.id = l.payee_person_id and p.death_date is not null where l.roll_id = $1 and l.fen > 0`,
  },
  {
    kind: 'paid-twice', mustHold: true,
    sql: `select a.line_id, '同一人在另一户（' || l.household_number || '）也领' as detail, a.person_id::text as subject
            from (${paidPersons}) a join (${paidPersons}) b on b.person_id = a.person_id and b.for_month = a.for_month and b.household_id <> a.household_id join roll_line l on l.id = b.line_id`,
  },
  {
    kind: 'duplicate-person', mustHold: false,
    sql: `with who as materialized (select distinct pp.line_id, pp.household_id, p.id, p.name, p.birth_date from (${paidPersons}) pp join person p on p.id = pp.person_id where p.birth_date is not null)
          select distinct on (a.line_id, a.id) a.line_id, a.name || ' 与另一户（' || l.household_number || '）成员同名同出生日期，请核对证件' as detail, a.id::text as subject
            from who a join who b on b.name = a.name and b.birth_date = a.birth_date and b.id <> a.id and b.household_id <> a.household_id join roll_line l on l.id = b.line_id`,
  },
  { kind: 'no-account', mustHold: true, sql: `select id as line_id, '没有登记领款账号' as detail, '' as subject from roll_line where roll_id = $1 and fen > 0 and account_hash is null` },
  {
    kind: 'account-format', mustHold: true,
    sql: `select id as line_id, '开户行联行号或户名不全' as detail, '' as subject from roll_line
           where roll_id = $1 and fen > 0 and account_hash is not null and (bank_code !~ '^[0-9A-Z]{1,14}$' or payee_name ~ '[|[:cntrl:]]' or btrim(payee_name) = '')`,
  },
  {
    kind: 'no-holder-document', mustHold: true,
    sql: `select l.id as line_id, '户名人没有登记身份证号，银行无法核对' as detail, '' as subject from roll_line l
           where l.roll_id = $1 and l.fen > 0 and l.account_hash is not null
             and not exists (select 1 from person_document d where d.person_id = l.payee_person_id and d.kind = 'id-card' and not d.withdrawn)`,
  },
  {
    kind: 'shared-account', mustHold: false,
    sql: `select l.id as line_id, '与另 ' || s.lines - 1 || ' 户共用尾号 ' || l.account_last_four || ' 的账号，没有登记代领关系' as detail, '' as subject
            from roll_line l join (select account_hash, count(*) as lines from roll_line where roll_id = $1 and fen > 0 and account_hash is not null group by 1 having count(*) > 1) s using (account_hash)
           where l.roll_id = $1 and l.fen > 0 and l.agent_relation is null`,
  },
  {
    kind: 'unexplained', mustHold: false,
    sql: `select id as line_id, '上月 ' || ${money('last_fen')} || '，本月 ' || ${money('fen')} || '，没有写原因' as detail, '' as subject
            from roll_line where roll_id = $1 and reason = '' and (change is not null or arrears_fen <> 0 or recovery_fen <> 0)`,
  },
  { kind: 'nothing-to-pay', mustHold: false, sql: `select id as line_id, '在册 ' || persons || ' 人，本月应发为 0' as detail, '' as subject from roll_line where roll_id = $1 and persons > 0 and fen = 0` },
  {
    kind: 'changed-since', mustHold: false,
    sql: `select distinct on (l.id, v.id) l.id as line_id, '编制后又有变更：' || v.reason || '。现在应为 ' || ${money('v.fen')} as detail, v.id::text as subject
            from roll r join roll_line l on l.roll_id = r.id and l.fen > 0 join roll_line_item i on i.line_id = l.id
            join grant_version v on v.grant_id = i.grant_id and v.known_from > r.known_at and v.known_to is null and v.from_month <= i.for_month and (v.to_month is null or v.to_month > i.for_month)
           where r.id = $1 and v.reason is distinct from (select o.reason from grant_version o where o.grant_id = v.grant_id and o.known_from <= r.known_at and o.known_to > r.known_at
                   and o.from_month <= i.for_month and (o.to_month is null or o.to_month > i.for_month) limit 1)`,
  },
  {
    kind: 'recovery-unplanned', mustHold: false,
    sql: `select l.id as line_id, '多发 ' || ${money('l.outstanding_fen')} || ' 未扣回，还没有定分期办法' as detail, l.outstanding_fen::text as subject
            from roll r join roll_line l on l.roll_id = r.id join benefit_grant g on g.household_id = l.household_id and exists (select 1 from roll_line_item i where i.grant_id = g.id and i.roll_id in (select x.id from roll x where x.benefit = r.benefit))
           where r.id = $1 and l.outstanding_fen > 0 and l.persons > 0 and not exists (select 1 from recovery_plan p where p.grant_id = g.id)`,
  },
];

/** Looks the whole roll through and records what it finds; what was found before is not found twice. Returns how many are new. */
export async function findProblems(tx: Tx, roll: number): Promise<number> {
  let found = 0;
  for (const { kind, mustHold, sql } of problems) {
    found += await inBulk(tx, () => tx.run(
      `insert into roll_finding (roll_id, line_id, household_id, division_id, kind, detail, subject, must_hold)
       select $1, l.id, l.household_id, l.division_id, '${kind}', f.detail, f.subject, ${mustHold} from (${sql}) f join roll_line l on l.id = f.line_id order by l.line_no on conflict do nothing`, [roll]));
  }
  return found;
}

/** SQL: findings nobody has answered yet; holding the line answers them all. */
export const OPEN_FINDINGS = `
  select f.id, f.line_id from roll_finding f join roll_line l on l.id = f.line_id
   where f.roll_id = $1 and l.status not in ('held', 'withdrawn') and not exists (select 1 from finding_resolution x where x.finding_id = f.id)`;
