/** One floating bar of a bridge: from the level before to the level after. */
export interface Bridge { readonly x: number; readonly width: number; readonly end: number; readonly up: boolean; }

/** Places the changes of a month one after another on one scale, `width` pixels between the lowest and the highest level. */
export function bridgeBars(changes: readonly number[], width: number): Bridge[] {
  let level = 0;
  const levels = [0, ...changes.map((change) => (level += change))];
  const low = Math.min(...levels);
  const scale = width / (Math.max(...levels) - low || 1);
  return changes.map((change, at) => {
    const from = ((levels[at] ?? 0) - low) * scale;
    const to = ((levels[at + 1] ?? 0) - low) * scale;
    return { x: Math.min(from, to), width: Math.max(1, Math.abs(to - from)), end: to, up: change >= 0 };
  });
}

/** A bar in its table row; the thin line leads the eye to the next row. The figure beside it says the same to readers. */
export function BridgeBar({ bar, last, width = 220 }: { bar: Bridge; last: boolean; width?: number }) {
  return (
    <svg className="bridge-bar" width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
      {last ? null : <path d={`M${bar.end.toFixed(1)} 14v24`} />}
      <rect className={bar.up ? 'up' : 'dn'} x={bar.x} y="2" width={bar.width} height="12" />
    </svg>
  );
}
