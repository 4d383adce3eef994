import type { Indicator } from '../../../kernel/contract/indicator.ts';

/** Communities that are linked on a day: those of agreements that stand and that have joined by then, each once however many homes it is linked with. */
const linkedCommunities: Indicator = {
  id: 'institution-linkage.linked-communities', title: '联动社区', unit: '个', kind: 'stock', measures: 'count', figures: [], covers: 'S071',
  definition: '那一天履行中的院社联动协议里已加入、没有退出的社区；一个社区和几家机构联动只算一个',
  sql: `select distinct on (c.community) c.community as division_id, 1::bigint as measure, 0::bigint as weight, null::text as urban_rural, 'record' as row_kind, c.record_id as row_id, '' as label
          from linkage_agreement__communities c
          join linkage_agreement a on a.record_id = c.record_id and a.command_id <= $3::bigint and (a.known_to is null or a.known_to > $3::bigint)
           and a.valid_from <= $1::date and (a.valid_to is null or a.valid_to > $1::date) and a.state = 'running'
         where c.command_id <= $3::bigint and (c.known_to is null or c.known_to > $3::bigint) and c.what <> 'taken-back' and c.on_day <= $1::date and not coalesce(c.withdrew, false)
         order by c.community, c.record_id`,
};

export const indicators: readonly Indicator[] = [linkedCommunities];
