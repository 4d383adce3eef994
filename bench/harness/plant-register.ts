import type pg from 'pg';
import { CITY } from './million-rows.ts';

/**
 * A register of so many records as a city of ten millions would have it, every tenth with an older version, and beside it the same rows in a table as somebody would
 * make it by hand for this one purpose: one row each, the columns it needs, the indexes its list wants, the same row security. Written by plain statements.
 */
export async function plantRegister(owner: pg.Client, records: number): Promise<void> {
  // rows of a register are written through commands only; these are of no one's doing
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    create temp table made as
      select n::bigint as id, format('BJ-JZ-2014-%s', lpad(n::text, 7, '0')) as number, v.ids[1 + (n::bigint * 7919) % array_length(v.ids, 1)] as division_id,
             format('%s%s', (array['邻里','夕阳红','红棉','和谐','同心','晨光','乐善','睦邻'])[1 + n % 8], (array['互助队','舞蹈队','志愿队','议事会','巡逻队','书画社'])[1 + (n / 8) % 6]) || n as name,
             (array['mutual-aid','culture','charity','mediation','governance','environment','other'])[1 + (n::bigint * 31) % 7] as kind,
             date '2005-01-01' + ((n::bigint * 104729) % 3500)::int as formed_on, 3 + (n::bigint * 613) % 60 as size,
             (array['formed','cultivated','filed','filed','registered','dissolved'])[1 + (n::bigint * 17) % 6] as state
        from generate_series(1, ${records}) n, (select array_agg(d.id order by d.id) as ids from division d where d.level = 'village' and d.valid_from <= '2014-11-03' and (d.valid_to is null or d.valid_to > '2014-11-03') and d.id in (select divisions_under(c.id) from division c where c.code = '${CITY}' and c.valid_to is null)) v`);
  await owner.query(`
    insert into register_record (id, register, number, division_id, name, pinyin, initials, state, standing, taken_back)
      select 9000000 + id, 'community-organisation', number, division_id, name, 'linli' || id, 'll' || id, state, state not in ('formed', 'dissolved'), false from made`);
  const columns = 'record_id, number, division_id, state, state_since, opened_on, ended_on, valid_from, valid_to, known_to, command_id, what, reason, name, kind, formed_on, size, guided_by';
  const standing = `case when state in ('formed', 'dissolved') then null else formed_on + 200 end`;
  await owner.query(`
    insert into community_organisation (${columns})
      select 9000000 + id, number, division_id, 'formed', formed_on, null::date, null::date, formed_on, formed_on + 200, null::bigint, 1::bigint, 'opened', '', name, kind, formed_on, size, null::text from made where id % 10 = 0
      union all select 9000000 + id, number, division_id, state, formed_on + 200, ${standing}, null, case when id % 10 = 0 then formed_on + 200 else formed_on end, null, null, 1, 'opened', '', name, kind, formed_on, size, '街道办' from made`);
  await owner.query(`
    create table hand_made (id bigint primary key, number text not null unique, division_id int not null references division (id), name text not null, kind text not null, formed_on date, size bigint, guided_by text,
      state text not null, state_since date not null, opened_on date);
    insert into hand_made select 9000000 + id, number, division_id, name, kind, formed_on, size, '街道办', state, formed_on + 200, ${standing} from made;
    create index on hand_made (division_id, id); create index on hand_made (state, id); create index on hand_made (kind collate "C", id);
    create index on hand_made (formed_on, id); create index on hand_made (name collate "C", id); create index on hand_made (name text_pattern_ops);
    alter table hand_made enable row level security;
    create policy readers on hand_made for select to mz_${CITY}_staff using (division_id = any ((select caller_divisions())::int[]));
    grant select on hand_made to mz_${CITY}_staff; drop table made`);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum analyze community_organisation, hand_made, register_record');
}
