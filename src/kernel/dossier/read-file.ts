import { kindOf, type ProcedureKind } from '../contract/procedure.ts';
import { citeLaw } from '../contract/law.ts';
import type { Tx } from '../db/tx.ts';
import { listHouseholdHits } from '../registers/household/list-household-hits.ts';
import type { Registry } from '../registry/registry.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { appliesTo } from './applies-to.ts';
import { caseGapsSql } from './case-gaps-sql.ts';
import { listFileYears } from './file-years.ts';
import { listContents, type DossierEntry } from './list-contents.ts';
import { readGate } from './require-complete.ts';
import { digestOf } from './seal-file.ts';

export interface FiledPaper { readonly id: number; readonly item: string; readonly fileId: number; readonly name: string; readonly on: PlainDate; readonly by: string; readonly person: string | null; readonly personId: number | null; readonly afterVersion: number; readonly reason: string | null }
export interface ChecklistLine { readonly key: string; readonly title: string; readonly due: 'approval' | 'after-decision'; readonly there: boolean; readonly scan: 'case' | 'member' | null; readonly law: string | null; readonly papers: readonly FiledPaper[] }
export interface FileCase {
  readonly caseId: number; readonly number: string; readonly title: string; readonly kind: ProcedureKind; readonly openedOn: PlainDate; readonly decided: boolean; readonly outcome: string | null;
  readonly gate: 'block' | 'flag'; readonly lines: readonly ChecklistLine[]; readonly members: readonly { readonly id: number; readonly name: string }[];
}
export interface FileVersion { readonly version: number; readonly on: PlainDate; readonly by: string; readonly because: string; readonly entries: number; readonly digest: string; /** Every row is still as it was sealed. */ readonly intact: boolean }
export interface HouseholdFile {
  readonly household: number; readonly number: string; readonly head: string; readonly place: string; readonly year: number; readonly years: readonly number[];
  readonly cases: readonly FileCase[]; readonly versions: readonly FileVersion[]; readonly contents: readonly DossierEntry[]; readonly complete: boolean;
}
interface CaseRow { id: number; number: string; matter: string; procedure: string; division_id: number; opened_on: PlainDate; outcome: string | null; household_id: number; decided: boolean; missing: string[] | null }

/** The file of a household and year as the caller may see it; undefined when there is none. */
export async function readFile(tx: Tx, source: () => Promise<Pick<Registry, 'matters' | 'findMatter'>>, asked: { household: number; year: number }, today: PlainDate): Promise<HouseholdFile | undefined> {
  const registry = await source();
  const [home] = await listHouseholdHits(tx, [asked.household], today);
  const years = await listFileYears(tx, asked.household);
  if (!home || !years.includes(asked.year)) return undefined;
  const rows = await tx.rows<CaseRow & Record<string, unknown>>(
    `with gaps as (${caseGapsSql(registry.matters, { day: '$3::date', known: '9007199254740991' })})
     select c.id, c.number, c.matter, c.procedure, c.division_id, c.opened_on, coalesce(c.outcome, (select x.outcome from decision x where x.case_id = c.id order by x.id desc limit 1)) as outcome, c.household_id, coalesce(g.decided, false) as decided, g.before || g.later as missing
       from case_file c left join gaps g on g.case_id = c.id where c.household_id = $1 and extract(year from c.opened_on) = $2 order by c.id`, [asked.household, asked.year, today]);
  const papers = await listPapers(tx, asked);
  const cases: FileCase[] = [];
  for (const row of rows) cases.push(await readCase(tx, registry, row, papers, today));
  const contents = await listContents(tx, asked);
  return {
    household: home.id, number: home.number, head: home.head ?? '户主不在辖区', place: home.place, year: asked.year, years, cases, contents,
    versions: await listVersions(tx, asked, contents), complete: cases.every((one) => one.lines.every((line) => line.there || (line.due === 'after-decision' && !one.decided))),
  };
}

async function readCase(tx: Tx, registry: Pick<Registry, 'findMatter'>, row: CaseRow, papers: readonly (FiledPaper & { caseId: number })[], today: PlainDate): Promise<FileCase> {
  const matter = registry.findMatter(row.matter);
  const procedure = matter?.procedures?.find((one) => one.id === row.procedure);
  const kind = procedure ? kindOf(procedure) : 'application';
  const items = (row.missing === null ? [] : matter?.dossier?.lists[kind] ?? []).filter((item) => appliesTo(item, row));
  const missing = new Set(row.missing ?? []);
  return {
    caseId: row.id, number: row.number, title: procedure?.title ?? matter?.title ?? row.matter, kind, openedOn: row.opened_on, decided: row.decided, outcome: row.outcome,
    gate: matter?.dossier ? await readGate(tx, matter.dossier, { division: row.division_id, day: today }) : 'flag',
    members: await tx.rows<{ id: number; name: string }>('select person_id as id, name_masked as name from case_member where case_id = $1 order by id', [row.id]),
    lines: items.map((item) => ({
      key: item.key, title: item.title, due: item.due, there: !missing.has(item.key), law: item.law ? citeLaw(item.law) : null,
      scan: item.proof.is === 'paper' ? item.proof.each : item.proof.is === 'any' && item.proof.of.some((one) => one.is === 'paper') ? 'case' : null,
      papers: papers.filter((paper) => paper.caseId === row.id && paper.item === item.key),
    })),
  };
}

const listPapers = (tx: Tx, asked: { household: number; year: number }) => tx.rows<FiledPaper & { caseId: number } & Record<string, unknown>>(
  `select p.id, p.case_id as "caseId", p.item, p.file_id as "fileId", f.name, p.filed_on as on, p.filed_by as by, p.person_id as "personId", m.name_masked as person, p.after_version as "afterVersion", p.reason
     from dossier_paper p join stored_file f on f.id = p.file_id left join case_member m on m.case_id = p.case_id and m.person_id = p.person_id where p.household_id = $1 and p.year = $2 order by p.id`, [asked.household, asked.year]);

/** Versions with whether each still stands: the digests chain, and every row sealed is in the file with the digest it had. */
async function listVersions(tx: Tx, asked: { household: number; year: number }, now: readonly DossierEntry[]): Promise<FileVersion[]> {
  const rows = await tx.rows<{ version: number; on: PlainDate; by: string; because: string; contents: { kind: string; id: number; digest: string }[]; previous: Buffer | null; digest: Buffer }>(
    `select version, sealed_on as on, sealed_by as by, because, contents, previous, digest from dossier_version where household_id = $1 and year = $2 order by version`, [asked.household, asked.year]);
  const present = new Map(now.map((entry) => [`${entry.kind} ${entry.id}`, entry.digest]));
  return rows.map((row, at) => ({
    version: row.version, on: row.on, by: row.by, because: row.because, entries: row.contents.length, digest: row.digest.toString('hex'),
    intact: digestOf(row.contents, row.previous).equals(row.digest) && (rows[at - 1]?.digest.equals(row.previous ?? Buffer.alloc(0)) ?? row.previous === null)
      && row.contents.every((entry) => present.get(`${entry.kind} ${entry.id}`) === entry.digest),
  }));
}
