import type { ReactNode } from 'react';
import { ApiProblem } from '../api-client.ts';

/** Beside the thing: what happened in a sentence, what was kept, how to go on. The code stands small at the end. */
export function ErrorNote({ problem, kept, children }: { problem: Error | undefined | null; kept?: string; children?: ReactNode }) {
  if (problem === undefined || problem === null) return null;
  const known = problem instanceof ApiProblem ? problem : undefined;
  return (
    <div className="error-note" role="alert">
      <p className="what">{known?.title ?? '这一块没有显示出来。请重新打开这一页；还不行，请把下面的号码告诉管理员。'}</p>
      {known?.detail === undefined ? null : <p>{known.detail}</p>}
      {kept === undefined ? null : <p>{kept}</p>}
      {children === undefined ? null : <div className="acts">{children}</div>}
      <p className="code">{known?.code ?? 'screen.failed'}{known?.request === undefined ? '' : `　编号 ${known.request}`}</p>
    </div>
  );
}
