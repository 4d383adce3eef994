import type { AsOf } from '../contract/rules.ts';

let places = 0;

/**
 * What a law makes of the facts of a household (who counts, what it earns): several criteria, the amount and the working ask the same of it in turn, and it is
 * worked out once. Pure, remembered by identity of what was asked. Where a household is judged under several sets of figures side by side (`rehearse.ts`), what
 * read none of the figures that differ holds under all of them and is kept with the household.
 */
export function workedOut<F, L, R>(work: (facts: F, law: L, asOf: AsOf) => R): (facts: F, law: L, asOf: AsOf) => R {
  const place = 2 * places;
  places += 1;
  // the last answer, for what is asked of one household in turn; loose, for it is set millions of times
  let [lastFacts, lastLaw, lastAsOf, lastAnswer, lastVaried]: [F | undefined, L | undefined, AsOf | undefined, R | undefined, boolean] = [undefined, undefined, undefined, undefined, false];
  return (facts, law, asOf) => {
    const { desk } = asOf;
    const onDesk = desk !== undefined && desk.facts === facts;
    if (onDesk && desk.kept[place] === law) return desk.kept[place + 1] as R;
    if (lastFacts === facts && lastLaw === law && lastAsOf === asOf) {
      if (desk !== undefined && lastVaried) desk.varied = true;
      return lastAnswer as R;
    }
    const before = desk?.varied ?? false;
    if (desk !== undefined) desk.varied = false;
    const answer = work(facts, law, asOf);
    lastVaried = desk?.varied ?? false;
    [lastFacts, lastLaw, lastAsOf, lastAnswer] = [facts, law, asOf, answer];
    if (desk !== undefined) {
      if (onDesk && !lastVaried) {
        desk.kept[place] = law;
        desk.kept[place + 1] = answer;
      }
      desk.varied = before || lastVaried;
    }
    return answer;
  };
}
