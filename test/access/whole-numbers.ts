import { idCardCheckDigit } from '../../src/kernel/values/id-card-number.ts';

/** A number by which a person, an account or a telephone is found, standing whole in an answer. */
export interface WholeNumber { readonly kind: 'id-card' | 'account' | 'phone'; readonly number: string }

const ID = /^[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
const isIdCard = (text: string): boolean => ID.test(text) && idCardCheckDigit(text.slice(0, 17)) === text[17];

/** Finds them by their form alone, so that it does not matter where they came from: 18 digits with a date and the right check digit; 16 to 19 digits; a mobile number. */
export function findWholeNumbers(text: string): WholeNumber[] {
  const found: WholeNumber[] = [];
  for (const [number] of text.matchAll(/(?<![\w.])\d{11,19}X?(?!\w)/g)) {
    if (isIdCard(number)) found.push({ kind: 'id-card', number });
    else if (/^\d{16,19}$/.test(number)) found.push({ kind: 'account', number });
    else if (/^1[3-9]\d{9}$/.test(number)) found.push({ kind: 'phone', number });
  }
  return found;
}

/** Doors that are there to show a number whole, each with the reason; what they show is in the record of readings. */
export const showingDoors: Readonly<Record<string, string>> = {
  'casework.get-originals': '归档的原件、转移证明，写明用途',
  'complaints.show-reporter': '举报人的联系方式，写明用途',
  'payroll.get-bank-file': '交银行的文件，写明用途',
  'person.show-document': '一个证件号码，写明用途',
  'single-window.get-application': '求助时留的电话，带进申请表',
  'single-window.get-handover': '求助时留的电话，经办要联系',
  'single-window.get-intake': '求助时留的电话，窗口要联系',
};

/** Doors that show numbers whole though what they show is nobody's secret, or the caller typed it a moment ago. */
export const openNumbers: Readonly<Record<string, string>> = {
  'single-window.list-windows': '救助窗口的电话，向社会公布',
  'single-window.my-window': '本镇街窗口的电话，向社会公布',
  'access.my-account': '本人的登录名，居民多用自己的手机号',
  'casework.get-draft': '本人没写完的申请，本人自己填的',
  'drafts.get': '没写完的表，只有写的岗位自己读得到',
};
