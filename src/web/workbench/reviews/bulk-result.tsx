import { Button } from '../../ui/button.tsx';
import { A } from '../../ui/link.tsx';
import type { BulkAnswer, ReviewRow } from './answers.ts';

/** How each household fared: those that could not be done, with the reason and the way on. */
export function BulkResult({ title, answer, rows, onClose }: { title: string; answer: BulkAnswer; rows: readonly ReviewRow[]; onClose: () => void }) {
  const back = answer.results.filter((one) => !one.ok);
  return (
    <section className="told bulk-result" aria-live="polite" aria-label="办理结果">
      <p><b>{title}：办好 {answer.done} 户{back.length > 0 ? `，退回 ${back.length} 户` : ''}。</b></p>
      {back.length === 0 ? null : <ul className="ruled">{back.map((one) => {
        const row = rows.find((each) => each.caseId === one.caseId);
        return <li key={one.caseId}><p className="l1"><A href={`/cases/${one.caseId}`}>{row?.head ?? '户主不在辖区'}</A><span className="quiet">{row?.village}</span></p><p className="note law-ink">{one.because}</p></li>;
      })}</ul>}
      <p className="acts"><Button onPress={onClose}>知道了</Button></p>
    </section>
  );
}
