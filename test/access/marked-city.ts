import type pg from 'pg';
import type { CaseProcedure } from '../../src/kernel/casework/case-procedure.ts';
import { maskForm } from '../../src/kernel/contract/check-form.ts';
import type { City } from '../../src/kernel/db/city.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import { applicationOf, idOf as personNumber } from '../harness/applicants.ts';

/** A division as the oracle knows it. */
export interface Place { readonly id: number; readonly code: string; readonly level: string; readonly parent_id: number | null; readonly successor_id: number | null }

const schema = 'city_442000';
const FIRST = 2_000_000;
/** Every row of a division bears this id, in every table: a number in an answer tells whose row it came from. */
export const idOf = (division: number): number => FIRST + division;
/** A file of the office beside the complaint of a division bears the division's number above this. */
export const EVIDENCE = 3_000_000;
/** Every free text of a division's rows bears this mark. */
export const markOf = (division: number): string => `※${division}※`;

/** Numbers of a division's person and account as they are in the world, each with the mark behind it. */
const numbersOf = (division: number) => {
  const order = String(division).padStart(4, '0');
  return { idCard: `${personNumber({ birth: '1958-01-02', order: division % 1000 })}${markOf(division)}`, account: `999000000000000${order}${markOf(division)}`, phone: `1380000${order}` };
};

/** The divisions whose rows stand in an answer, by mark or by id. */
export function divisionsIn(answer: unknown): number[] {
  const text = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? '');
  const found = new Set<number>();
  for (const [, mark] of text.matchAll(/※(\d+)※/g)) found.add(Number(mark));
  for (const [, id] of text.matchAll(/(?<![\d.])2000(\d{3})(?!\d)/g)) found.add(Number(id));
  return [...found].toSorted((a, b) => a - b);
}

interface Column { readonly table: string; readonly column: string; readonly type: string; readonly required: boolean; readonly defaulted: boolean; readonly choice: string | null }
type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One row in every table that has a division, for every division of the city: whatever room a table belongs to, also one that is added tomorrow. */
export async function plantMarkedCity(owner: pg.Client, city: City): Promise<readonly Place[]> {
  await owner.query(
    `insert into ${schema}.division (code, name, level, parent_id, valid_from, valid_to, successor_id)
     select '442000003', '旧镇', 'town', p.id, '2000-01-01', '2010-01-01', n.id from ${schema}.division p, ${schema}.division n where p.code = '442000' and n.code = '442000100'`);
  await owner.query(
    `insert into ${schema}.division (code, name, level, parent_id, valid_from, valid_to, successor_id)
     select '442000003001', '旧村', 'village', p.id, '2000-01-01', '2010-01-01', n.id from ${schema}.division p, ${schema}.division n where p.code = '442000003' and n.code = '442000100001'`);
  const { rows: places } = await owner.query<Place>(`select id, code, level, parent_id, successor_id from ${schema}.division order by id`);
  const columns = await readColumns(owner);
  await owner.query(`set search_path to ${schema}, ext; set session_replication_role = replica`);
  const wrong = new Set<string>();
  for (const [table, own] of Map.groupBy(columns, (column) => column.table)) {
    for (const place of places) await plantRow(owner, table, own, place, known(city, place, await applicationIn(markOf(place.id)))[table] ?? {}).catch((error: Error) => { wrong.add(`${table}: ${error.message}`); });
  }
  for (const place of places) {
    await plantEvidence(owner, place);
    await plantReading(owner, place);
  }
  if (wrong.size > 0) throw new Error(`say in marked-city.ts what these rows hold:\n${[...wrong].join('\n')}`);
  await owner.query('set session_replication_role = origin; reset search_path');
  return places;
}

/** One more file, handed in by nobody and named by the complaint's record. */
async function plantEvidence(owner: pg.Client, place: Place): Promise<void> {
  await owner.query(`insert into stored_file (id, name, media_type, sha256, size, bytes, division_id, command_id) overriding system value values ($1, '照片.jpg', 'image/jpeg', '\\x00', 1, '\\x00', $2, 0)`, [EVIDENCE + place.id, place.id]);
  await owner.query(`insert into complaint_action (complaint_id, division_id, seq, step, on_day, actor_name, data, command_id) values ($1, $2, 2, 'investigated', '2014-10-02', '', jsonb_build_object('files', array[$3::int]), 0)`, [idOf(place.id), place.id, EVIDENCE + place.id]);
}

/** Somebody of the place looked at somebody there. */
async function plantReading(owner: pg.Client, place: Place): Promise<void> {
  await owner.query(`insert into read_log (query, account_id, post_id, purpose, subjects, subject_kind, business_day, at, key_id, mac) values ('person.get-person', $1, $1, $2, array[$1::bigint], 'person', '2014-10-02', '2014-10-02T00:00:00Z', 'k1', '\\x00')`, [idOf(place.id), markOf(place.id)]);
}

async function readColumns(owner: pg.Client): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, a.atthasdef or a.attidentity <> '' as defaulted,
            (select substring(pg_get_constraintdef(k.oid) from '\\(' || a.attname || ' = ANY \\(ARRAY\\[''([^'']+)''') from pg_constraint k
              where k.conrelid = c.oid and k.contype = 'c' and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(' || a.attname || ' = ANY') limit 1) as choice
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = $1 and (c.relname like 'home_care_centre%' or not exists (select from pg_attribute r where r.attrelid = c.oid and r.attname = 'record_id' and exists (select from ${schema}.register g where c.relname = replace(g.id, '-', '_') or c.relname like replace(g.id, '-', '_') || '\\_\\_%')))
        and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'division'
        and (c.relname in ('person_version', 'person_document', 'person_death', 'complaint_reporter', 'account')
             or exists (select from pg_attribute x where x.attrelid = c.oid and x.attname in ('division_id', 'hukou_division_id') and not x.attisdropped))
      order by c.relname, a.attnum`, [schema]);
  return rows;
}

async function plantRow(owner: pg.Client, table: string, columns: readonly Column[], place: Place, own: Readonly<Record<string, unknown>>): Promise<void> {
  const cells = columns.map((column) => {
    const value = column.column in own ? own[column.column] : invented(column, place);
    return [column.column, column.type === 'jsonb' && value !== null && value !== undefined ? JSON.stringify(value) : value] as const;
  }).filter(([, value]) => value !== undefined);
  await owner.query(
    `insert into ${table} (${cells.map(([name]) => `"${name}"`).join(', ')}) overriding system value values (${cells.map((_, at) => `$${at + 1}`).join(', ')})`,
    cells.map(([, value]) => value));
}

/** What a column of no special meaning holds. */
function invented({ column, type, required, defaulted, choice }: Column, place: Place): unknown {
  if (column === 'id' || (column.endsWith('_id') && type === 'bigint' && column !== 'command_id')) return idOf(place.id);
  if (column.endsWith('division_id')) return place.id;
  if (column === 'command_id') return 0;
  if (defaulted) return undefined;
  if (choice !== null) return required ? choice : null;
  if (type === 'text') return markOf(place.id);
  if (type === 'text[]') return [markOf(place.id)];
  if (!required) return null;
  return ({ date: '2014-10-01', bytea: Buffer.from([place.id]), jsonb: {}, boolean: false, bigint: 1, integer: 1, 'integer[]': [1], 'timestamp with time zone': '2014-10-01T00:00:00Z' } as Record<string, unknown>)[type];
}

const law = { instrument: '试验办法', article: '第一条', documentNumber: null };
const limit = { title: '期限', days: null, document: null, demo: false, reason: '未录入' };
const BENEFIT = 'subsistence-allowance';
/** Who may be asked to do an errand or a task here: every second role, so that both answers occur. */
export const ASKED_ROLES = ['village-clerk', 'town-clerk', 'approver', 'auditor'];
/** The department every second division hands its needs to; the others hand theirs to the town. */
export const DEPARTMENT = 'education';
export const goesToDepartment = (division: number): boolean => division % 2 === 0;
/** Complaints of every third division are restricted: of a named person, about an office. */
export const isRestricted = (division: number): boolean => division % 3 === 0;

const applicant = (name: string) => [{ name, birth: '1958-01-02', order: 1, relation: 'self' }];
interface Application { readonly form: unknown; readonly facts: unknown }
/** The application of somebody of this name: the form as it is kept, and as its procedure reads it. */
async function applicationIn(name: string): Promise<Application> {
  const procedure = (await loadRegistry()).findProcedure(BENEFIT, ['442000', '44'], plainDate('2014-11-03')) as CaseProcedure | undefined;
  const read = procedure?.reads?.facts(applicationOf(applicant(name)), { today: plainDate('2014-10-08'), demo: true });
  if (!read?.ok) throw new Error(`the application of a marked household is not read: ${JSON.stringify(read)}`);
  return { form: maskForm(procedure?.form, applicationOf(applicant(name))), facts: read.facts };
}

/** What the rows of a place hold where a reader understands the word, so that a mark would not do. */
function known(city: City, place: Place, application: Application): Values {
  const mark = markOf(place.id);
  const numbers = numbersOf(place.id);
  const told = city.keys.seal(JSON.stringify({ name: mark, phone: numbers.phone, division: place.code, trouble: mark, materials: mark }));
  const sealed = (text: string) => ({ number_cipher: city.keys.seal(text).cipher, key_id: city.keys.seal(text).keyId });
  const department = goesToDepartment(place.id);
  const receiver = department ? { receiver_kind: 'department', receiver: DEPARTMENT } : { receiver_kind: 'matter', receiver: BENEFIT };
  const person = { name: mark, sex: 'female', birth_date: '1958-01-02', death_date: null, hukou_kind: 'urban', hukou_division_id: place.id, residence_division_id: place.id };
  return {
    account: { kind: 'staff', password: null, disabled: false },
    post: { role: 'department-clerk', valid_from: '2000-01-01', valid_to: null },
    person: { ...person, name_pinyin: `mark${place.id}`, name_initials: `mark${place.id}`, handling_division_id: place.id, phone: city.keys.seal(numbers.phone).cipher },
    person_version: { ...person, valid_from: '2000-01-01', known_from: 0, known_to: null },
    person_document: { ...sealed(numbers.idCard), kind: 'id-card', number_hash: city.keys.findHash(mark), last_six_hash: city.keys.findHash(mark), masked: mark },
    person_death: { lifts_id: null, kind: 'died', died_on: '2014-10-20', source: 'certificate' },
    // one register stands for all: they are made by the same words
    register_record: { register: 'home-care-centre', name: mark, state: 'operating', standing: true, taken_back: false, person_id: null },
    record_twin: { register: 'home-care-centre', low: idOf(place.id), high: idOf(place.id) + 1 },
    record_target: { register: 'home-care-centre', target: 'centres', year: 2014, planned: 1 },
    record_mapping: { register: 'home-care-centre', columns: {} },
    register_declaration: { register: `own-${place.id}`, version: 1, state: 'draft', declaration: { id: `own-${place.id}`, title: mark, unit: '条', purpose: mark, series: 'OW', fields: [{ key: 'f1', title: mark, kind: 'text' }], name: 'f1', states: { s1: { title: '在册' } }, keepers: ['town-clerk'], covers: [] } },
    home_care_centre: { state: 'operating', state_since: '2014-01-01', opened_on: '2014-01-01', ended_on: null, valid_from: '2014-01-01', valid_to: null, known_to: null, person_id: null, what: 'opened', level: 'city-pilot', organisation: null, point: '(113,22)', secret: city.keys.seal(JSON.stringify({ contactPhone: mark })).cipher },
    home_care_centre__services_month: { on_day: '2014-01-31', known_to: null, what: 'written', person_id: null, clients: 1, visits: 2, secret: null },
    household: { hukou_kind: 'urban' },
    household_version: { hukou_kind: 'urban', valid_from: '2000-01-01', valid_to: null, known_from: 0, known_to: null },
    household_member: { relation: '本人', valid_from: '2013-01-01', valid_to: null, known_from: 0, known_to: null },
    payee_account: { ...sealed(numbers.account), number_hash: city.keys.findHash(mark), valid_from: '2000-01-01', valid_to: null, known_from: 0, known_to: null, last_four: '0000', bank_code: 'rcb' },
    case_file: { matter: BENEFIT, procedure: 'application-2012', state: 'received', state_seq: 1, version: 1, kind: 'application', grant_id: null, outcome: null, draft_id: null, ...application },
    case_action: { step: 'submit', from_state: null, to_state: 'received', seq: 1, actor_kind: 'staff', post_role: 'town-clerk' },
    case_task: { task: 'accept', state: 'received', opened_seq: 1, roles: ASKED_ROLES, power: 'accept', due_on: '2014-10-20', limit_calendar: 'working', limit_days: 5, limit_law: law },
    case_member: { key: 'm1', relation: '本人' },
    case_origin: { agreed_how: 'in-person' },
    benefit_grant: { benefit: BENEFIT, takeover_id: null, first_month: '2014-01-01', last_month: null, since_month: '2014-01-01', state: 'active' },
    grant_version: { benefit: BENEFIT, from_month: '2014-01-01', to_month: null, known_from: 0, known_to: null, state: 'paid', persons: 1, hukou_kind: 'urban', fen: 50_000, basis: 'takeover', facts: null, rules: null },
    grant_person: { benefit: BENEFIT, from_month: '2014-01-01', to_month: null, known_from: 0, known_to: null },
    grant_line: { item: 'difference', funding: null, fen: 50_000 },
    grant_hold: { from_month: '2014-10-01', cause: 'review' },
    grant_takeover: { benefit: BENEFIT, first_month: '2014-01-01' },
    bulk_run: { work: 'casework.take-step', what: 'accept', data: {}, state: 'done' },
    bulk_row: { state: 'done' },
    bank_file: { cipher: city.keys.seal(`${numbers.account}`).cipher, key_id: city.keys.current },
    dossier_paper: { year: 2014, item: 'application' },
    dossier_version: { year: 2014, version: 1, contents: [] },
    decision: { outcome: 'granted', first_month: '2014-01', fen: 50_000, grounds: [], decided_on: '2014-10-08', post_id: null },
    complaint: { about: isRestricted(place.id) ? 'office' : 'household', matter: BENEFIT, how: 'portal', named: isRestricted(place.id), restricted: isRestricted(place.id), about_office_id: null, about_account_id: null, state: 'received', outcome: null, version: 1, answer_by: '2014-12-01' },
    complaint_action: { step: 'lodged', seq: 1 },
    complaint_reporter: { who_cipher: city.keys.seal(JSON.stringify({ name: mark, contact: `${mark} ${numbers.phone}` })).cipher, key_id: city.keys.current, masked_on: null },
    correction_request: { field: 'other' },
    department_post: { department: DEPARTMENT, from_day: '2000-01-01', to_day: null },
    dishonesty_record: { law, decided_on: '2014-10-01', until: '2015-10-01', penalty_fen: null },
    errand: { roles: ASKED_ROLES, done_on: null, done_by: null, result: null },
    handover: { ...receiver, need: 'schooling', law, told_cipher: told.cipher, key_id: told.keyId, limits: { receive: limit, answer: limit }, state: 'sent', receive_due: '2014-10-20', answer_due: '2014-10-30', previous_id: null, version: 1 },
    handover_event: { ...receiver, move: 'send', outcome: null },
    intake: { how: 'window', told_cipher: told.cipher, key_id: told.keyId, state: 'open' },
    household_change: { kind: 'income', done_on: null, persons: [] },
    item_event: { event: 'online', level: 'full', can_be_online: null, source: 'bureau', known_from: 0, known_to: null },
    item_proposal: { event: 'online', level: 'full', state: 'waiting', signed_by: null, signed_name: null, signed_on: null },
    job_offer: { answer: 'refused' },
    ledger_entry: { benefit: BENEFIT, for_month: '2014-10-01', item: 'difference', hukou_kind: 'urban', kind: 'paid', fen: 50_000 },
    mandate: { basis: 'code', matters: [BENEFIT], valid_from: '2014-10-01', valid_to: '2015-10-01', document_file_id: null, helper_person_id: null, helper_division_id: place.id },
    mandate_code: { matters: [BENEFIT], valid_to: '2015-10-01', withdrawn: true, used_by: null },
    post_deputy: { from_day: '2014-10-01', to_day: '2015-10-01' },
    public_notice: { matter: BENEFIT, state: 'posted', scope: 'town', headcount: 1, fen: 50_000, posted_on: '2014-11-01', ends_on: '2014-11-08', withdrawn_reason: null },
    recognition: { kind: 'low-income-family', renews: null, valid_from: '2014-10-01', valid_to: '2015-10-01', ended_on: null, end_reason: null },
    recognition_person: { kind: 'low-income-family', valid_from: '2014-10-01', valid_to: '2015-10-01', known_from: 0, known_to: null },
    relative_filing: { office_division_id: place.id },
    repricing_run: { kind: 'real', parameter: 'subsistence-standard', from_month: '2014-10-01', old_known: 0, new_known: 0, state: 'done' },
    repricing_result: { outcome: 'changed', hukou_kind: 'urban', first_month: '2014-10-01', persons: 1 },
    review_class: { cycle: 'review', class: 'a' },
    review_plan: { benefit: BENEFIT, cycle: 'review', class: 'a', set_by: 'rules', months: 12, counted_from: '2014-01-01', due_month: '2014-12-01', differences: [] },
    review_postponement: { from_month: '2014-10-01', to_month: '2014-11-01', law },
    review_start: { benefit: `${BENEFIT}-${place.id}`, from_month: '2014-01-01' },
    roll: { benefit: BENEFIT, month: '2014-10-01', kind: 'main', follows: null, previous_id: null, known_at: 0, state: 'closed', version: 1, drawn_to: null },
    roll_event: { version: 1, step: 'draw', state: 'drawn', post_id: null },
    roll_line: { line_no: 1, hukou_kind: 'urban', persons: 1, fen: 50_000, regular_fen: 50_000, arrears_fen: 0, recovery_fen: 0, change: 'new', retry_of: null, status: 'paid', bank_code: 'rcb', account_last_four: '0000', account_cipher: null, account_hash: null },
    roll_line_item: { for_month: '2014-10-01', item: 'difference', fen: 50_000, cause: 'regular', known_from: 0, known_to: null },
    roll_finding: { kind: 'no-account', must_hold: false },
    roster_import: { first_month: '2014-01-01', state: 'done' },
    sample_draw: { ratio: '0.3', document: null, point: 1, drawn: true, purpose: 'county-visit' },
    sample_seed: { month: '2014-10-01', seed: Buffer.alloc(32, place.id), purpose: 'county-visit' },
    service_record: { how: 'direct', served_on: null },
    service_window: { level: place.level === 'town' || place.level === 'village' ? place.level : 'city', opened_on: '2014-01-01', closed_on: null },
    stored_file: { media_type: 'text/plain' },
    supervision_note: { source: 'task', state: 'open', answer_by: '2014-12-01', path: `/cases/${idOf(place.id)}` },
    frozen_figure: { indicator: 'subsistence-allowance.registered-households', breakdown: [], value: null },
    remedy: { kind: 'reconsideration' },
    verification_request: { categories: ['bank'], state: 'sent', agency: 'bank' },
  };
}
