import { isCommonPassword } from './common-passwords.ts';
import type { SignInRules } from './sign-in-rules.ts';

/** Whose password it is, and the words about him that others know too. */
export interface PasswordHolder { readonly kind: 'staff' | 'resident' | 'system'; readonly login: string; readonly name: string; readonly pinyin?: string | null; readonly birthDate?: string | null; readonly phone?: string | null }

/** Kinds of characters: letters, digits, anything else (a Chinese word counts). */
const kindsIn = (text: string): number => [/[a-z]/i, /\d/, /[^a-z\d\s]/i].filter((kind) => kind.test(text)).length;
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s\-_.]/g, '');

/** How a birthday or a telephone number gets into passwords. */
function wordsAbout({ login, name, pinyin, birthDate, phone }: PasswordHolder): string[] {
  const day = birthDate?.replaceAll('-', '') ?? '';
  return [login, name, pinyin ?? '', day, day.slice(2), phone ?? '', (phone ?? '').slice(-8)].map(plain).filter((word) => word.length >= 2);
}

/** How many characters are left when the words about oneself and years are taken out. */
const restWithout = (word: string, about: readonly string[]): number =>
  [...about.toSorted((a, b) => b.length - a.length).reduce((rest, one) => rest.replaceAll(one, ''), word).replaceAll(/(19|20)\d{2}/g, '')].length;

/**
 * Why a password will not do, in sentences its holder understands; empty when it will. Residents are asked for length only: a sentence of everyday words is
 * good, signs nobody can find on the keyboard are not asked for. Staff: two kinds of characters, or long. Pure; earlier passwords are compared elsewhere.
 */
export function judgePassword(password: string, holder: PasswordHolder, rules: SignInRules): string[] {
  const least = holder.kind === 'resident' ? rules.residentLength : rules.staffLength;
  const length = [...password].length;
  const word = plain(password);
  const no: string[] = [];
  if (length < least) no.push(`太短了，至少 ${least} 个字，现在 ${length} 个。`);
  else if (holder.kind === 'staff' && kindsIn(password) < 2 && length < rules.longEnough) no.push(`只有一种字符。字母、数字、别的符号至少用两种，或者写到 ${rules.longEnough} 个字以上。`);
  if (restWithout(word, wordsAbout(holder)) < least / 2 && wordsAbout(holder).some((about) => word.includes(about))) no.push('里面主要是您的账号、名字、生日或电话，别人猜得到。换一个。');
  if (isCommonPassword(word)) no.push('这个密码太常见，别人一试就中。换一个，比如几个不相干的词连起来。');
  return no;
}
