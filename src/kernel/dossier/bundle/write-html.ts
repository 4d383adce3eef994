import type { PaperPiece } from '../../contract/paper.ts';
import { fieldRows, paginate, type Side } from './paginate.ts';
import type { Paper } from '../../contract/paper.ts';

/** A scan that stands in the bundle as a side of its own. */
export interface Scan { readonly title: string; readonly on: string; readonly mediaType: string; readonly read: () => Promise<Buffer> }
/** A file that lies beside the bundle. */
export interface Attachment { readonly title: string; readonly on: string; readonly path: string }
export interface Bundle {
  readonly title: string;
  /** Label and value, for the cover. */
  readonly cover: readonly (readonly [string, string])[];
  readonly papers: readonly Paper[];
  readonly scans: readonly Scan[];
  readonly attachments: readonly Attachment[];
  readonly demo: boolean;
}

const INDEX_ROWS = 30;
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const lines = (text: string): string => escape(text).replaceAll('\n', '<br>');

/** One document of A4 sides for the archive: cover, index with page numbers, every paper, every scan; nothing in it is fetched from anywhere. */
export async function* writeHtml(bundle: Bundle): AsyncGenerator<string> {
  const sides = bundle.papers.map((paper) => paginate(paper));
  const entries = bundle.papers.length + bundle.scans.length + bundle.attachments.length;
  const indexSides = Math.max(1, Math.ceil(entries / INDEX_ROWS));
  const total = 1 + indexSides + sides.flat().length + bundle.scans.length;
  let page = 1;
  const side = (body: string): string => `<section class="a4"><div class="body">${body}</div><footer><span>${bundle.demo ? '演示，人和户都是编的' : ''}</span><span>第 ${page} 页，共 ${total} 页</span></footer></section>\n`;
  yield `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(bundle.title)}</title><style>${STYLE}</style></head><body>\n`;
  yield side(`<div class="cover"><h1>${escape(bundle.title)}</h1><table>${bundle.cover.map(([label, value]) => `<tr><th>${escape(label)}</th><td>${lines(value)}</td></tr>`).join('')}<tr><th>页数</th><td>${total}</td></tr></table></div>`);
  const rows = listIndex(bundle, sides, 2 + indexSides);
  for (let at = 0; at < indexSides; at += 1) {
    page += 1;
    yield side(`<h1>卷内目录</h1>${tableHtml(['序号', '材料', '日期', '页'], rows.slice(at * INDEX_ROWS, (at + 1) * INDEX_ROWS), 'index')}`);
  }
  for (const one of sides.flat()) { page += 1; yield side(sideHtml(one)); }
  for (const scan of bundle.scans) {
    page += 1;
    yield side(`<h2>${escape(scan.title)}</h2><img alt="${escape(scan.title)}" src="data:${escape(scan.mediaType)};base64,${(await scan.read()).toString('base64')}">`);
  }
  yield '</body></html>\n';
}

function listIndex(bundle: Bundle, sides: readonly Side[][], first: number): string[][] {
  let page = first;
  const numbered: [string, string, string][] = [];
  for (const [at, paper] of bundle.papers.entries()) { numbered.push([paper.title, paper.on ?? '未形成', String(page)]); page += sides[at]?.length ?? 1; }
  for (const scan of bundle.scans) { numbered.push([scan.title, scan.on, String(page)]); page += 1; }
  for (const one of bundle.attachments) numbered.push([`${one.title}（${one.path}）`, one.on, '附件']);
  return numbered.map((row, at) => [String(at + 1), ...row]);
}

function sideHtml(side: Side): string {
  const { paper } = side;
  return `<h1>${escape(paper.heading)}${side.parts > 1 ? `<small>（${side.part}／${side.parts}）</small>` : ''}</h1><p class="meta">${paper.meta.map((one) => `<span>${escape(one)}</span>`).join('')}</p>${side.pieces.map(pieceHtml).join('')}${side.part === side.parts ? `<p class="foot">${paper.foot.map(escape).join('　')}</p>` : ''}`;
}

function pieceHtml(piece: PaperPiece): string {
  switch (piece.is) {
    case 'text': return `<p>${lines(piece.text)}</p>`;
    case 'table': return `<h3>${escape(piece.caption)}</h3>${tableHtml(piece.head, piece.rows, '', piece.widths)}`;
    case 'fields': return `<table class="fields"><colgroup><col style="width:19%"><col style="width:31%"><col style="width:19%"><col style="width:31%"></colgroup>${fieldRows(piece.fields).map((row) => `<tr>${row.map((field) => `<th>${escape(field.label)}</th><td${row.length === 1 ? ' colspan="3"' : ''}>${lines(field.value)}</td>`).join('')}</tr>`).join('')}</table>`;
    case 'signatures': return `<div class="signatures">${piece.places.map((one) => `<p>${escape(one.label)}：${escape(one.name)}<span>${escape(one.day) || '　　　年　　月　　日'}</span></p>`).join('')}</div>`;
  }
}

const tableHtml = (head: readonly string[], rows: readonly (readonly string[])[], name = '', widths: readonly number[] = []): string =>
  `<table class="${name}"><colgroup>${widths.map((width) => `<col style="width:${width}%">`).join('')}</colgroup><thead><tr>${head.map((one) => `<th>${escape(one)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

const STYLE = `@page{size:A4;margin:0}*{box-sizing:border-box;margin:0}body{font:10.5pt/5.2mm "FangSong","STFangsong","Noto Sans SC",serif;color:#000;background:#ddd}
.a4{width:210mm;height:297mm;padding:18mm 16mm 16mm 22mm;background:#fff;margin:0 auto 6mm;position:relative;overflow:hidden;break-after:page;break-inside:avoid}
.a4:last-child{break-after:auto}footer{position:absolute;left:22mm;right:16mm;bottom:8mm;display:flex;justify-content:space-between;font-size:9pt}
h1{font:700 16pt/9mm "SimSun","STSong","Noto Sans SC",serif;text-align:center;margin-bottom:4mm}h1 small{font-size:10pt}h2{font-size:12pt;margin-bottom:3mm}h3{font-size:10.5pt;line-height:5.2mm;margin:1.5mm 0}
.meta{display:flex;justify-content:space-between;margin-bottom:2mm}p{margin-bottom:2mm}.foot{font-size:9pt;margin-top:3mm}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:2mm}th,td{border:.3mm solid #000;padding:1.1mm 1.4mm;text-align:center;overflow-wrap:anywhere;font-weight:400;vertical-align:middle}.fields td{text-align:left}
.index th:first-child,.index td:first-child{width:14mm}.index th:nth-child(3),.index td:nth-child(3){width:28mm}.index th:last-child,.index td:last-child{width:16mm}.index td:nth-child(2){text-align:left}
.signatures{display:grid;grid-template-columns:1fr 1fr;gap:4mm 8mm;margin-top:4mm}.signatures p{display:flex;justify-content:space-between;min-height:10mm;align-items:end}
.cover{padding-top:60mm}.cover h1{font-size:26pt;line-height:14mm;margin-bottom:24mm}.cover th{width:34mm}.cover td{text-align:left}img{max-width:100%;max-height:235mm;display:block;margin:0 auto}
@media print{body{background:none}.a4{margin:0}}`;
