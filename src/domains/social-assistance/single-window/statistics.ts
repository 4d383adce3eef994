import { defineIndicator } from '../../../kernel/contract/indicator.ts';

/** 窗口层级数: at how many levels of area (市、镇街、村居) a window stands open that day. */
export const windowLevels = defineIndicator({
  id: 'single-window.levels', title: '社会救助窗口层级数', unit: '级', kind: 'stock', measures: 'count', covers: 'S022',
  definition: '那一天设有社会救助窗口的层级：市、镇街、村居，有一个窗口就算这一级有。',
  figures: ['zs2014-047'],
  sql: `select w.division_id, 1::bigint as measure, 0::bigint as weight, null::text as urban_rural, 'window' as row_kind, w.id as row_id, w.name as label
          from (select distinct on (s.level) s.* from service_window s
                 where s.opened_on <= $1::date and (s.closed_on is null or s.closed_on > $1::date) and s.command_id <= $3::bigint order by s.level, s.id) w`,
});

/** 转办件数 of a period, by the day of sending. */
export const handovers = defineIndicator({
  id: 'single-window.handovers', title: '社会救助转办件数', unit: '件', kind: 'flow', measures: 'count', covers: 'S022',
  definition: '这一期由窗口转出的求助，一样难处转一个单位计一件；改转的另计一件。',
  figures: [],
  sql: `select h.division_id, 1::bigint as measure, 0::bigint as weight, null::text as urban_rural, 'handover' as row_kind, h.id as row_id, h.number || ' ' || h.receiver_name as label
          from handover h where h.sent_on >= $1::date and h.sent_on < $2::date and h.command_id <= $3::bigint`,
});

/** 按期答复率 of what was answered in a period and had a limit. */
export const answeredInTime = defineIndicator({
  id: 'single-window.answered-in-time', title: '转办按期答复率', unit: '%', kind: 'ratio', measures: 'count', rounding: { decimals: 1 }, covers: 'S022',
  definition: '这一期答复的转办里，没有超过期限的占多少。没有录入期限的不计。',
  figures: [],
  sql: `select h.division_id, case when e.on_day <= h.answer_due then 100 else 0 end::bigint as measure, 1::bigint as weight, null::text as urban_rural, 'handover' as row_kind, h.id as row_id, h.number || ' ' || h.receiver_name as label
          from handover h join handover_event e on e.handover_id = h.id and e.move = 'answer' where h.answer_due is not null and e.on_day >= $1::date and e.on_day < $2::date and e.command_id <= $3::bigint`,
});

export const indicators = [windowLevels, handovers, answeredInTime];
