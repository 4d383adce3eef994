import { pinyin } from 'pinyin-pro';

/** A name as people type it to find someone: `zhangsan` and `zs`, lower-case without tones or spaces, ü as v. */
export interface NamePinyin {
  readonly full: string;
  readonly initials: string;
  /** One syllable for each character, for showing: ['zhang', 'san']. */
  readonly syllables: readonly string[];
}

/**
 * How a person's name sounds. The head of the name is read as a surname (单 shan, 仇 qiu, 解 xie, 区 ou, 尉迟 yu chi). Separators and
 * spaces are left out; letters stay, in lower case; a character without a known reading stays itself, so that the name is still found by it.
 */
export function namePinyin(name: string): NamePinyin {
  const spoken = name.normalize('NFKC').replace(/[^\p{Letter}\p{Number}\p{Private_Use}]/gu, '');
  const syllables = pinyin(spoken, { mode: 'surname', surname: 'head', toneType: 'none', type: 'array', v: true, toneSandhi: false })
    .map((syllable) => syllable.toLowerCase())
    .filter((syllable) => syllable !== '');
  return {
    full: syllables.join(''),
    initials: syllables.map((syllable) => Array.from(syllable)[0] ?? '').join(''),
    syllables,
  };
}
