import type { DraftState } from './use-draft.ts';

/** 10:42 已存，断网不丢 */
export function DraftWords({ state }: { state: DraftState }) {
  return <small role="status" aria-live="polite">{wordsOf(state)}</small>;
}

function wordsOf(state: DraftState): string {
  switch (state.is) {
    case 'opening': return '';
    case 'saving': return '正在存…';
    case 'saved': return state.at === undefined ? '写一点，存一点' : `${clockOf(state.at)} 已存，断网不丢`;
    case 'kept': return '没有网，先存在这台手机上，有网就送';
    case 'refused': return `没有存上：${state.problem.title}`;
  }
}

const clockOf = (instant: string): string => new Date(instant).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
