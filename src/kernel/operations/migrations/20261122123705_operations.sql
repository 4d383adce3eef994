-- 运行状况: which processes live, and how often somebody asked at a costly door. Neither is anybody's data, nor history: old rows go.
create table process_beat (
  id text primary key,
  name text not null,
  host text not null,
  pid int not null,
  started_at timestamptz not null,
  beat_at timestamptz not null default now(),
  rss_mb int not null
);
comment on table process_beat is '运行中的进程：每十秒报一次平安';
comment on column process_beat.rss_mb is '占用内存，MB';
alter table process_beat enable row level security;
alter table process_beat force row level security;
create policy all_rows on process_beat to mz_{{city}}_definer using (true) with check (true);
create policy everybody on process_beat for select to mz_{{city}}_staff using (true);
grant select on process_beat to mz_{{city}}_staff;
grant select, insert, update, delete on process_beat to mz_{{city}}_definer;

-- Counted in one place for all processes; lost at a crash of the server, which is no harm.
create unlogged table request_count (
  door text not null,
  asker bytea not null,
  minute timestamptz not null,
  asked int not null,
  primary key (door, asker, minute)
);
comment on table request_count is '每分钟问了几次：门的代号和来处的摘要，没有来处本身';
alter table request_count enable row level security;
alter table request_count force row level security;
create policy all_rows on request_count to mz_{{city}}_definer using (true) with check (true);

grant select, insert, update, delete on request_count to mz_{{city}}_definer;

create function count_request(door_id text, from_whom bytea) returns int language sql security definer set search_path = {{schema}}, pg_temp as $$
  insert into request_count as c (door, asker, minute, asked) values (door_id, from_whom, date_trunc('minute', now()), 1)
  on conflict (door, asker, minute) do update set asked = c.asked + 1
  returning asked
$$;

-- The pulse of the house in one row: what waits, what failed, what is not sealed yet. Numbers only.
create function pulse() returns table (waiting bigint, running bigint, failed bigint, oldest_due_s double precision, unsealed bigint, oldest_unsealed_s double precision, last_sealed timestamptz)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select j.waiting, j.running, j.failed, j.oldest, u.many, u.oldest, (select max(sealed_at) from audit_block)
    from (select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'running') as running, count(*) filter (where state = 'failed') as failed,
                 coalesce(extract(epoch from now() - min(run_after) filter (where state = 'waiting' and run_after <= now())), 0)::double precision as oldest from job where state <> 'done') j,
         (select count(*) as many, coalesce(extract(epoch from now() - min(at)), 0)::double precision as oldest from command_log where block_no is null) u
$$;
-- When the record was last verified whole, and how much was found amiss; nothing where no verification was kept yet.
create function last_verification() returns table (at timestamptz, findings int) language plpgsql stable security definer set search_path = {{schema}}, pg_temp as $$
begin
  if to_regclass('{{schema}}.audit_run') is null then return; end if;
  return query execute 'select started_at, jsonb_array_length(findings) from audit_run order by id desc limit 1';
end $$;
create index job_open on job (state) where state <> 'done';
do $$ declare f text; begin
  foreach f in array '{count_request(text\,bytea),pulse(),last_verification()}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
