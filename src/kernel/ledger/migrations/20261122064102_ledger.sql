-- 台账: what was due, what reached the household, what came back, what was taken out. Rolls equal ledger, entry by entry.
-- Of one line: due = paid + returned + withdrawn once it is settled. A follow-up roll makes it due again.
create table ledger_entry (
  id bigint generated always as identity primary key,
  division_id int not null,
  household_id bigint not null,
  benefit text not null,
  roll_id bigint not null references roll (id),
  line_id bigint not null references roll_line (id),
  item_id bigint not null references roll_line_item (id),
  grant_id bigint not null references benefit_grant (id),
  for_month date not null,
  item text not null,
  person_id bigint,
  hukou_kind text not null,
  kind text not null check (kind in ('due', 'paid', 'returned', 'withdrawn')),
  fen bigint not null,
  booked_on date not null,
  command_id bigint not null default current_command()
);
comment on table ledger_entry is '资金台账：应发、到账、退回、撤出';
-- an item becomes due once, and is settled once
create unique index ledger_entry_due_once on ledger_entry (item_id) where kind = 'due';
create unique index ledger_entry_settled_once on ledger_entry (item_id) where kind <> 'due';
create index ledger_entry_roll on ledger_entry (roll_id, kind);
create index ledger_entry_household on ledger_entry (household_id);
create index ledger_entry_booked on ledger_entry (benefit, kind, booked_on);
call protect_rows('ledger_entry', '{division_id}', 'household_id in (select own_households())');
-- rows without current state name a column they do not have: sealing with an empty list digests nothing
call seal_table('ledger_entry', '{known_to}');
