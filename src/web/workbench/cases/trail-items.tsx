import type { TrailItem } from '../../ui/trail.tsx';
import type { CaseDetail } from './api.ts';

type Mark = CaseDetail['trail'][number];

/** 经过 of a case as the margin shows it; `short` leaves out what was written in the forms. */
export function trailItems(detail: Pick<CaseDetail, 'trail'>, options: { readonly short?: boolean } = {}): TrailItem[] {
  return detail.trail.map((mark) => ({ day: mark.on, kind: mark.kind, title: mark.title, note: withFiles(mark, noteOf(mark, options.short === true)) }));
}

/** What was handed in with a step stands under it and opens. */
function withFiles(mark: Mark, note: string): TrailItem['note'] {
  const files = mark.details.flatMap((one) => one.files ?? []);
  if (files.length === 0) return note || undefined;
  return <>{note}{files.map((file, at) => <span key={file}>{at === 0 && note === '' ? '' : '　'}<a href={`/api/files/${file}`}>材料 {at + 1}</a></span>)}</>;
}

function noteOf(mark: Mark, short: boolean): string {
  const who = mark.by === null ? '' : [mark.office, mark.by].filter(Boolean).join(' ');
  const written = short ? '' : mark.details.map((one) => (one.title === '' ? one.text : `${one.title}：${unstopped(one.text)}`)).join('。');
  return [who, written].filter(Boolean).join('。');
}

/** Without its full stop, for a sentence that goes on. */
export const unstopped = (text: string): string => text.replace(/[。；，.]+$/, '');
