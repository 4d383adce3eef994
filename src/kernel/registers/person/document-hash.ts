import type { City } from '../../db/city.ts';
import type { Tx } from '../../db/tx.ts';

export type DocumentKind = 'id-card' | 'hk-mo-tw-residence-permit' | 'foreign-permanent-residence' | 'passport';

interface OfCity { readonly city: Pick<City, 'keys'> }

/** What of a document number is hashed: the same whatever case or width it was typed in. */
export const documentText = (kind: string, number: string): string => `${kind}:${number.normalize('NFKC').toUpperCase()}`;
export const lastSixText = (six: string): string => `last-six:${six}`;

/** Keyed hash under which a document number is written, to be found again. */
export const documentHash = (by: OfCity, kind: DocumentKind, number: string): Buffer => by.city.keys.findHash(documentText(kind, number));

/** Every keyed hash a document number may still be written under: more than one while the keys are being changed. */
export const documentHashes = (by: OfCity, kind: DocumentKind, number: string): readonly Buffer[] => by.city.keys.findHashes(documentText(kind, number));

export interface AskedDocument { readonly kind: DocumentKind; readonly number: string; readonly name: string }

/** The people behind documents, wherever they live: for each found its place among those asked. Shows no name, only whether it is the one given. */
export async function findByDocuments(tx: Tx, by: OfCity, asked: readonly AskedDocument[]): Promise<{ readonly at: number; readonly personId: number; readonly sameName: boolean }[]> {
  if (asked.length === 0) return [];
  const tried = asked.flatMap((one, at) => documentHashes(by, one.kind, one.number).map((hash) => ({ at, hash })));
  const rows = await tx.rows<{ nth: number; person_id: number; same_name: boolean }>(
    'select nth, person_id, same_name from people_by_documents($1, $2, $3) order by nth',
    [tried.map(({ at }) => asked[at]?.kind), tried.map(({ hash }) => hash), tried.map(({ at }) => asked[at]?.name)]);
  return rows.map((row) => ({ at: tried[row.nth - 1]?.at as number, personId: row.person_id, sameName: row.same_name }));
}
