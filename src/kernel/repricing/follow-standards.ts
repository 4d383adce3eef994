import type { Tx } from '../db/tx.ts';
import { loadBook } from '../policy/load-book.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import { monthOf, type Month } from '../values/month.ts';
import { firstDayOf } from '../values/plain-date.ts';
import { listChanges } from './affected.ts';
import { describeChange } from './describe-change.ts';
import { listPathsOf } from './list-paths.ts';
import { loadVersions, type LoadedVersion } from './load-versions.ts';
import { priceVersion } from './price-version.ts';
import { writeVersions, type Replacement } from './write-versions.ts';

/**
 * A grant that has just been written was priced with the standards of one day. Where a standard already signed holds for other months of it, those
 * months follow: a household granted in December under November's standard is paid January's from January. What cannot be told stays as written.
 */
export async function followStandards(tx: Tx, grants: readonly number[], from: Month): Promise<void> {
  const registry = await loadRegistry();
  const book = await loadBook(tx);
  const versions = await loadVersions(tx, registry, grants, from, null);
  const paths = await listPathsOf(tx, [...new Set(versions.map((version) => version.divisionId))], { books: [book], benefits: versions.flatMap((version) => registry.findBenefit(version.benefit)?.benefit ?? []) });
  const replace = (version: LoadedVersion): Replacement[] => {
    const found = registry.findBenefit(version.benefit);
    const parameters = (found?.matter.parameters ?? []).filter((one) => one.kind === 'money').map((one) => one.id);
    const divisions = paths.get(version.divisionId) ?? [];
    const place = { divisions, hukouKind: version.hukouKind };
    if (!found || listChanges(book, parameters, place, monthOf(version.pricedOn), version.toMonth).length === 0) return [];
    const answer = priceVersion(version, { benefit: found.benefit, divisions, parameters, oldBook: book, newBook: book, from: version.fromMonth, to: version.toMonth });
    if (answer.is === 'review' || answer.stretches.every((stretch) => stretch.assessment === null)) return [];
    return [{ version, stretches: answer.stretches, reason: (stretch) => describeChange(parameters, place, stretch.from, { book, day: version.pricedOn }, { book, day: firstDayOf(stretch.from) }) }];
  };
  await writeVersions(tx, versions.flatMap(replace));
}
