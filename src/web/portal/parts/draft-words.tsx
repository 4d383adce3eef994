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
    case 'signed-out': return '登录到时间了，先存在这台手机上，登录了就送';
    case 'conflict': return `有 ${state.conflicts.length} 处两边写得不一样，先选好再存`;
    case 'sent': return '这份申请已经交上去了';
    case 'refused': return `没有存上：${state.problem.title}`;
  }
}

const clockOf = (instant: string): string => new Date(instant).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
