/** Lists count exactly so far; beyond it they say 超过, for counting a whole city would take longer than reading the page. */
export const COUNTED_TO = 1000;

/** A count that stopped one beyond `COUNTED_TO`, as it stands on a screen: 873, 超过 1,000. Pure. */
export const countWords = (count: number): string => (count > COUNTED_TO ? `超过 ${COUNTED_TO.toLocaleString('en-US')}` : count.toLocaleString('en-US'));
