-- A foreign key looks up the row it names once for each row written: eight microseconds for two names, three times what writing the row costs. Where thousands
-- are written at once and nothing is ever removed, the same is looked after statement by statement: every row just written names one that is there, and
-- a row that may be named is neither removed nor numbered anew.
create function forbid_removal() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are named by others: they are neither removed nor numbered anew', tg_table_name using errcode = 'foreign_key_violation';
end $$;

create procedure refer_in_bulk(name text, refers text, parent text) language plpgsql as $$
declare
  known text;
  guard text := format('%s_%s_is_there', name, refers);
begin
  for known in select conname from pg_constraint
    where conrelid = name::regclass and contype = 'f' and confrelid = parent::regclass
      and conkey = array[(select attnum from pg_attribute where attrelid = name::regclass and attname = refers)]
  loop
    execute format('alter table %I drop constraint %I', name, known);
  end loop;
  execute format(
    'create function %I() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp set enable_hashjoin = off set enable_mergejoin = off as $guard$
     begin
       if exists (select 1 from (select distinct %I as named from fresh) f where f.named is not null and not exists (select 1 from %I p where p.id = f.named)) then
         raise exception ''a row of %s names a row of %s that is not there'' using errcode = ''foreign_key_violation'', constraint = %L, table = %L;
       end if;
       return null;
     end $guard$', guard, refers, parent, name, parent, guard, name);
  execute format('alter function %I() owner to mz_{{city}}_definer', guard);
  execute format('create trigger %I after insert on %I referencing new table as fresh for each statement execute function %I()', guard, name, guard);
  if not exists (select 1 from pg_trigger where tgrelid = parent::regclass and tgname = 'stays') then
    execute format('create trigger stays before delete or update of id on %I for each statement execute function forbid_removal()', parent);
    execute format('create trigger stays_whole before truncate on %I for each statement execute function forbid_removal()', parent);
  end if;
end $$;
