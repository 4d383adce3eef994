import type { Benefit } from '../contract/matter.ts';
import { AppError } from '../contract/refusal.ts';
import type { Rules } from '../contract/rules.ts';
import { searchPath, shortDivisionCode } from '../policy/division-path.ts';
import { contains } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';

/**
 * The one version of the law that holds for a place (division codes, most specific first) on a day: of those in force the most specific.
 * Throws AppError('rules-missing') when none holds and AppError('rules-ambiguous') when two of the same division do: both are defects of
 * a declaration, found by the conformance test.
 */
export function getRules<F>(benefit: Pick<Benefit<F>, 'id' | 'title' | 'rules'>, divisions: readonly string[], day: PlainDate): Rules<F> {
  const inForce = benefit.rules.filter((rules) => contains(rules.applies, day));
  for (const division of searchPath(divisions)) {
    const here = inForce.filter((rules) => shortDivisionCode(rules.applies.division) === division);
    if (here.length > 1) {
      throw new AppError('rules-ambiguous', `${benefit.title}（${benefit.id}）：${division} 在 ${day} 同时有 ${here.map((rules) => rules.id).join('、')}。改它们的 applies`);
    }
    if (here[0] !== undefined) return here[0];
  }
  throw new AppError('rules-missing', `${benefit.title}（${benefit.id}）：${divisions.join('、')} 在 ${day} 没有可用的规则。补一个版本，或改 coveredFrom`);
}
