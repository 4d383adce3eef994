import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Caller } from '../../src/kernel/access/caller.ts';
import type { Role } from '../../src/kernel/access/roles.ts';
import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import { demoCities } from '../../src/kernel/db/cities.ts';
import { openCity, type City } from '../../src/kernel/db/city.ts';
import { divisionPath } from '../../src/kernel/policy/division-path.ts';
import { makeParameterBook } from '../../src/kernel/policy/parameter-book.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import type { Stage } from './bench.ts';
import { grantedFamilies, type Family } from './families.ts';

/** A city whose households already have grants, ready for a roll or a new standard. */
export interface AidedCity {
  readonly city: City;
  readonly owner: pg.Client;
  readonly households: number;
  readonly persons: number;
  /** A new person in a post of the city. */
  post(role: Role): Promise<Caller>;
  close(): Promise<void>;
}

export const BENCH_CITY = '442000';
const DECIDED = plainDate('2020-09-15');
/** Different households; each is copied many times under members of its own. */
const KINDS = 2_000;
const TOWNS = 24;
const VILLAGES = 12;

/**
 * 中山 with 24 towns of 12 villages and so many households, each granted on facts of its own from October 2020 on. Written past the
 * doors (no command, no signature): what is measured starts after it. The same number gives the same city.
 */
export async function plantAidedCity(stage: Stage, households: number): Promise<AidedCity> {
  const databaseUrl = await stage.databaseUrl();
  const owner = new pg.Client({ connectionString: databaseUrl, options: `-c search_path=city_${BENCH_CITY},ext -c datestyle=ISO -c client_min_messages=warning` });
  await owner.connect();
  try {
    return await plant(stage, owner, databaseUrl, households);
  } catch (error) {
    await owner.end();
    throw error;
  }
}

async function plant(stage: Stage, owner: pg.Client, databaseUrl: string, households: number): Promise<AidedCity> {
  await owner.query(`update city set demo = true, demo_day = '2020-12-22'`);
  await plantDivisions(owner);
  const { parameters, parameterValues } = await loadRegistry();
  const families = grantedFamilies(makeParameterBook(parameters, parameterValues, { demo: true }), divisionPath('442000001001'), DECIDED, Math.min(KINDS, households));
  stage.say(`  种入 ${households} 户…`);
  const began = performance.now();
  await owner.query('set session_replication_role = replica');
  const persons = await plantRegister(owner, families, households);
  await plantGrants(owner, families, households);
  await owner.query('set session_replication_role = origin');
  for (const table of PLANTED) await owner.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select coalesce(max(id), 1) from ${table}))`);
  await owner.query(`select setval('command_no', 100)`);
  // as autovacuum leaves a database that has stood for a while
  await owner.query(`vacuum analyze ${[...PLANTED, 'division'].join(', ')}`);
  await owner.query('checkpoint');
  stage.say(`  种好，${((performance.now() - began) / 1000).toFixed(0)} 秒`);
  const city = openCity(demoCities.find((one) => one.code === BENCH_CITY) ?? demoCities[0]!, { databaseUrl, dataDir: stage.dataDir, connections: 8 });
  return {
    city, owner, households, persons,
    post: (role) => openPost(owner, city, role),
    close: async () => { await city.close(); await owner.end(); },
  };
}

const PLANTED = ['person', 'household', 'household_version', 'payee_account', 'grant_takeover', 'benefit_grant', 'grant_version', 'grant_line', 'grant_person', 'person_standing'];

async function plantDivisions(owner: pg.Client): Promise<void> {
  await owner.query(`insert into division (code, name, level, valid_from) values ('44', '广东省', 'province', '2000-01-01')`);
  await owner.query(`insert into division (code, name, level, parent_id, valid_from) select '442000', '中山市', 'city', id, '2000-01-01' from division where code = '44'`);
  await owner.query(`insert into division (code, name, level, parent_id, valid_from) select '442000' || lpad(t::text, 3, '0'), '第' || t || '镇', 'town', d.id, '2000-01-01' from generate_series(1, ${TOWNS}) t, division d where d.code = '442000' order by t`);
  await owner.query(`insert into division (code, name, level, parent_id, valid_from) select d.code || lpad(v::text, 3, '0'), '第' || v || '社区', 'village', d.id, '2000-01-01' from division d, generate_series(1, ${VILLAGES}) v where d.level = 'town' order by d.code, v`);
}

/** People, households and their accounts. Household n is of kind n modulo the kinds, in village n modulo the villages. */
async function plantRegister(owner: pg.Client, families: readonly Family[], households: number): Promise<number> {
  await owner.query('create temp table kind (nth int primary key, persons int, hukou text, facts text, kept text, fen bigint, rules text)');
  await owner.query('insert into kind select * from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[])', [
    families.map((_, at) => at), families.map((f) => f.persons), families.map((f) => (JSON.parse(f.facts) as { hukouKind: string }).hukouKind),
    families.map((f) => f.facts), families.map((f) => f.kept), families.map((f) => f.assessment.fen), families.map((f) => f.assessment.rules.id)]);
  await owner.query(`create temp table village as select id, row_number() over (order by code) - 1 as nth from division where level = 'village'`);
  await owner.query(`create temp table home as select n as id, v.id as division_id, k.nth as kind, k.persons, k.hukou, sum(k.persons) over (order by n) - k.persons as before
    from generate_series(1, ${households}) n join kind k on k.nth = n % ${families.length} join village v on v.nth = (n / 7) % ${TOWNS * VILLAGES} order by n`);
  await owner.query('analyze home');
  await owner.query(`insert into person (id, name, name_pinyin, name_initials, sex, hukou_kind, hukou_division_id, residence_division_id, handling_division_id, command_id) overriding system value
    select h.before + m, '户' || h.before + m, 'hu', 'h', 'unknown', h.hukou, h.division_id, h.division_id, h.division_id, 1 from home h, generate_series(1, h.persons) m order by h.id, m`);
  await owner.query(`insert into household (id, number, head_person_id, division_id, address, hukou_kind, command_id) overriding system value
    select id, 'ZS-HH-2014-' || lpad(id::text, 7, '0'), before + 1, division_id, '民生路 ' || id || ' 号', hukou, 1 from home order by id`);
  await owner.query(`insert into household_version (id, household_id, division_id, head_person_id, address, hukou_kind, valid_from, known_from, reason, command_id) overriding system value
    select id, id, division_id, before + 1, '民生路 ' || id || ' 号', hukou, '2010-01-01', 1, '测速', 1 from home order by id`);
  await owner.query(`insert into payee_account (id, household_id, division_id, holder_name, holder_person_id, bank_code, bank_name, number_cipher, number_hash, key_id, last_four, valid_from, known_from, command_id) overriding system value
    select id, id, division_id, '户' || before + 1, before + 1, '402603000012', '中山农商银行', sha256(id::text::bytea) || sha256('x')::bytea, sha256(('a' || id)::bytea), 'k1', lpad((id % 10000)::text, 4, '0'), '2010-01-01', 1, 1 from home order by id`);
  const { rows: [sum] } = await owner.query<{ persons: number }>('select sum(persons)::int as persons from home');
  return sum?.persons ?? 0;
}

/** Grants with their first version as decided: facts, explanation and working kept, one line or more. Member keys are the persons' numbers. */
async function plantGrants(owner: pg.Client, families: readonly Family[], households: number): Promise<void> {
  await owner.query(`insert into grant_takeover (id, division_id, benefit, document_title, document_digest, first_month, grants, persons, fen, command_id) overriding system value
    select 1, id, 'subsistence-allowance', '测速', '\\x00', '2020-10-01', ${households}, 1, 1, 1 from division where code = '442000'`);
  await owner.query(`insert into benefit_grant (id, benefit, takeover_id, household_id, division_id, first_month, command_id) overriding system value select id, 'subsistence-allowance', 1, id, division_id, '2020-10-01', 1 from home order by id`);
  const { rows: homes } = await owner.query<{ id: string; division_id: number; kind: number; before: string }>('select id, division_id, kind, before from home order by id');
  await copy(owner, `grant_version (id, grant_id, benefit, household_id, division_id, from_month, known_from, state, persons, hukou_kind, fen, facts, rules, assessment, basis, change, reason, command_id)`, homes, (home) => {
    const family = families[home.kind] as Family;
    const facts = family.facts.replaceAll(/@(\d)/g, (_all, nth: string) => String(Number(home.before) + Number(nth)));
    return [[home.id, home.id, 'subsistence-allowance', home.id, home.division_id, '2020-10-01', 1, 'paid', family.persons, hukouOf(family), family.assessment.fen, facts, family.assessment.rules.id, family.kept, 'assessment', 'opened', '批准', 1]];
  });
  await copy(owner, 'grant_line (version_id, household_id, division_id, item, person_id, fen, command_id)', homes, (home) => (families[home.kind] as Family).assessment.lines
    .map((line) => [home.id, home.id, home.division_id, line.item, line.person === undefined ? null : Number(home.before) + Number(line.person.slice(1)), line.fen, 1]));
  await owner.query(`insert into grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month, known_from, command_id)
    select h.id, h.id, 'subsistence-allowance', h.before + m, h.id, h.division_id, '2020-10-01', 1, 1 from home h, generate_series(1, h.persons) m order by h.id, m`);
  await owner.query(`insert into person_standing (exclusive, standing, person_id, period, known_from, source, source_id)
    select g.exclusive, g.standing, p.person_id, daterange(p.from_month, p.to_month), 1, 'grant', p.id from grant_person p join standing_group g on g.standing = p.benefit order by p.id`);
}

const hukouOf = (family: Family): string => (JSON.parse(family.facts) as { hukouKind: string }).hukouKind;

type Cell = string | number | null;

async function copy<R>(owner: pg.Client, into: string, from: readonly R[], rowsOf: (row: R) => readonly (readonly Cell[])[]): Promise<void> {
  const stream = owner.query(copyFrom(`copy ${into} from stdin`));
  const done = once(stream, 'finish');
  let text = '';
  for (const one of from) {
    for (const row of rowsOf(one)) text += `${row.map((cell) => (cell === null ? '\\N' : typeof cell === 'number' ? cell : cell.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t'))).join('\t')}\n`;
    if (text.length < 500_000) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await done;
}

let posts = 0;
async function openPost(owner: pg.Client, city: City, role: Role): Promise<Caller> {
  const { rows: [row] } = await owner.query<{ id: string }>(
    `with a as (insert into account (login, name, kind, command_id) values ($1, $2, 'staff', 0) returning id)
     insert into post (account_id, role, division_id, valid_from, command_id) select a.id, $2, d.id, '2000-01-01', 0 from a, division d where d.code = '${BENCH_CITY}' returning id`, [`bench-${(posts += 1)}`, role]);
  return callerOfPost(city, Number(row?.id));
}
