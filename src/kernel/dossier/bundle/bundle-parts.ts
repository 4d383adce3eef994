import type { Paper } from '../../contract/paper.ts';
import { READING_PURPOSES } from '../../contract/reading-purposes.ts';
import type { QueryContext } from '../../db/query.ts';
import type { Tx } from '../../db/tx.ts';
import type { ZipPart } from '../../documents/stream-zip.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { formatYuan, type Fen } from '../../values/money.ts';
import type { FiledPaper, HouseholdFile } from '../read-file.ts';
import { readFile } from '../read-file.ts';
import { readCasePapers } from '../read-case-papers.ts';
import { writeHtml, type Attachment, type Bundle, type Scan } from './write-html.ts';

/** Pictures a browser shows; anything else lies beside the bundle. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/svg+xml']);
const PURPOSE = 'bundle';
// oxlint-disable-next-line no-control-regex -- these may not stand in a file's name
const safe = (name: string): string => name.replaceAll('*', '＊').replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '-').slice(0, 80);

/** The files of several households as parts of one zip, one household after the other: the bundle, and the originals as they were handed in. */
export async function* bundleParts(tx: Tx, by: QueryContext, year: number, households: readonly number[]): AsyncGenerator<ZipPart> {
  for (const household of households) {
    const file = await readFile(tx, loadRegistry, { household, year }, by.today);
    if (!file) continue;
    by.saw('household', [household], READING_PURPOSES[PURPOSE]);
    const filed = await listFiled(tx, file);
    const folder = safe(`${file.number}-${year}`);
    const papers: Paper[] = [checklistPaper(file)];
    for (const one of file.cases) papers.push(...await readCasePapers(tx, by, one.caseId, PURPOSE));
    papers.push(...await rollPaper(tx, file));
    yield { name: `${folder}/档案.html`, content: writeHtml(makeBundle(tx, file, filed, papers, by)) };
    for (const [at, one] of filed.entries()) yield { name: `${folder}/${pathOf(one, at)}`, content: bytesOf(tx, one.fileId) };
  }
}

type Filed = FiledPaper & { readonly title: string; readonly mediaType: string };
const pathOf = (one: Filed, at: number): string => `附件/${safe(`${String(at + 1).padStart(2, '0')}-${one.title}-${one.person ?? ''}-${one.name}`.replaceAll('--', '-'))}`;

async function listFiled(tx: Tx, file: HouseholdFile): Promise<Filed[]> {
  const papers = file.cases.flatMap((one) => one.lines.flatMap((line) => line.papers.map((paper) => ({ ...paper, title: line.title }))));
  const types = new Map((await tx.rows<{ id: number; media_type: string }>('select id, media_type from stored_file where id = any ($1::bigint[])', [papers.map((paper) => paper.fileId)])).map((row) => [row.id, row.media_type]));
  return papers.map((paper) => ({ ...paper, mediaType: types.get(paper.fileId) ?? '' }));
}

async function readBytes(tx: Tx, id: number): Promise<Buffer> {
  return (await tx.one<{ bytes: Buffer }>('select bytes from stored_file where id = $1', [id])).bytes;
}
async function* bytesOf(tx: Tx, id: number): AsyncGenerator<Buffer> { yield await readBytes(tx, id); }

function makeBundle(tx: Tx, file: HouseholdFile, filed: readonly Filed[], papers: readonly Paper[], by: QueryContext): Bundle {
  const last = file.versions.at(-1);
  const titled = filed.map((one, at) => ({ one, at, title: `${one.title}${one.person === null ? '' : `，${one.person}`}${one.afterVersion > 0 ? `（附件，${one.reason ?? ''}）` : ''}` }));
  return {
    title: `${file.year}年社会救助家庭档案`, papers, demo: by.city.demo,
    cover: [['户号', file.number], ['户主', file.head], ['村居', file.place], ['年度', String(file.year)], ['办件', file.cases.map((one) => `${one.number} ${one.title}`).join('\n')], ['齐全', file.complete ? '各项齐全' : '有缺项，见归档清单'],
      ['封存', last ? `第 ${last.version} 版，${last.on}，${last.because}` : '还没有封存'], ['摘要', last?.digest ?? '无'], ['打包', `${by.today}，${by.caller.post?.divisionName ?? ''}${by.caller.account?.name ?? ''}`]],
    scans: titled.filter(({ one }) => SHOWN.has(one.mediaType)).map(({ one, title }): Scan => ({ title, on: one.on, mediaType: one.mediaType, read: () => readBytes(tx, one.fileId) })),
    attachments: titled.filter(({ one }) => !SHOWN.has(one.mediaType)).map(({ one, at, title }): Attachment => ({ title, on: one.on, path: pathOf(one, at) })),
  };
}

/** 归档清单: what has to be there and whether it is. */
function checklistPaper(file: HouseholdFile): Paper {
  return {
    id: 'checklist', title: '归档清单', heading: `${file.year}年归档清单`, meta: [file.place, `户号：${file.number}`], on: file.versions.at(-1)?.on ?? null, foot: [],
    pieces: file.cases.filter((one) => one.lines.length > 0).map((one) => ({
      is: 'table' as const, caption: `${one.number} ${one.title}`, head: ['材料', '有没有', '说明'],
      rows: one.lines.map((line) => [line.title, line.there ? '有' : line.due === 'after-decision' && !one.decided ? '未到' : '缺', line.papers.map((paper) => `${paper.person ?? ''}${paper.on}归${paper.afterVersion > 0 ? `，附件：${paper.reason ?? ''}` : ''}`).join('；')]),
    })),
  };
}

/** 花名册各月: the household's lines in the closed rolls of the year. */
async function rollPaper(tx: Tx, file: HouseholdFile): Promise<Paper[]> {
  const rows = await tx.rows<{ month: string; number: string; persons: number; fen: number; reason: string; status: string }>(
    `select to_char(r.month, 'YYYY-MM') as month, r.number, l.persons, l.fen, l.reason, l.status from roll_line l join roll r on r.id = l.roll_id
      where l.household_id = $1 and extract(year from r.month) = $2 and r.state = 'closed' order by r.month, r.id`, [file.household, file.year]);
  if (rows.length === 0) return [];
  const words: Readonly<Record<string, string>> = { paid: '到账', failed: '退回', held: '暂缓', withdrawn: '没有送出', nothing: '不付' };
  return [{ id: 'roll-lines', title: '各月花名册', heading: `${file.year}年各月花名册`, meta: [file.place, `户号：${file.number}`], on: null, foot: [],
    pieces: [{ is: 'table', caption: '各月', head: ['月份', '花名册', '人数', '金额（元）', '原因', '结果'], rows: rows.map((row) => [row.month, row.number, String(row.persons), formatYuan(row.fen as Fen), row.reason, words[row.status] ?? row.status]) }] }];
}
