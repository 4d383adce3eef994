import type { DossierItem, Proof } from '../contract/dossier.ts';

/** A text constant of a declaration as SQL. Declarations are ours, never a person's words. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (texts: readonly string[]): string => `array[${texts.map(literal).join(', ')}]::text[]`;

/**
 * Whether an item is there, as a condition over a case `c`, on a day and as known at a command: the one reading behind the checklist of a file, the gate
 * before an approval, and the rate by town. `at.day` and `at.known` are SQL expressions.
 */
export function proofSql(item: Pick<DossierItem, 'key'>, proof: Proof, at: { readonly day: string; readonly known: string }): string {
  const row = (table: string, more: string): string => `exists (select 1 from ${table} x where x.case_id = c.id and x.command_id <= ${at.known}${more === '' ? '' : ` and ${more}`})`;
  switch (proof.is) {
    case 'opened': return row('case_action', 'x.seq = 1');
    case 'authorisations': return `not exists (select 1 from case_member m where m.case_id = c.id and not exists (select 1 from authorisation x where x.case_id = c.id and x.person_id = m.person_id and x.command_id <= ${at.known}))`;
    case 'step': return row('case_action', `x.step = any (${list(proof.steps)})`);
    case 'notice': return row('public_notice', `x.scope = ${literal(proof.scope)} and x.withdrawn_on is null and x.ends_on < ${at.day}`);
    case 'report': return row('evidence', '');
    case 'decision': return row('decision', '');
    case 'served': return row('service_record', `x.served_on <= ${at.day}`);
    case 'paper': return proof.each === 'case' ? row('dossier_paper', `x.item = ${literal(item.key)}`)
      : `not exists (select 1 from case_member m where m.case_id = c.id and not exists (select 1 from dossier_paper x where x.case_id = c.id and x.person_id = m.person_id and x.item = ${literal(item.key)} and x.command_id <= ${at.known}))`;
    case 'roll-lines': return `not exists (select 1 from benefit_grant g join roll r on r.benefit = g.benefit and r.kind = 'main' and r.state = 'closed'
      where g.case_id = c.id and r.month >= g.first_month and (g.last_month is null or r.month <= g.last_month) and extract(year from r.month) = extract(year from c.opened_on) and r.drawn_on <= ${at.day}
        and not exists (select 1 from roll_line l where l.roll_id = r.id and l.household_id = c.household_id))`;
    case 'any': return `(${proof.of.map((one) => proofSql(item, one, at)).join(' or ')})`;
  }
}

/** Keys of what is not there among the items of a list, as a text array over a case `c`. A case still open is judged as if it would be granted. */
export function missingSql(items: readonly DossierItem[], at: { readonly day: string; readonly known: string }): string {
  if (items.length === 0) return `'{}'::text[]`;
  return `array_remove(array[${items.map((item) => `case when ${[
    ...(item.procedures ? [`c.procedure = any (${list(item.procedures)})`] : []),
    ...(item.outcomes ? [`coalesce(c.outcome, (select x.outcome from decision x where x.case_id = c.id order by x.id desc limit 1), 'granted') = any (${list(item.outcomes)})`] : []),
    `not ${proofSql(item, item.proof, at)}`,
  ].join(' and ')} then ${literal(item.key)} end`).join(', ')}]::text[], null)`;
}
