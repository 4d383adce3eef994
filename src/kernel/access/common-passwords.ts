/** Words that head every list of passwords in use, and those of this house. Compared in small letters, without blanks and dashes, digits at either end left off. */
const WORDS = new Set((
  'password passwd passw0rd p@ssword p@ssw0rd admin administrator root guest test user login welcome letmein iloveyou woaini woaini1314 abc abcd abcdef a b q qq qwe qwer qwert qwerty qwertyuiop asd asdf asdfgh asdfghjkl zxc zxcv '
  + 'zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz 1qaz2wsx 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3 q1w2e3r4 dragon monkey sunshine princess football baseball superman master hello china zhongguo zhongshan guangdong guangzhou '
  + 'minzheng damingzheng daminzheng minzhengju dibao shehui 密码 我爱你 民政 民政局 大民政 中山 中国 admin@ changeme default temp secret aa aaa ab aaaa xx xxx ok'
).split(' '));

/** Digits after which nothing more comes of the order of the keys: 123456, 654321, 147258369. */
const ROWS = ['01234567890123456789', '98765432109876543210', '147258369', '963852741', '5201314', '1314520', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba', 'qwertyuiop', 'poiuytrewq', 'asdfghjkl', 'zxcvbnm'];

/** Whether a password (already in small letters, without blanks) is among the first an attacker tries: a known word with digits, a run of keys, one group over and over, a date. */
export function isCommonPassword(word: string): boolean {
  const bare = word.replaceAll(/^\d+|\d+$/g, '').replaceAll(/[!@#$%^&*.]+$/g, '');
  if (WORDS.has(word) || (bare !== '' && WORDS.has(bare))) return true;
  if (ROWS.some((row) => row.includes(word)) || isTwoRuns(word)) return true;
  if (/^(.{1,4})\1+.?$/u.test(word)) return true;
  return /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(word);
}

/** 123456abcdef, qwer1234: two runs of keys one after the other. */
function isTwoRuns(word: string): boolean {
  for (let at = 3; at <= word.length - 3; at += 1) {
    if (ROWS.some((row) => row.includes(word.slice(0, at))) && ROWS.some((row) => row.includes(word.slice(at)))) return true;
  }
  return false;
}
