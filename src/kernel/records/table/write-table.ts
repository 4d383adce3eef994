import type { Register, RegisterField, SubRecord } from '../../contract/register.ts';
import { columnOf, subTableOf, tableOf } from '../../registry/check-register.ts';
import { columnType, hasIndex, isSecret, orderOf } from './column-types.ts';

/** A register's table as statements that may run again and again: columns are added, never dropped. */
export interface TableWords { readonly name: string; readonly create: string; readonly columns: readonly { readonly name: string; readonly type: string; readonly comment: string }[]; readonly indexes: readonly string[]; readonly policies: string; readonly secret: boolean }

const text = (words: string): string => `'${words.replaceAll("'", "''")}'`;
/** The row that holds now, as it is known now. */
export const CURRENT = 'known_to is null and valid_to is null';

export function writeTable(register: Register, roles: { readonly owner: string; readonly staff: string; readonly definer: string }): TableWords {
  const name = tableOf(register);
  const fields = register.fields;
  const secret = fields.some(isSecret);
  return {
    name, secret,
    create: `create table if not exists ${name} (
      id bigint generated always as identity primary key, record_id bigint not null references register_record (id), number text not null,
      division_id int not null references division (id), person_id bigint references person (id),
      state text not null, state_since date not null, opened_on date, ended_on date,
      valid_from date not null, valid_to date, known_to bigint, command_id bigint not null default current_command(),
      what text not null, reason text not null default '', secret bytea)`,
    columns: fields.map((field) => ({ name: columnOf(field.key), type: columnType(field), comment: field.unit === undefined ? field.title : `${field.title}（${field.unit}）` })),
    indexes: [
      `create unique index if not exists ${name}_now on ${name} (record_id) where ${CURRENT}`,
      `create index if not exists ${name}_history on ${name} (record_id, valid_from)`,
      `create index if not exists ${name}_area on ${name} (division_id, record_id) where ${CURRENT}`,
      // versions of the past: a count as of a day reads them by area too
      `create index if not exists ${name}_past on ${name} (division_id) where known_to is null and valid_to is not null`,
      `create index if not exists ${name}_state on ${name} (state, record_id) where ${CURRENT}`,
      `create index if not exists ${name}_opened on ${name} (opened_on) where ${CURRENT}`,
      `create index if not exists ${name}_ended on ${name} (ended_on) where ${CURRENT} and ended_on is not null`,
      ...(register.holder?.kind === 'person' ? [`create index if not exists ${name}_person on ${name} (person_id) where ${CURRENT}`] : []),
      ...fields.filter((field) => hasIndex(field, register.name)).map((field) => indexOf(name, field)),
    ],
    policies: policiesOf(name, register, roles),
  };
}

export function writeSubTable(register: Register, sub: SubRecord, roles: { readonly owner: string; readonly staff: string; readonly definer: string }): TableWords {
  const name = subTableOf(register, sub);
  return {
    name, secret: sub.fields.some(isSecret),
    create: `create table if not exists ${name} (
      id bigint generated always as identity primary key, entry_id bigint not null, record_id bigint not null references register_record (id),
      division_id int not null references division (id), person_id bigint references person (id), on_day date not null,
      known_to bigint, command_id bigint not null default current_command(), what text not null, reason text not null default '', secret bytea)`,
    columns: sub.fields.map((field) => ({ name: columnOf(field.key), type: columnType(field), comment: field.unit === undefined ? field.title : `${field.title}（${field.unit}）` })),
    indexes: [
      `create unique index if not exists ${name}_now on ${name} (entry_id) where known_to is null`,
      `create index if not exists ${name}_record on ${name} (record_id, on_day)`,
      `create index if not exists ${name}_day on ${name} (on_day) where known_to is null`,
      ...(sub.person ? [`create index if not exists ${name}_person on ${name} (person_id) where known_to is null`] : []),
    ],
    policies: policiesOf(name, register, roles),
  };
}

/** Long names are cut as PostgreSQL cuts them, but kept apart by their field. */
function indexOf(table: string, field: RegisterField): string {
  const name = `${table.slice(0, 30)}_by_${columnOf(field.key)}`.slice(0, 62);
  return `create index if not exists ${name} on ${table} (${orderOf(field)}, record_id) where ${CURRENT}`;
}

/** Who reads and writes, written anew whenever the declaration changes: by role of the line and area, in the database. */
function policiesOf(name: string, register: Register, roles: { readonly staff: string; readonly definer: string }): string {
  const inArea = 'division_id = any ((select caller_divisions())::int[])';
  const reads = `(select caller_reads(${text(register.id)}))`;
  const keeps = `(select caller_keeps(${text(register.id)}))`;
  return `alter table ${name} enable row level security; alter table ${name} force row level security;
    drop policy if exists readers on ${name}; drop policy if exists keepers_write on ${name}; drop policy if exists keepers_close on ${name}; drop policy if exists all_rows on ${name};
    create policy readers on ${name} for select to ${roles.staff} using (${reads}${register.across ? '' : ` and ${inArea}`});
    create policy keepers_write on ${name} for insert to ${roles.staff} with check (${keeps} and ${inArea});
    create policy keepers_close on ${name} for update to ${roles.staff} using (${keeps} and ${inArea}) with check (${keeps});
    create policy all_rows on ${name} to ${roles.definer} using (true) with check (true);
    grant select, insert on ${name} to ${roles.staff}; grant update (known_to) on ${name} to ${roles.staff};
    grant select, insert, update on ${name} to ${roles.definer};
    comment on table ${name} is ${text(register.title)};`;
}

export const commentOf = (table: string, column: string, words: string): string => `comment on column ${table}.${column} is ${text(words)}`;
