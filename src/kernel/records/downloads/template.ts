import ExcelJS from 'exceljs';
import { z } from 'zod';
import { defineDownload } from '../../contract/download.ts';
import type { RegisterField } from '../../contract/register.ts';
import { WORKBOOK_TYPE } from '../../documents/export-list.ts';
import { registerInput } from '../door-input.ts';
import { declarationsOf, fieldsOf, type Target } from '../import/meanings.ts';
import { getSub } from '../write/add-entries.ts';
import { getKept } from '../write/load-record.ts';

/** Rows that offer the choices of their columns. */
const OFFERED = 500;
/** Columns nobody needs in an empty sheet: the number is given here, the day of a state only where it differs. */
const LEFT_OUT = new Set(['$division']);

/** 模板: an empty sheet with the headings of a register or of one of its sub-records, choices to pick from, and a second sheet that says what goes where. */
export default defineDownload({
  id: 'records.template', title: '台账模板', allow: { staff: true }, input: z.strictObject({ register: registerInput, sub: z.string().max(40).optional() }),
  async open(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    const sub = input.sub === undefined ? undefined : getSub(home, input.sub);
    const title = sub?.title ?? home.register.title;
    const bytes = await writeTemplate({ register: home.register, sub }, title);
    return { fileName: `${title}-模板.xlsx`, mediaType: WORKBOOK_TYPE, pieces: (async function* one() { yield await Promise.resolve(bytes); })() };
  },
});

async function writeTemplate(target: Target, title: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(title.slice(0, 31));
  const words = book.addWorksheet('说明');
  words.addRow(['栏', '必填', '写什么']).font = { bold: true };
  const columns = declarationsOf(target).filter(({ key }) => !LEFT_OUT.has(key));
  sheet.addRow(columns.map((column) => column.title)).font = { bold: true };
  columns.forEach((column, at) => {
    const field = fieldsOf(target).find((one) => one.key === column.key);
    const options = column.key === '$state' ? Object.values(target.register.states).map((state) => state.title) : field?.kind === 'choice' ? (field.options ?? []).map((option) => option.title) : field?.kind === 'yes-no' ? ['是', '否'] : [];
    const letters = sheet.getColumn(at + 1);
    letters.width = Math.max(10, column.title.length * 2 + 4);
    if (field === undefined || !['integer', 'number', 'money', 'year'].includes(field.kind)) letters.numFmt = '@';
    const list = `"${options.join(',')}"`;
    if (options.length > 0 && list.length <= 255 && !options.some((option) => option.includes(','))) for (let row = 2; row <= OFFERED; row += 1) sheet.getCell(row, at + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [list] };
    words.addRow([column.title, column.required ? '必填' : '', hintOf(field, options, column.key)]);
  });
  words.getColumn(1).width = 24; words.getColumn(3).width = 80;
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  return Buffer.from(await book.xlsx.writeBuffer());
}

const HINTS: Readonly<Record<string, string>> = {
  $number: '台账里已有的那一条写它的编号，新的不写', $town: '镇街的名称或代码', $village: '村（社区）的名称或代码', $openedOn: '从哪一天起，如 2014-11-03', $since: '到现在这个状态的那一天', '$person.name': '照证件写',
  '$person.idNumber': '18 位，单元格设成文本', $parent: '编号，或登记的名称', $day: '如 2014-11-03',
};

function hintOf(field: RegisterField | undefined, options: readonly string[], key: string): string {
  if (field === undefined) return options.length > 0 ? `写一个：${options.join('、')}` : HINTS[key] ?? '';
  const words = { money: '元，最多两位小数', integer: `整数${field.unit === undefined ? '' : `，单位${field.unit}`}`, number: `数字${field.unit === undefined ? '' : `，单位${field.unit}`}`, date: '如 2014-11-03', month: '如 2014-11', year: '四位年份', place: '经度,纬度', link: '编号，或登记的全名', division: '名称或代码', 'yes-no': '是或否' } as Readonly<Record<string, string>>;
  const choice = field.kind === 'choice' ? `写一个：${options.join('、')}` : field.kind === 'choices' ? `可写几个，用顿号分开：${(field.options ?? []).map((option) => option.title).join('、')}` : words[field.kind] ?? '';
  return [choice, field.help ?? ''].filter((one) => one !== '').join('；');
}
