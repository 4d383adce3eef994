import type { City } from '../../db/city.ts';
import { afterPrefix, type SearchText } from '../search/read-search-text.ts';
import { documentHashes, lastSixText, type DocumentKind } from './document-hash.ts';

const kinds: readonly DocumentKind[] = ['id-card', 'hk-mo-tw-residence-permit', 'foreign-permanent-residence', 'passport'];

/**
 * The condition on `person p` that a search text means, its parameters numbered from `first`; undefined when the text cannot mean a person.
 * Only operators that PostgreSQL knows to be leakproof (=, ~>=~, ~<~): any other loses its index behind row protection.
 */
export function personCondition(text: SearchText, city: City, first: number): { readonly sql: string; readonly values: readonly unknown[] } | undefined {
  const [a, b] = [`$${first}`, `$${first + 1}`];
  switch (text.kind) {
    case 'document': return {
      sql: `p.id in (select d.person_id from person_document d where d.kind = any(${a}::text[]) and d.number_hash = any(${b}::bytea[]) and not d.withdrawn)`,
      values: [kinds, kinds.flatMap((kind) => documentHashes({ city }, kind, text.number))],
    };
    case 'last-six': return {
      sql: `p.id in (select d.person_id from person_document d where d.last_six_hash = any(${a}::bytea[]) and not d.withdrawn)`,
      values: [city.keys.findHashes(lastSixText(text.number))],
    };
    case 'letters': return {
      // two readings of one index each: an `or` would be answered by gathering everybody of the area first
      sql: `p.id in (select l.id from person l where l.name_initials ~>=~ ${a} and l.name_initials ~<~ ${b} union all select l.id from person l where l.name_pinyin ~>=~ ${a} and l.name_pinyin ~<~ ${b})`,
      values: [text.letters, afterPrefix(text.letters)],
    };
    case 'name': return {
      sql: `(p.name ~>=~ ${a} and p.name ~<~ ${b})`, values: [text.name, afterPrefix(text.name)],
    };
    default: return undefined;
  }
}
