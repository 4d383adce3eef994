/** Why the bank could not pay, and what the office does then. `0000` stands for a payment made. */
export const returnCodes = {
  '0000': { title: '成功', remedy: '' },
  E001: { title: '账户已销', remedy: '请收款人提供新的账户。' },
  E002: { title: '户名不符', remedy: '请核对户名与开户时的姓名（注意生僻字）。' },
  E003: { title: '账号不存在', remedy: '请对照存折或银行卡核对账号。' },
  E004: { title: '账户冻结', remedy: '请收款人到银行查明原因，或换一个账户。' },
  E005: { title: '账户挂失', remedy: '请收款人补卡后再发，或换一个账户。' },
  E006: { title: '身份证号不符', remedy: '请收款人到银行更新证件信息。' },
  E007: { title: '账户长期不动（睡眠户）', remedy: '请收款人到银行激活账户。' },
  E008: { title: '账户类型限额', remedy: '二、三类账户收款有限额，请换一类账户。' },
  E009: { title: '开户行不存在', remedy: '请核对开户行和联行号。' },
  E099: { title: '银行系统原因', remedy: '账户没有问题，可原样再发一次。' },
} as const;

export type ReturnCode = keyof typeof returnCodes;

/** The title of a code, `未知代码 X` for one the table does not know. */
export function titleOfReturnCode(code: string): string {
  return isReturnCode(code) ? returnCodes[code].title : `未知代码 ${code}`;
}

export function isReturnCode(code: string): code is ReturnCode {
  return Object.hasOwn(returnCodes, code);
}
