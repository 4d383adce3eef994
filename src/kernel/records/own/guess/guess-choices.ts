import { trimAll } from '../../../values/chinese-text.ts';
import { plainWords } from '../../import/read-field.ts';

/** The few ways a column is filled, the most frequent first; `once`: written a single time in a long list, rather a slip of the pen than a choice. */
export interface GuessedChoices { readonly titles: readonly string[]; readonly once: readonly string[] }

/** A list of so many rows shows which words are slips. */
const LONG = 50;
/** Fewer rows say nothing about what may be chosen. */
const FEWEST = 6;
const LONGEST = 20;

/** The choices behind words that repeat; undefined where they do not. 文体 beside 文体活动 is the same, written short. Pure. */
export function guessChoices(text: readonly string[], { most }: { readonly most: number }): GuessedChoices | undefined {
  const written = text.map((one) => trimAll(one)).filter((one) => one !== '');
  const groups = [...Map.groupBy(written, plainWords)].map(([words, all]) => ({ words, title: all[0] ?? '', count: all.length }));
  const whole = groups.filter((one) => {
    const longer = one.words.length < 2 ? [] : groups.filter((other) => other !== one && other.words.startsWith(one.words));
    const [only] = longer;
    if (only === undefined || longer.length > 1) return true;
    only.count += one.count;
    return false;
  }).toSorted((a, b) => b.count - a.count);
  const once = written.length >= LONG ? whole.filter((one) => one.count === 1) : [];
  const kept = whole.filter((one) => !once.includes(one));
  if (written.length < FEWEST || kept.length < 2 || kept.length > most || once.length > written.length * 0.05 || written.length < kept.length * 2 || kept.some((one) => one.title.length > LONGEST)) return undefined;
  return { titles: kept.map((one) => one.title), once: once.map((one) => one.title) };
}
