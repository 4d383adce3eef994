/**
 * Text as people and old spreadsheets write it, brought to one form before anything is compared or stored.
 */

/** ０-９ (full-width, typed with a Chinese input method) become 0-9. Nothing else changes. */
export function normaliseDigits(text: string): string {
  return text.replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/**
 * Takes away spaces of every kind at both ends: half- and full-width, no-break, tabs, line ends, and the invisible
 * ones (zero-width, byte-order mark, direction marks) that copied cells carry.
 */
export function trimAll(text: string): string {
  return text.replace(EDGE_SPACES, '');
}

const SPACE = String.raw`[\s\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]`;
const EDGE_SPACES = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');

/**
 * Whether a name holds a character (生僻字) that printers, banks and older systems may not show: a Han character outside the
 * basic block (U+4E00–9FFF) and extension A (U+3400–4DBF), or one from a private-use area, where old systems drew their own.
 * Whether a certain bank's file can carry a character is that file's question (GBK has less than extension A).
 */
export function hasRareCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isPrivateUse(code)) return true;
    if (/\p{Script=Han}/u.test(character) && !isCommonHan(code) && !isHanSign(code)) return true;
    if (code >= 0x20000 && code <= 0x3ffff) return true;
  }
  return false;
}

function isCommonHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

/** 々 〇 and their neighbours belong to the Han script but every font has them. */
function isHanSign(code: number): boolean {
  return code >= 0x3005 && code <= 0x3007;
}

function isPrivateUse(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xf0000 && code <= 0x10fffd);
}
