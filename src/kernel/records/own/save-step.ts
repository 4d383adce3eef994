import { Refusal } from '../../contract/refusal.ts';
import type { SheetSource } from '../../contract/register-import.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { readStoredFile } from '../../documents/store-file.ts';
import { keepPasted } from '../import/keep-pasted.ts';
import { carryHidden, type DesignProblem } from './compare-declarations.ts';
import { appendStep, loadDeclaration, readGround, refuseStale, takenSeries, type KeptDeclaration, type KeptSource } from './declaration-rows.ts';
import type { OwnDeclaration } from './declaration-shape.ts';
import { listProblems } from './list-problems.ts';
import { keptDeclaration } from './own-home.ts';
import { proposeSeries } from './propose-series.ts';

export interface SavedStep { readonly register: string; readonly version: number; readonly step: number; readonly problems: readonly DesignProblem[] }

/** Writes an edition as a draft, or sends it to a second pair of eyes: then nothing may stand against it. A new register gets its id here. */
export async function saveStep(tx: Tx, by: CommandContext, sent: OwnDeclaration, options: { readonly register?: string | undefined; readonly seen?: number | undefined; readonly send?: boolean | undefined; readonly note?: string | undefined; readonly source?: SheetSource | undefined }): Promise<SavedStep> {
  const known = options.register === undefined ? undefined : await loadDeclaration(tx, options.register, true);
  if (known) refuseStale(known.last, options.seen ?? 0);
  if (known?.last.state === 'publishing') throw new Refusal('record.design-building');
  const register = known?.last.register ?? await nextId(tx);
  const before = known?.inForce?.declaration;
  const series = before?.series ?? (sent.series === '' ? proposeSeries(sent.title, await takenSeries(tx, register)) : sent.series);
  const declaration: KeptDeclaration = carryHidden(await keptDeclaration(renamed(sent, register, series)), before);
  const problems = listProblems(declaration, await readGround(tx, register, before));
  if (options.send && problems.length > 0) throw new Refusal('record.design-unready', { first: problems[0]?.sentence, problems });
  const version = (known?.inForce?.version ?? 0) + 1;
  const step = await appendStep(tx, by.caller, { register, version, state: options.send ? 'sent' : 'draft', declaration, division: known?.last.division_id ?? by.caller.post?.divisionId ?? 0, source: await keepSource(tx, by, options.source) ?? known?.last.source ?? null, ...(options.note === undefined ? {} : { note: options.note }) });
  return { register, version, step, problems };
}

/** The sheet by its file: what was pasted becomes one. A file the caller may not open is none. */
async function keepSource(tx: Tx, by: CommandContext, source: SheetSource | undefined): Promise<KeptSource | undefined> {
  if (source === undefined) return undefined;
  const file = 'file' in source ? source.file : await keepPasted(tx, by, source.pasted);
  await readStoredFile(tx, file);
  return { file, ...(source.sheet === undefined ? {} : { sheet: source.sheet }), ...(source.headRow === undefined ? {} : { headRow: source.headRow }) };
}

const nextId = async (tx: Tx): Promise<string> => `own-${(await tx.one<{ no: number }>(`select nextval('own_register_no') as no`)).no}`;

/** Under the id it has here: links to itself go with it. */
function renamed(declaration: OwnDeclaration, id: string, series: string): OwnDeclaration {
  const here = <F extends OwnDeclaration['fields'][number]>(field: F): F => (field.kind === 'link' && field.to === declaration.id ? { ...field, to: id } : field);
  return {
    ...declaration, id, series, fields: declaration.fields.map(here),
    ...(declaration.subRecords ? { subRecords: declaration.subRecords.map((sub) => ({ ...sub, fields: sub.fields.map(here) })) } : {}),
  };
}
