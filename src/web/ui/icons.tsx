/** The sprite every page carries once: six state marks of twelve pixels, the search glass, the brand's lattice window, the hatch of 公示. */
export function Sprite() {
  return (
    <svg className="vh" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v4" style={{ stroke: 'var(--held)' }} strokeWidth="2" />
        </pattern>
      </defs>
      <symbol id="s-done" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="6" fill="currentColor" />
        <path d="M3 6.2 5.2 8.4 9 4" fill="none" style={{ stroke: 'var(--sheet)' }} strokeWidth="1.6" />
      </symbol>
      <symbol id="s-over" viewBox="0 0 12 12"><path d="M6 .5 12 11.5H0z" fill="currentColor" /></symbol>
      <symbol id="s-held" viewBox="0 0 12 12">
        <path d="M.8.8h10.4v10.4H.8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M4 3v6M8 3v6" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="s-wait" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 1.6" />
      </symbol>
      <symbol id="s-mine" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />
      </symbol>
      <symbol id="s-back" viewBox="0 0 12 12">
        <path d="M11 10.5V6.5A2.5 2.5 0 0 0 8.5 4H2M5 .8 1.6 4 5 7.2" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="i-find" viewBox="0 0 16 16">
        <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="m11 11 4 4" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="i-brand" viewBox="0 0 24 24">
        <path d="M2 2h20v20H2z" fill="none" stroke="currentColor" strokeWidth="2.5" />
        <path d="M8 2v14h14M2 8h14v14" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
    </svg>
  );
}

/** done 办结、已付、相符 · mine 轮到您 · wait 等别人 · held 公示 · over 超期、不符 · back 退回 */
export type StateKind = 'done' | 'mine' | 'wait' | 'held' | 'over' | 'back';

/** A mark of state. Always followed by its word, so readers skip it. */
export function Mark({ kind }: { kind: StateKind }) {
  return <svg className="mark" aria-hidden="true"><use href={`#s-${kind}`} /></svg>;
}

/** The search glass or the brand's mark; never without its word or label beside it. */
export function Icon({ name }: { name: 'find' | 'brand' }) {
  return <svg aria-hidden="true"><use href={`#i-${name}`} /></svg>;
}
