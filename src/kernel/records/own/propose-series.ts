import { namePinyin } from '../../values/pinyin.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A head for a new register's numbers: the first letters of how its title sounds, with another letter where that is taken. Pure. */
export function proposeSeries(title: string, taken: ReadonlySet<string>): string {
  const sound = namePinyin(title).initials.toUpperCase().replaceAll(/[^A-Z]/g, '');
  const head = (sound.length >= 2 ? sound : `${sound}TZ`).slice(0, 3);
  for (const one of [head.slice(0, 2), head]) if (!taken.has(one)) return one;
  for (const a of LETTERS) if (!taken.has(head.slice(0, 3) + a)) return head.slice(0, 3) + a;
  for (const a of LETTERS) for (const b of LETTERS) if (!taken.has(`${head.slice(0, 2)}${a}${b}`)) return `${head.slice(0, 2)}${a}${b}`;
  return '';
}
