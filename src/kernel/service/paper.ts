import { createHash } from 'node:crypto';
import type { LawReference } from '../contract/law.ts';
import type { Keyring } from '../db/keyring.ts';
import { canonicalJson } from '../values/canonical-json.ts';

/** What the paper of a decision says, as far as its digest goes. No name: the case number stands for the household. */
export interface PaperContent {
  readonly number: string;
  readonly caseNumber: string;
  readonly matter: string;
  readonly outcome: string;
  readonly decidedOn: string;
  readonly firstMonth: string | null;
  /** 分 a month */
  readonly fen: number | null;
  readonly grounds: readonly { readonly title: string; readonly result: string; readonly because: string; readonly law: LawReference }[];
  readonly statement: string;
  readonly officeName: string;
}

/** SHA-256 over the canonical words of a paper. Pure. */
export function digestPaper(content: PaperContent): Buffer {
  const grounds = content.grounds.map(({ title, result, because, law }) => ({ title, result, because, law }));
  return createHash('sha256').update(canonicalJson({ ...content, grounds })).digest();
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 校验码: eight characters nobody can guess from the number; letters and figures that look alike are left out. */
export function codeFor(keys: Pick<Keyring, 'mac'>, what: string, keyId?: string): string {
  return Array.from(keys.mac(what, keyId).subarray(0, 8), (byte) => LETTERS[byte % 32]).join('');
}

/** Whether a code was given out for this, under whichever key stood then. */
export const isCodeFor = (keys: Pick<Keyring, 'mac' | 'ids'>, what: string, code: string): boolean => keys.ids.some((id) => codeFor(keys, what, id) === code);

/** The words of a document number: the office's as the city declares it, 民 for civil affairs, the matter's first: 中民低字, 穗民低字. Pure. */
export const documentWord = (officeName: string, matterTitle: string, words: Readonly<Record<string, string>> = {}): string => `${words[officeName] ?? officeName.slice(0, 1)}民${matterTitle.slice(0, 1)}字`;
