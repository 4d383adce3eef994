import { clockDays, clockWords, type ClockDay, type ClockInput } from './clock-days.ts';
import { State } from './state.tsx';

const GAP = 4;

interface Placed extends ClockDay { readonly x: number; }
interface Laid { readonly cells: readonly Placed[]; readonly limitX: number; readonly width: number; readonly cell: number; }

/** Places the cells: 7 px a day and 2 between; long limits (60 天) get narrow cells so that the strip stays a strip. */
function layOut(days: readonly ClockDay[]): Laid {
  const cell = days.length > 24 ? 3 : 7;
  const pitch = cell + (cell === 7 ? 2 : 1);
  const cells: Placed[] = [];
  let x = 0;
  let limitX = 0;
  days.forEach((day, at) => {
    if (day.kind === 'over' && days[at - 1]?.kind !== 'over') x = limitX + 3;
    else if (day.gapBefore) x += GAP;
    cells.push({ ...day, x });
    if (day.kind !== 'over') limitX = x + cell + 3;
    x += pitch;
  });
  const last = cells.at(-1);
  const width = last?.kind === 'over' ? last.x + cell + 1 : limitX + 2;
  return { cells, limitX, width, cell };
}

/** 期限尺: the legal limit as a strip of days, the stroke where the law ends. Always beside its words. */
export function Clock({ days, label }: { days: readonly ClockDay[]; label: string }) {
  const { cells, limitX, width, cell } = layOut(days);
  const over = cells.at(-1)?.kind === 'over';
  return (
    <svg className="clock" width={width} height="16" viewBox={`0 0 ${width} 16`} role="img" aria-label={label}>
      {cells.map((day, at) => <Cell key={day.day} day={day} width={cell} tall={day.kind === 'today' || (over && at === cells.length - 1)} />)}
      <path className={over ? 'limit past' : 'limit'} d={`M${limitX} 0v16`} />
    </svg>
  );
}

function Cell({ day, width, tall }: { day: Placed; width: number; tall: boolean }) {
  if (tall) return <rect className={day.kind} x={day.x} y="0" width={width} height="16" />;
  if (day.kind === 'used' || day.kind === 'over') return <rect className={day.kind} x={day.x} y="3" width={width} height="10" />;
  return <rect className={day.kind} x={day.x + 0.5} y="3.5" width={width - 1} height="9" />;
}

/** The strip built from a limit, without words (for a narrow column; put `LimitWords` in the next). */
export function LimitClock({ limit }: { limit: ClockInput }) {
  return <Clock days={clockDays(limit)} label={clockWords(limit).label} />;
}

/** `剩 2 日 11-20 止`: vermilion when overdue, pen today, 公示 with its mark. */
export function LimitWords({ limit }: { limit: ClockInput }) {
  const { state, words, until } = clockWords(limit);
  const rest = <small className="nowrap until">{until}</small>;
  if (state === 'over') return <span className="nowrap"><b className="law-ink">{words}</b>{rest}</span>;
  if (state === 'today') return <span className="nowrap"><b className="filled">{words}</b>{rest}</span>;
  if (state === 'hold') return <span className="nowrap"><State kind="held">{words}</State>{rest}</span>;
  if (state === 'hold-over') return <span className="nowrap"><State kind="done">{words}</State>{rest}</span>;
  return <span className="nowrap">{words}{rest}</span>;
}
