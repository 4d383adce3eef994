import { createHash } from 'node:crypto';

export interface Item { readonly category: string; readonly title: string; readonly fen?: number; readonly every?: 'month' | 'once'; readonly count?: number }

/** Answers for the households of the demonstration: 陈秀英's family of the walkthrough. */
const known: Readonly<Record<string, Readonly<Record<string, readonly Item[]>>>> = {
  'social-insurance': { '442099195301023010': [{ category: 'pension', title: '城乡居民养老金', fen: 16_500, every: 'month' }] },
  'bank-deposits': { '442099195801024423': [{ category: 'deposits', title: '活期存款', fen: 631_842, every: 'once' }] },
};

/** What an agency keeps about a person; the same number always gives the same answer. */
export function answersFor(agency: string, idNumber: string, set: ReadonlyMap<string, readonly Item[]>): readonly Item[] {
  return set.get(`${agency} ${idNumber}`) ?? known[agency]?.[idNumber] ?? (agency === 'bank-deposits' ? inventDeposits(idNumber) : []);
}

/** A small account for one in two, so that a check shows something; never so much that it decides. */
function inventDeposits(idNumber: string): readonly Item[] {
  const byte = createHash('sha256').update(idNumber).digest();
  return (byte[0] ?? 0) % 2 === 0 ? [] : [{ category: 'deposits', title: '活期存款', fen: ((byte[1] ?? 0) * 256 + (byte[2] ?? 0)) * 2, every: 'once' }];
}
