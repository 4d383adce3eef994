import { defineIndicator } from '../../../kernel/contract/indicator.ts';

// A status that holds on the day asked for, as the register knew it then.
const holding = (kind: string): string => `p.kind = '${kind}' and p.valid_from <= $1::date and p.valid_to > $1::date and p.known_from <= $3::bigint and (p.known_to is null or p.known_to > $3::bigint)`;
const paid = `l.kind = 'paid' and l.booked_on >= $1::date and l.booked_on < $2::date and l.command_id <= $3::bigint`;

const households = (id: string, title: string, kind: string) => defineIndicator({
  id, title, unit: '户', kind: 'stock', measures: 'count', covers: 'S003',
  definition: '那一天认定有效的家庭，一户计一次。已期满、已终止的不计；认定了还没有到起算日的不计。', figures: [],
  sql: `select p.division_id, 1::bigint as measure, 0::bigint as weight, h.hukou_kind as urban_rural, 'household' as row_kind, p.household_id as row_id, h.number as label
          from (select distinct p.division_id, p.household_id from recognition_person p where ${holding(kind)}) p join household h on h.id = p.household_id`,
});
const persons = (id: string, title: string, kind: string) => defineIndicator({
  id, title, unit: '人', kind: 'stock', measures: 'count', covers: 'S003',
  definition: '那一天认定有效的家庭里计入的成员，一人计一次。', figures: [],
  sql: `select p.division_id, 1::bigint as measure, 0::bigint as weight, h.hukou_kind as urban_rural, 'person' as row_kind, p.person_id as row_id, '认定对象' as label
          from recognition_person p join household h on h.id = p.household_id where ${holding(kind)}`,
});

const amount = (id: string, title: string, definition: string, condition: string) => defineIndicator({
  id, title, unit: '元', kind: 'flow', measures: 'fen', covers: 'S004', definition, figures: [],
  sql: `select l.division_id, sum(l.fen)::bigint as measure, 0::bigint as weight, l.hukou_kind as urban_rural, 'household' as row_kind, l.household_id as row_id, min(h.number) as label
          from ledger_entry l left join household h on h.id = l.household_id where ${paid} and ${condition} group by l.line_id, l.division_id, l.hukou_kind, l.household_id`,
});

/** 名册上的户和人, and 分类救助 on its own, for 低保 families, for 低收入 families, and together with 低保金. */
export const indicators = [
  households('low-income-family.households', '低收入困难家庭户数', 'low-income-family'),
  persons('low-income-family.persons', '低收入困难家庭人数', 'low-income-family'),
  households('expenditure-poor-family.households', '支出型（刚性支出）困难家庭户数', 'expenditure-poor-family'),
  persons('expenditure-poor-family.persons', '支出型（刚性支出）困难家庭人数', 'expenditure-poor-family'),
  amount('classified-assistance.amount-paid', '分类救助发放额', '到账日在这一期内的分类救助（分类救济），低保家庭和低收入家庭的都算，补发的加、扣回的减。', `l.item in ('classified-assistance', 'low-income-classified')`),
  amount('classified-assistance.amount-paid-subsistence', '分类救助发放额（低保家庭）', '到账日在这一期内发给低保家庭成员的分类救助。', `l.item = 'classified-assistance'`),
  amount('classified-assistance.amount-paid-low-income', '分类救助发放额（低收入家庭）', '到账日在这一期内发给低收入（边缘）家庭成员的分类救助。', `l.item = 'low-income-classified'`),
  amount('classified-assistance.joint-amount-paid', '低保金及分类救助发放额（合计）', '到账日在这一期内的低保金和分类救助，低保家庭和低收入家庭的都算。', `l.benefit in ('subsistence-allowance', 'low-income-supplement')`),
];
