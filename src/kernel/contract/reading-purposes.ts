/**
 * 查看用途: why somebody opens what is otherwise masked, or takes a file with whole accounts. Chosen from this list, so that the auditor can put
 * like beside like; `other` is said in words of one's own. The title is what stands in the record of readings.
 */
export const READING_PURPOSES = {
  'check-document': '核对证件原件',
  'match-account': '银行核对户名',
  'inquire': '函询其他单位',
  'file-original': '打印归档的原件',
  'bundle': '打包归档',
  'move-certificate': '开具转移证明',
  'hand-to-bank': '交代发银行',
  'hand-again': '银行要求重发',
  'reconcile': '核对代发',
  'ask-reporter': '向举报人核实',
  'answer-reporter': '答复举报人',
  'contact': '联系本人或联系人',
  'check-record': '核对台账',
  'inspect': '监督检查',
  'other': '其他',
} as const;
export type ReadingPurpose = keyof typeof READING_PURPOSES;

/** What each reading may be for, in the order it is asked. The door takes no other. */
export const PURPOSES_OF = {
  document: ['check-document', 'match-account', 'inquire', 'inspect', 'other'],
  originals: ['file-original', 'bundle', 'move-certificate', 'inspect', 'other'],
  bankFile: ['hand-to-bank', 'hand-again', 'reconcile', 'other'],
  record: ['contact', 'check-record', 'inquire', 'inspect', 'other'],
  reporter: ['ask-reporter', 'answer-reporter', 'other'],
} as const satisfies Readonly<Record<string, readonly ReadingPurpose[]>>;
