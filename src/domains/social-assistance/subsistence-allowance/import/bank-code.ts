/** 行别代码: the first three digits of a bank's number in the payment systems of the central bank, by the names lists give it. */
const BANKS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['402', /农村信用|农信社?|信用社|信用联社/],
  ['314', /农商|农村商业/],
  ['403', /邮政|邮储/],
  ['103', /农业银行|^农行/],
  ['102', /工商银行|^工行/],
  ['105', /建设银行|^建行/],
  ['104', /中国银行|^中行/],
  ['301', /交通银行|^交行/],
  ['302', /中信银行/], ['303', /光大银行/], ['304', /华夏银行/], ['305', /民生银行/], ['306', /广发银行|广东发展银行/],
  ['307', /平安银行/], ['308', /招商银行|^招行/], ['309', /兴业银行/], ['310', /浦东发展银行|浦发银行/], ['315', /恒丰银行/], ['316', /浙商银行/],
  ['320', /村镇银行/],
];

/** The code of a bank as a list writes it (农商银行, 中山农村商业银行石岐支行, 农行); undefined when it cannot be told. */
export function findBankCode(name: string): string | undefined {
  const plain = name.normalize('NFKC').replace(/\s/g, '');
  return BANKS.find(([, pattern]) => pattern.test(plain))?.[0];
}
