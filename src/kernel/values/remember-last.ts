/**
 * A pure function that remembers its last answer, by identity of what it was asked with. For rules that several criteria, the amount and the working ask the
 * same of one household in turn. What throws is not remembered.
 */
export function rememberLast<A extends readonly unknown[], R>(answer: (...asked: A) => R): (...asked: A) => R {
  let last: { readonly asked: A; readonly answer: R } | undefined;
  return (...asked) => {
    if (last !== undefined && last.asked.length === asked.length && asked.every((one, at) => one === last?.asked[at])) return last.answer;
    last = { asked, answer: answer(...asked) };
    return last.answer;
  };
}
