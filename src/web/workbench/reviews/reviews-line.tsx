import { useApiQuery } from '../../api-client.ts';
import { A } from '../../ui/link.tsx';

/** Reviews that wait for this office, in one line: household by household they would bury the worklist. */
export function ReviewsLine() {
  const counts = useApiQuery<{ readonly count: number; readonly overdue: number }>('reviews.count', {}, { everyMs: 60_000 }).data;
  if (counts === undefined || counts.count === 0) return null;
  return <p className="note"><A href="/reviews">定期复核 {counts.count.toLocaleString('en-US')} 户待办</A>{counts.overdue > 0 ? <>，<b className="law-ink">{counts.overdue.toLocaleString('en-US')} 户超期</b></> : ''}，成批办，不列在下面。</p>;
}
