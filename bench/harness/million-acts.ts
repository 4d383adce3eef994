import type pg from 'pg';
import { DEMO_PASSWORD } from '../../demo/seed/staff.ts';
import { idNumberOf } from './plant-million.ts';
import { CITY } from './million-rows.ts';
import type { Act } from './open-loop.ts';
import type { Answer, Desk, WebProcess } from './web-process.ts';

/** Offices of the city at their desks: where each sits, and what lies there to be opened. */
export interface Office {
  readonly level: 'village' | 'town' | 'county' | 'city';
  readonly desk: Desk;
  readonly villages: readonly number[];
  readonly households: readonly number[];
  readonly openCases: readonly { readonly id: number; readonly version: number; readonly state: string }[];
}

const POSTS = [
  { level: 'village', role: 'village-clerk', of: 20 }, { level: 'town', role: 'town-clerk', of: 24 }, { level: 'county', role: 'approver', of: 6 }, { level: 'city', role: 'approver', of: 1 },
] as const;
const SAMPLED = 400;

/** Opens posts all over the city and signs each in over HTTP, as its holder would. */
export async function openOffices(owner: pg.Client, web: WebProcess): Promise<Office[]> {
  const offices: Office[] = [];
  for (const { level, role, of } of POSTS) {
    const { rows: places } = await owner.query<{ id: number; name: string }>(
      `select d.id, d.code as name from division d where d.level = $1 and d.valid_to is null and exists (select 1 from divisions_under(d.id) u join household h on h.division_id = u limit 1)
         and d.id in (select divisions_under(c.id) from division c where c.code = '${CITY}') order by md5(d.code) limit $2`, [level, of]);
    for (const place of places) {
      const login = `bench-${role}-${place.name}`;
      await owner.query(
        `with a as (insert into account (login, name, kind, password, command_id) select $1, '测速', 'staff', password, null from account where login = 'yuexiu' on conflict do nothing returning id)
         insert into post (account_id, role, division_id, valid_from, command_id) select a.id, $2, $3, '2010-01-01', null from a`, [login, role, place.id]);
      offices.push({ level, desk: await web.signIn(CITY, login, DEMO_PASSWORD), ...(await listWork(owner, place.id)) });
    }
  }
  return offices;
}

async function listWork(owner: pg.Client, place: number): Promise<Pick<Office, 'villages' | 'households' | 'openCases'>> {
  const { rows: [found] } = await owner.query<{ villages: number[]; households: string[]; cases: { id: number; version: number; state: string }[] | null }>(
    `with under as materialized (select divisions_under($1) as id)
     select array(select v.id from under u join division v on v.id = u.id where v.level = 'village' and v.valid_to is null) as villages,
            array(select h.id from household h where h.division_id in (select id from under) and h.id > 1000 order by md5(h.id::text) limit ${SAMPLED}) as households,
            (select jsonb_agg(to_jsonb(c)) from (select c.id, c.version, c.state from case_file c where c.division_id in (select id from under) and c.outcome is null and c.id > 1000 order by md5(c.id::text) limit ${SAMPLED}) c) as cases`, [place]);
  return { villages: found?.villages ?? [], households: (found?.households ?? []).map(Number), openCases: found?.cases ?? [] };
}

const SURNAMES = ['chen', 'li', 'huang', 'liang', 'he'];
const NAMES = ['陈秀', '李志强', '黄芳', '梁敏', '何丽'];

/** What people at the desks do all day, by how often. Everybody asks within an area of their own. */
export function everydayActs(offices: readonly Office[], draw: () => number): Act[] {
  const any = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T;
  const at = (...levels: readonly Office['level'][]): Office => any(offices.filter((office) => levels.length === 0 || levels.includes(office.level)));
  const withCases = offices.filter((office) => office.openCases.length > 0);
  const person = (office: Office): number => 1000 + any(office.households) * 3;
  const read = (what: string, share: number, ask: () => [Office, string, unknown]): Act => ({
    what, kind: 'read', share, run: async () => { const [office, door, body] = ask(); must(door, await office.desk.query(door, body)); },
  });
  return [
    read('查名字', 8, () => [at(), 'search.suggest', { text: any(NAMES) }]),
    read('查拼音', 8, () => [at(), 'search.suggest', { text: `${any(SURNAMES)}${any(['xiu', 'zhi', 'w', 'mi'])}` }]),
    read('查证件后六位', 6, () => { const office = at(); return [office, 'search.suggest', { text: idNumberOf(person(office)).slice(-6) }]; }),
    read('查案号', 6, () => { const office = at(); return [office, 'search.suggest', { text: `GZ-DB-2023-${String(any(office.households)).padStart(6, '0')}` }]; }),
    read('待办', 18, () => [at('village', 'town', 'county', 'city'), 'casework.list-tasks', {}]),
    read('办件页', 18, () => { const office = any(withCases); return [office, 'casework.get-case', { caseId: any(office.openCases).id }]; }),
    read('家庭页', 10, () => { const office = at(); return [office, 'household.get-household', { household: any(office.households) }]; }),
    read('人员页', 8, () => { const office = at(); return [office, 'person.get-person', { person: person(office) }]; }),
    read('人员名单', 4, () => [at(), 'person.list-people', {}]),
    read('家庭名单', 4, () => [at(), 'household.list-households', {}]),
    read('办件名单', 4, () => [at(), 'casework.list-cases', any([{}, { open: true }])]),
    read('低保户数', 1, () => [at('town', 'county'), 'statistics.get-figure', { id: 'subsistence-allowance.registered-households', day: '2024-05-20' }]),
    ...writeActs(offices, any, at),
  ];
}

function writeActs(offices: readonly Office[], any: <T>(from: readonly T[]) => T, at: (...levels: readonly Office['level'][]) => Office): Act[] {
  // each waiting application is accepted once
  const fresh = offices.filter((office) => office.level === 'town').flatMap((office) => office.openCases.filter((one) => one.state === 'received').map((one) => ({ office, one })));
  let [applied, corrected] = [0, 0];
  const versions = new Map<number, number>();
  return [
    { what: '登记申请', kind: 'write', share: 2, run: async () => {
      const office = at('town');
      must('register', await office.desk.command('casework.register-application', { matter: 'subsistence-allowance', values: applicationOf((applied += 1), await codeOf(office, any)) }));
    } },
    { what: '受理（办一步）', kind: 'write', share: 2, run: async () => {
      const next = fresh.pop();
      if (!next) throw new Error('too few applications wait to be accepted');
      must('accept', await next.office.desk.command('casework.take-step', { caseId: next.one.id, step: 'accept', seen: next.one.version, data: { complete: true, relativeOfStaff: false } }));
    } },
    { what: '更正人员信息', kind: 'write', share: 2, run: async () => {
      const office = at('town');
      const person = 1000 + (office.households[(corrected += 1) % office.households.length] as number) * 3;
      const seen = versions.get(person) ?? 1;
      versions.set(person, seen + 1);
      must('correct', await office.desk.command('person.correct-person', { person, seen, reason: '与户口簿核对', changes: { hukouKind: seen % 2 === 1 ? 'rural' : 'urban' } }));
    } },
  ];
}

const codes = new Map<number, string>();
/** Filled by the bench: which code a village has. */
export const noteCodes = (rows: readonly { id: number; code: string }[]): void => { for (const row of rows) codes.set(row.id, row.code); };
const codeOf = (office: Office, any: <T>(from: readonly T[]) => T): Promise<string> => Promise.resolve(codes.get(any(office.villages)) ?? '');

/** A household nobody has met yet: a man alone who lost his work. */
function applicationOf(nth: number, division: string): Record<string, unknown> {
  const id = idNumberOf(5_000_000 + nth);
  const name = '新申请';
  return {
    division, address: `新街 ${nth} 号`, phone: '13800000000', hukouKind: 'urban', application: 'household', singleParent: false, threeNone: false,
    members: [{ name, idCard: id, relation: 'self', hukouHere: true, livesTogether: true, hasDisability: false, seriousIllness: false, study: 'none', labour: 'partly', away: 'no' }],
    incomes: [{ person: name, source: 'wage', note: '打零工', regular: 'monthly', monthly: '300' }], deductions: [], movable: '1800.00', vehicles: 0, houses: 1,
    hasAccount: true, bankCode: '314', accountHolder: name, accountNumber: `9993140000${String(nth).padStart(9, '0')}`, authorise: true, relativeOfStaff: false, truthful: true,
  };
}

function must(door: string, answer: Answer): void {
  if (answer.status !== 200) throw new Error(`${door}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
}
