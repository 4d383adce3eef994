import { defineRefusals } from '../../contract/refusal.ts';

/** Why a return file is not taken in; nothing of it is used then. */
const returnFileRefusals = defineRefusals({
  'return-file.empty': { status: 422, sentence: '回盘文件是空的。请向银行重新取回盘文件。' },
  'return-file.bank-file': { status: 422, sentence: '这是我们发给银行的代发文件，不是银行的回盘文件。请选择银行返回的文件。' },
  'return-file.no-trailer': { status: 422, sentence: '回盘文件没有结尾行，可能没传完整，也可能选错了文件。请向银行重新取回盘文件。' },
  'return-file.changed': { status: 422, sentence: '回盘文件的校验码不对：文件被改动过，或被其他软件另存过。请向银行重新取原文件，不要打开另存。' },
  'return-file.header': { status: 422, sentence: '回盘文件的首行不合格式。请确认文件来自约定的银行接口，并联系银行。' },
  'return-file.version': { status: 422, sentence: '回盘文件的格式版本不同。请联系银行确认使用第 1 版格式。' },
  'return-file.line': { status: 422, sentence: '回盘文件第 {line} 行不合格式。请把文件退给银行重新生成。' },
  'return-file.repeated': { status: 422, sentence: '回盘文件第 {line} 行的序号或流水号与前面重复。请把文件退给银行重新生成。' },
  'return-file.totals': { status: 422, sentence: '回盘文件的笔数或金额合计与明细不符。请把文件退给银行重新生成。' },
});

export default returnFileRefusals;
