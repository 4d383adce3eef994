/** A decision that is final. Square, one a page; never for a state that can still change. */
export function Seal({ words, granted }: { words: string; granted: boolean }) {
  return <span className={granted ? 'seal done' : 'seal'}>{words}</span>;
}
