import { normaliseDigits } from '../../values/chinese-text.ts';

/** What a person at the desk typed, understood: a document's number, its last six, letters of a name, the number of a case, household, roll or complaint, a paper's 文号, a month, or a name. */
export type SearchText =
  | { readonly kind: 'document'; readonly number: string }
  | { readonly kind: 'last-six'; readonly number: string }
  | { readonly kind: 'letters'; readonly letters: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'paper'; readonly number: string }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'nothing' };

/** Pure. Full-width digits and letters are read as half-width; spaces inside numbers are left out. */
export function readSearchText(typed: string): SearchText {
  const text = normaliseDigits(typed).normalize('NFKC').trim();
  const compact = text.replace(/\s/g, '');
  if (compact === '') return { kind: 'nothing' };
  if (/^\d{17}[\dx]$/i.test(compact) || /^[a-z]{1,3}\d{7,12}$/i.test(compact)) return { kind: 'document', number: compact.toUpperCase() };
  if (/^\d{5}[\dx]$/i.test(compact)) return { kind: 'last-six', number: compact.toUpperCase() };
  if (/^[a-z]+-[a-z\d-]*$/i.test(compact)) return { kind: 'number', number: compact.toUpperCase() };
  if (/^[a-z]+$/i.test(compact)) return { kind: 'letters', letters: compact.toLowerCase() };
  const month = /^(\d{4})(?:-|年)?(0?[1-9]|1[0-2])月?$/.exec(compact);
  if (month && compact.length > 5) return { kind: 'month', month: `${month[1]}-${month[2]?.padStart(2, '0')}` };
  if (/[〔［[(（]\d{4}/.test(compact)) return { kind: 'paper', number: compact.replace(/[［[(（]/, '〔').replace(/[］\])）]/, '〕') };
  if (/^[\d-]+$/.test(compact)) return { kind: 'nothing' };
  return { kind: 'name', name: text };
}

/** Everything that begins with a text stands in [text, afterPrefix(text)) when compared byte by byte. */
export const afterPrefix = (text: string): string => `${text}\u{10ffff}`;
