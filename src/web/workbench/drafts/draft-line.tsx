import type { DeskDraft } from './use-desk-draft.ts';

/** 10:42, in the office's own hour. */
const hour = (at: string): string => new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' });

/** Says that what stands in the form was left from another time, and how to begin anew. */
export function DraftLine({ draft }: { draft: DeskDraft }) {
  if (draft.since === undefined) return null;
  return <p className="note" role="status">接着上次没写完的，{hour(draft.since)} 存的。<button type="button" className="link" onClick={draft.startOver}>重新填</button></p>;
}
