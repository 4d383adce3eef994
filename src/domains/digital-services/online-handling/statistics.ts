import { defineIndicator } from '../../../kernel/contract/indicator.ts';

const known = (t: string): string => `${t}.known_from <= $3::bigint and (${t}.known_to is null or ${t}.known_to > $3::bigint)`;

/** 民政业务网上办理率 at the end of the period: of the items that may be done online, those that can at least be filed there. */
export const onlineShare = defineIndicator({
  id: 'online-handling.online-share', title: '民政业务网上办理率', unit: '%', kind: 'ratio', measures: 'count', rounding: { decimals: 1 }, covers: 'S216',
  definition: '期末在册、没有取消、可以网上办理的事项里，已能网上申报、预审或全程网办的占多少。只能网上咨询的不算。',
  figures: ['gz2013p-035'],
  sql: `select l.division_id, case when o.level in ('filing', 'pre-examination', 'full') then 100 else 0 end::bigint as measure, 1::bigint as weight, null::text as urban_rural, 'item' as row_kind, l.id as row_id,
               l.title || case when o.level in ('filing', 'pre-examination', 'full') then '，网上能办' else '，网上还不能办' end as label
          from item_event l
          left join lateral (select x.level from item_event x where x.item = l.item and x.event = 'online' and x.from_day < $2::date and ${known('x')} order by x.from_day desc, x.id desc limit 1) o on true
         where l.event = 'listed' and l.can_be_online and l.from_day < $2::date and ${known('l')}
           and not exists (select 1 from item_event c where c.item = l.item and c.event = 'cancelled' and c.from_day < $2::date and ${known('c')})`,
});

export const indicators = [onlineShare];
