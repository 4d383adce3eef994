-- 事项变动待复核: what one person entered with its document counts only once another has signed it, as with standards. Public, like the catalogue.
create table item_proposal (
  id bigint generated always as identity primary key,
  item text not null,
  title text not null,
  division_id int not null references division (id),
  event text not null check (event in ('online', 'cancelled')),
  from_day date not null,
  level text check (level in ('none', 'inquiry', 'filing', 'pre-examination', 'full')),
  document jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'signed', 'withdrawn')),
  proposed_by bigint not null,
  proposed_name text not null,
  proposed_on date not null,
  signed_by bigint,
  signed_name text,
  signed_on date,
  command_id bigint not null default current_command(),
  check ((event = 'online') = (level is not null)),
  check (signed_by <> proposed_by)
);
comment on table item_proposal is '事项变动：一人登记，另一人复核才生效';
create unique index item_proposal_waiting on item_proposal (item, event, from_day) where state = 'waiting';

alter table item_proposal enable row level security;
alter table item_proposal force row level security;
create policy open_to_all on item_proposal for select to mz_{{city}}_staff using (true);
create policy in_area on item_proposal for insert to mz_{{city}}_staff with check (division_id = any ((select caller_divisions())::int[]));
create policy sign_in_area on item_proposal for update to mz_{{city}}_staff using (division_id = any ((select caller_divisions())::int[]));
create policy all_rows on item_proposal to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update (state, signed_by, signed_name, signed_on) on item_proposal to mz_{{city}}_staff;
grant select on item_proposal to mz_{{city}}_definer;
call seal_table('item_proposal', '{state,signed_by,signed_name,signed_on}');

-- the change that a signature put into force says which entry it was
alter table item_event add column proposal_id bigint references item_proposal (id);
