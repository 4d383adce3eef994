import { defineRefusals } from '../../contract/refusal.ts';

/** Why a file a clerk hands in is not opened, and the way out. Codes are stable; the sentences stand on the screen. */
const workbookRefusals = defineRefusals({
  'workbook.empty': {
    status: 422,
    sentence: '这个文件是空的（0 字节）。请检查是否选错了文件，或重新保存后再上传。',
  },
  'workbook.too-large': {
    status: 413,
    sentence: '文件超过 20 MB。请删去图片和不用的工作表，或按镇街、村居分成几个文件再上传。',
  },
  'workbook.old-format': {
    status: 415,
    sentence: '这是旧格式的表格（.xls 或 .et），不能可靠地读出身份证号。请用 Excel 或 WPS 打开，选“另存为”，类型选“Excel 工作簿(*.xlsx)”，再上传新文件。',
  },
  'workbook.encrypted': {
    status: 415,
    sentence: '这个文件有密码，打不开。请用 Excel 或 WPS 打开，在“文件—信息—保护工作簿”里取消密码，保存后再上传。',
  },
  'workbook.macros': {
    status: 415,
    sentence: '这个文件带宏，为了安全不打开。请用 Excel 或 WPS 另存为“Excel 工作簿(*.xlsx)”（不带宏的那一种），再上传。',
  },
  'workbook.binary': {
    status: 415,
    sentence: '这是二进制表格（.xlsb）。请用 Excel 或 WPS 另存为“Excel 工作簿(*.xlsx)”，再上传。',
  },
  'workbook.open-document': {
    status: 415,
    sentence: '这是 .ods 表格。请用 WPS 或 LibreOffice 另存为“Excel 工作簿(*.xlsx)”，再上传。',
  },
  'workbook.plain-text': {
    status: 415,
    sentence: '这是文本文件（CSV），不是表格。请在 Excel 或 WPS 里用“数据—导入文本”打开，把身份证号、银行账号两列的类型选为“文本”，再另存为 .xlsx 上传；直接双击打开会弄坏身份证号。',
  },
  'workbook.web-page': {
    status: 415,
    sentence: '这个文件其实是网页或 XML（有的系统导出的 .xls 是这样）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿(*.xlsx)”，再上传。',
  },
  'workbook.not-a-workbook': {
    status: 415,
    sentence: '这个文件不是 Excel 表格。请选 .xlsx 文件；若是 Word、图片或压缩包，请先把名单填到表格里。',
  },
  'workbook.inflates-too-large': {
    status: 413,
    sentence: '这个文件解压后过大，为了安全不打开。请把需要的行复制到一个新的工作簿，另存为 .xlsx 再上传。',
  },
  'workbook.too-many-rows': {
    status: 413,
    sentence: '表格超过 200000 行（没有内容、只设了格式的空行也算）。请选中名单下面的空行整行删除后保存，或分成几个文件再上传。',
  },
  'workbook.too-many-cells': {
    status: 413,
    sentence: '表格里的单元格过多（只设了格式的空列也算）。请把名单复制到一个新的工作簿，另存为 .xlsx 再上传。',
  },
  'workbook.damaged': {
    status: 422,
    sentence: '这个文件已损坏，或不是标准的 .xlsx。请用 Excel 或 WPS 打开（提示修复时选“是”），另存为新的 .xlsx，再上传。',
  },
});

export default workbookRefusals;

export type WorkbookRefusalCode = keyof typeof workbookRefusals;

export interface WorkbookRefusal {
  readonly ok: false;
  readonly code: WorkbookRefusalCode;
  readonly sentence: string;
}

export function refuseWorkbook(code: WorkbookRefusalCode): WorkbookRefusal {
  return { ok: false, code, sentence: workbookRefusals[code].sentence };
}
