import type { TrailItem } from '../../ui/trail.tsx';
import type { CaseDetail } from './api.ts';

type Mark = CaseDetail['trail'][number];

/** 经过 of a case as the margin shows it; `short` leaves out what was written in the forms. */
export function trailItems(detail: Pick<CaseDetail, 'trail'>, options: { readonly short?: boolean } = {}): TrailItem[] {
  return detail.trail.map((mark) => ({ day: mark.on, kind: mark.kind, title: mark.title, note: noteOf(mark, options.short === true) || undefined }));
}

function noteOf(mark: Mark, short: boolean): string {
  const who = mark.by === null ? '' : [mark.office, mark.by].filter(Boolean).join(' ');
  const written = short ? '' : mark.details.map((one) => (one.title === '' ? one.text : `${one.title}：${unstopped(one.text)}`)).join('。');
  return [who, written].filter(Boolean).join('。');
}

/** Without its full stop, for a sentence that goes on. */
export const unstopped = (text: string): string => text.replace(/[。；，.]+$/, '');
