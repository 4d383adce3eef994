-- Of thousands of rows written at once each is digested as its text, not as JSON: a quarter of the time. Which of the two was taken is signed with the digest
-- (`form` 2; none is JSON), so that both are verified for ever. Columns added later are null in old rows, stand last and leave nothing behind in either.
alter table audit_digest add column form int;
comment on column audit_digest.form is '逐行摘要的写法：空为 JSON，2 为行文本（成批）';

-- SQL: the text of a row `f` without the columns of current state.
create function sealed_row(sealed regclass, left_out text[]) returns text language sql stable set search_path = {{schema}}, ext, pg_temp as $$
  select 'rtrim(row(' || string_agg(format('f.%I', attname), ', ' order by attnum) || ')::text, '',)'')'
    from pg_attribute where attrelid = sealed and attnum > 0 and not attisdropped and not attname::text = any (left_out)
$$;

create or replace function seal_insert() returns trigger language plpgsql security definer
  set search_path = {{schema}}, ext, pg_temp set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' set intervalstyle = 'postgres' as $$
-- a trigger without arguments has no tg_argv at all
declare left_out text[] := coalesce(tg_argv::text[], '{}');
begin
  if current_command() is null then
    raise exception 'rows of % are written only through command()', tg_table_name;
  end if;
  if (select count(*) from (select from fresh limit 100) f) < 100 then
    insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest)
    select current_command(), tg_table_name, 'insert', count(*), min(id), max(id),
           sha256(string_agg(sha256(convert_to((jsonb_strip_nulls(to_jsonb(f)) - left_out)::text, 'UTF8')), ''::bytea order by id))
      from fresh f having count(*) > 0;
  else
    execute format(
      'insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest, form)
       select current_command(), $1, ''insert'', count(*), min(id), max(id), sha256(string_agg(sha256(convert_to(%s, ''UTF8'')), ''''::bytea order by id)), 2 from fresh f', sealed_row(tg_relid, left_out)) using tg_table_name;
  end if;
  return null;
end $$;

-- Same digest, in the form it was signed in, computed again when keys are changed.
drop function sealed_digest(regclass, bigint, bigint, bigint, text[]);
create function sealed_digest(sealed regclass, command bigint, low bigint, high bigint, left_out text[], form int) returns table (rows bigint, digest bytea)
  language plpgsql stable set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' set intervalstyle = 'postgres' as $$
begin
  return query execute format(
    'select count(*), sha256(string_agg(sha256(convert_to(%s, ''UTF8'')), ''''::bytea order by id)) from %s f where command_id = $1 and id between $2 and $3',
    case when form = 2 then sealed_row(sealed, left_out) else '(jsonb_strip_nulls(to_jsonb(f)) - $4)::text' end, sealed)
    using command, low, high, left_out;
end $$;

-- Rows that are only ever closed: whoever names another column in an update is refused before a row is touched, so that nothing has to be compared afterwards
-- (facts of a thousand households were unpacked twice to find them equal). A column added later is not named there yet: until it is, rows are compared as before.
create function refuse_rewriting() returns trigger language plpgsql set search_path = {{schema}}, ext, pg_temp as $$
begin
  if coalesce(current_setting('mz.rekey', true), '') <> 'on' then
    raise exception 'a recorded row of % may only be closed', tg_table_name;
  end if;
  return null;
end $$;
create procedure close_only(name text) language plpgsql as $$
begin
  execute format('drop trigger if exists close_only on %I', name);
  execute format('create trigger close_only before update of %s on %I for each statement execute function refuse_rewriting()',
    (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = name::regclass and attnum > 0 and not attisdropped and attname <> 'known_to'), name);
end $$;
do $$
declare name text;
begin
  for name in select t.name from sealed_table t where closes loop call close_only(name); end loop;
end $$;

create or replace function seal_close() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp set enable_nestloop = off as $$
declare again text[]; rewritten boolean;
begin
  if coalesce(current_setting('mz.rekey', true), '') = 'on' then
    select array_remove(column_name || (key_column || hash_columns), null) into again from encrypted_column where table_name = tg_table_name;
    if again is null or exists (select 1 from fresh f join old_rows o using (id) where (to_jsonb(f) - again) is distinct from (to_jsonb(o) - again)) then
      raise exception 'a change of keys may write nothing of % but its encrypted values', tg_table_name;
    end if;
    return null;
  end if;
  if exists (select 1 from pg_trigger g where g.tgrelid = tg_relid and g.tgname = 'close_only' and g.tgenabled <> 'D' and cardinality(string_to_array(g.tgattr::text, ' '))
               = (select count(*) - 1 from pg_attribute a where a.attrelid = tg_relid and a.attnum > 0 and not a.attisdropped)) then
    rewritten := exists (select 1 from old_rows where known_to is not null) or exists (select 1 from fresh where known_to is distinct from current_command());
  else
    rewritten := exists (select 1 from fresh f join old_rows o using (id)
      where o.known_to is not null or f.known_to is distinct from current_command() or not (jsonb_populate_record(f, '{"known_to": null}') *= o));
  end if;
  if rewritten then
    raise exception 'a recorded row of % may only be closed', tg_table_name;
  end if;
  insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest)
  select current_command(), tg_table_name, 'close', count(*), min(id), max(id), sha256(string_agg(convert_to(id::text, 'UTF8'), ','::bytea order by id))
    from fresh having count(*) > 0;
  return null;
end $$;
