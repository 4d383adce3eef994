import { useEffect, useState } from 'react';

/** True once `ms` have passed: what is quick shows nothing at all. */
export function useDelayed(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}

export interface LoadingProps {
  /** What is being fetched: 花名册. */
  readonly what?: string;
  /** `已算 12,400 户，共 46,000 户，约 20 秒` for anything over two seconds whose progress is known. */
  readonly progress?: { readonly done: number; readonly all: number; readonly unit: string; readonly seconds?: number };
  /** Empty ruled lines to keep the place. */
  readonly lines?: number;
}

/** Under 300 ms nothing is seen; then the ruled rows stand empty with 正在取…. No shimmer. `data-pending` says all the while that something is to come here. */
export function Loading({ what = '', progress, lines = 0 }: LoadingProps) {
  if (!useDelayed(300)) return <span data-pending hidden />;
  const about = progress?.seconds === undefined ? '' : `，约 ${progress.seconds} 秒`;
  const words = progress === undefined
    ? `正在取${what}…`
    : `已算 ${progress.done.toLocaleString('en-US')} ${progress.unit}，共 ${progress.all.toLocaleString('en-US')} ${progress.unit}${about}`;
  return (
    <div className="loading" data-pending>
      <output>{words}</output>
      {lines === 0 ? null : <div className="lines" aria-hidden="true">{Array.from({ length: lines }, (_, at) => <i key={at} />)}</div>}
    </div>
  );
}
