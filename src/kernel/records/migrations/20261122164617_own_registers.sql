-- Registers a bureau makes itself: an edition is drafted (as often as it takes), sent to a second pair of eyes, published by another account; its tables are
-- made by the worker before it is in force. Every step is a row of its own; the latest row of a register says where it stands.
alter table register_declaration drop constraint register_declaration_register_version_key;
alter table register_declaration drop constraint register_declaration_state_check;
alter table register_declaration add constraint register_declaration_state_check check (state in ('draft', 'sent', 'publishing', 'failed', 'published', 'withdrawn'));
-- who took the step: whoever drafted an edition does not publish it
alter table register_declaration add column account_id bigint;
-- why it was withdrawn, or what stood in the way of its tables
alter table register_declaration add column note text not null default '';
create index register_declaration_of on register_declaration (register, id);
create unique index register_declaration_once on register_declaration (register, version) where state = 'published';

-- own-1, own-2: a name for people is in the title
create sequence own_register_no;
grant usage, select on sequence own_register_no to mz_{{city}}_staff;

-- the order of states is part of a declaration: kept as written
alter table register_declaration alter column declaration type json;
drop function published_registers();
create function published_registers() returns table (register text, version int, state text, declaration json)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select distinct on (d.register) d.register, d.version, d.state, d.declaration from register_declaration d where d.state in ('published', 'withdrawn') order by d.register, d.id desc
$$;
alter function published_registers() owner to mz_{{city}}_definer;
revoke all on function published_registers() from public;
grant execute on function published_registers() to mz_{{city}}_staff;
