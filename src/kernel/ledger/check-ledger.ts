import type { Tx } from '../db/tx.ts';

export interface LedgerFinding {
  readonly rule: string;
  readonly title: string;
  /** Number of rows that break the rule, and a few of them. */
  readonly rows: number;
  readonly examples: readonly number[];
}

interface LedgerRule { readonly rule: string; readonly title: string; /** Selects `id` of rows that break it. */ readonly sql: string }

/** Lines whose items still count: nothing came back, nothing was taken out. */
const counting = `('open', 'held', 'sent', 'paid', 'nothing')`;

const rules: readonly LedgerRule[] = [
  { rule: 'line-is-its-items', title: '每行金额等于各项之和', sql: `select l.id from roll_line l left join (select line_id, sum(fen) as fen from roll_line_item group by 1) i on i.line_id = l.id where l.fen <> coalesce(i.fen, 0)` },
  { rule: 'item-is-due-once', title: '每一项应发记账一次，金额相同', sql: `select i.id from roll_line_item i left join ledger_entry e on e.item_id = i.id and e.kind = 'due' where e.id is null or e.fen <> i.fen` },
  { rule: 'settled-as-due', title: '到账、退回、撤出与应发金额相同', sql: `select s.id from ledger_entry s join ledger_entry d on d.item_id = s.item_id and d.kind = 'due' where s.kind <> 'due' and s.fen <> d.fen` },
  { rule: 'roll-is-ledger', title: '花名册合计等于台账应发', sql: `select r.id from roll r left join (select roll_id, sum(fen) as fen from roll_line group by 1) l on l.roll_id = r.id left join (select roll_id, sum(fen) as fen from ledger_entry where kind = 'due' group by 1) e on e.roll_id = r.id where coalesce(l.fen, 0) <> coalesce(e.fen, 0)` },
  { rule: 'live-items-count', title: '有效的项都在没有退回、撤出的行里', sql: `select i.id from roll_line_item i join roll_line l on l.id = i.line_id where i.known_to is null and l.status not in ${counting}` },
  { rule: 'dead-items-went', title: '失效的项都在退回或撤出的行里', sql: `select i.id from roll_line_item i join roll_line l on l.id = i.line_id where i.known_to is not null and l.status not in ('failed', 'withdrawn')` },
  { rule: 'paid-line-is-booked', title: '到账的行，台账记了到账', sql: `select l.id from roll_line l join roll_line_item i on i.line_id = l.id left join ledger_entry e on e.item_id = i.id and e.kind = 'paid' where l.status = 'paid' and e.id is null` },
  { rule: 'status-is-event', title: '每行的状态等于最后一条去向记录', sql: `select l.id from roll_line l left join lateral (select kind from payment_event e where e.line_id = l.id order by e.id desc limit 1) e on true
      where (l.status in ('sent', 'paid', 'failed') and l.status is distinct from e.kind) or (l.status in ('open', 'held') and e.kind is not null)` },
  { rule: 'file-is-lines', title: '代发文件的合计等于送出的行', sql: `select f.id from bank_file f join (select roll_id, count(*) as lines, sum(fen) as fen from payment_event where kind = 'sent' group by 1) s on s.roll_id = f.roll_id where s.lines <> f.lines or s.fen <> f.fen` },
  { rule: 'paid-once', title: '同一人同一月同一项没有到账两次', sql: `select min(e.id) as id from ledger_entry e join roll_line_item i on i.id = e.item_id where e.kind = 'paid' and i.cause = 'regular' group by e.grant_id, e.for_month, e.item, e.person_id having count(*) > 1` },
];

/** Holds every roll against the ledger, over the rows the caller may see. Empty = all is well; each finding names rows. */
export async function checkLedger(tx: Tx): Promise<LedgerFinding[]> {
  const findings: LedgerFinding[] = [];
  for (const { rule, title, sql } of rules) {
    const { rows, examples } = await tx.one<{ rows: number; examples: number[] | null }>(`with broken as (${sql}) select (select count(*)::int from broken) as rows, (select array_agg(id) from (select id from broken order by id limit 20) few) as examples`);
    if (rows > 0) findings.push({ rule, title, rows, examples: (examples ?? []).map(Number) });
  }
  return findings;
}

export const ledgerRules: readonly { readonly rule: string; readonly title: string }[] = rules.map(({ rule, title }) => ({ rule, title }));
