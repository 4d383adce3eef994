-- 事项目录: what happened to an item and from which day: listed, opened online to a level, cancelled. Public, like the law it rests on.
create table item_event (
  id bigint generated always as identity primary key,
  item text not null,
  division_id int not null references division (id),
  event text not null check (event in ('listed', 'online', 'cancelled')),
  from_day date not null,
  -- for 'listed': may law let it be done online at all; for 'online': how far
  can_be_online boolean,
  level text check (level in ('none', 'inquiry', 'filing', 'pre-examination', 'full')),
  document jsonb not null,
  -- declared with the platform, or entered by the bureau
  source text not null check (source in ('declared', 'bureau')),
  title text not null,
  known_from bigint not null default current_command(),
  known_to bigint,
  account_name text not null,
  command_id bigint not null default current_command(),
  check ((event = 'listed') = (can_be_online is not null)),
  check ((event = 'online') = (level is not null))
);
comment on table item_event is '事项目录变动：列入、网上办理程度、取消';
create unique index item_event_once on item_event (item, event, from_day) where known_to is null;
create index item_event_day on item_event (item, from_day);

alter table item_event enable row level security;
alter table item_event force row level security;
create policy open_to_all on item_event for select to mz_{{city}}_staff, mz_{{city}}_resident using (true);
create policy in_area on item_event for insert to mz_{{city}}_staff with check (division_id = any ((select caller_divisions())::int[]));
create policy close_in_area on item_event for update to mz_{{city}}_staff using (division_id = any ((select caller_divisions())::int[]));
create policy all_rows on item_event to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update (known_to) on item_event to mz_{{city}}_staff;
grant select on item_event to mz_{{city}}_resident;
grant select on item_event to mz_{{city}}_definer;
call seal_table('item_event', closes => true);
