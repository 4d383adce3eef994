import { defineIndicator } from '../../../kernel/contract/indicator.ts';

// A grant that pays in the month of the day asked for: 停发、暂停的不计.
const onRegister = `v.benefit = 'subsistence-allowance' and v.state = 'paid' and v.from_month <= $1::date and (v.to_month is null or v.to_month > $1::date)
  and v.known_from <= $3::bigint and (v.known_to is null or v.known_to > $3::bigint)`;
// What reached an account in the period. The ledger books 到账 and 退回 apart, so a returned payment was never counted and is not taken off again.
const paidInPeriod = `l.benefit = 'subsistence-allowance' and l.kind = 'paid' and l.booked_on >= $1::date and l.booked_on < $2::date and l.command_id <= $3::bigint`;

/** 在册户数：那一天所在的月份享受低保的户. */
export const registeredHouseholds = defineIndicator({
  id: 'subsistence-allowance.registered-households', title: '低保在册户数', unit: '户', kind: 'stock', measures: 'count', covers: 'S001',
  definition: '那一天所在月份享受低保金的家庭，一户计一次。已批准但下月才起发的、停发和暂停的不计。',
  figures: ['zs2014-040', 'py2018-003'],
  sql: `select v.division_id, 1::bigint as measure, 0::bigint as weight, v.hukou_kind as urban_rural, 'household' as row_kind, v.household_id as row_id, h.number as label
          from grant_version v left join household h on h.id = v.household_id where ${onRegister}`,
});

/** 在册人数：在册户里计入保障的人. */
export const registeredPersons = defineIndicator({
  id: 'subsistence-allowance.registered-persons', title: '低保在册人数', unit: '人', kind: 'stock', measures: 'count', covers: 'S001',
  definition: '在册低保家庭中计入保障的家庭成员，一人计一次。单人保计一人；同住但不计入保障的不计。',
  figures: ['zs2014-041', 'py2018-004'],
  sql: `select v.division_id, 1::bigint as measure, 0::bigint as weight, v.hukou_kind as urban_rural, 'person' as row_kind, p.person_id as row_id, '保障对象' as label
          from version_person p join grant_version v on v.id = p.version_id
         where ${onRegister}`,
});

/** 发放额：到账的低保金，含分类施保、补发，减扣回. */
export const amountPaid = defineIndicator({
  id: 'subsistence-allowance.amount-paid', title: '低保金发放额', unit: '元', kind: 'flow', measures: 'fen', covers: 'S001',
  definition: '到账日在这一期内的低保金，含分类施保和补发，扣回的已减去。银行退回的没有到账，不计；再次发放到账的，计在再次到账那一天。',
  figures: ['zs2014-042', 'gz2014-003', 'sz2007-007', 'py2018-005'],
  sql: `select l.division_id, sum(l.fen)::bigint as measure, 0::bigint as weight, l.hukou_kind as urban_rural, 'household' as row_kind, l.household_id as row_id, min(h.number) as label
          from ledger_entry l left join household h on h.id = l.household_id where ${paidInPeriod}
         group by l.line_id, l.division_id, l.hukou_kind, l.household_id`,
});

/**
 * 补差水平 = 低保资金支出（含分类施保）÷ 低保对象人月. A month of a household counts its persons once: when money for that month first reaches it, so
 * that arrears bring their months along and what is recovered later takes none away.
 */
export const averageTopUp = defineIndicator({
  id: 'subsistence-allowance.average-top-up', title: '低保补差水平', unit: '元/人·月', kind: 'ratio', measures: 'fen', rounding: { decimals: 2 }, covers: 'S001',
  definition: '这一期到账的低保金（含分类施保）除以所发月份的保障人数之和（人月）。补发的月份计入人月，同一户同一月只计一次。',
  figures: ['zs2014-036', 'zs2014-037', 'sz2007-005'], parts: { 'zs2014-036': 'urban', 'zs2014-037': 'rural' },
  sql: `select m.division_id, m.fen::bigint as measure, case when m.turn = 1 then coalesce(v.persons, 0) else 0 end::bigint as weight, m.hukou_kind as urban_rural,
               'household' as row_kind, m.household_id as row_id, h.number || ' ' || to_char(m.for_month, 'YYYY-MM') as label
          from (select l.division_id, l.hukou_kind, l.household_id, l.grant_id, l.for_month, sum(l.fen) as fen, min(l.booked_on) as booked_on,
                       row_number() over (partition by l.grant_id, l.for_month order by min(l.booked_on), l.line_id) as turn
                  from ledger_entry l
                 where l.benefit = 'subsistence-allowance' and l.kind = 'paid' and l.booked_on < $2::date and l.command_id <= $3::bigint
                   and l.for_month >= (select min(l.for_month) from ledger_entry l where ${paidInPeriod})
                 group by l.line_id, l.division_id, l.hukou_kind, l.household_id, l.grant_id, l.for_month) m
               left join household h on h.id = m.household_id
               left join grant_version v on v.grant_id = m.grant_id and v.from_month <= m.for_month and (v.to_month is null or v.to_month > m.for_month)
                 and v.known_from <= $3::bigint and (v.known_to is null or v.known_to > $3::bigint)
         where m.booked_on >= $1::date`,
});

export const indicators = [registeredHouseholds, registeredPersons, amountPaid, averageTopUp];
