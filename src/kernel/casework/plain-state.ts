import type { CaseStateDeclaration } from './case-procedure.ts';
import type { DecisionWords } from '../contract/procedure.ts';
import { formatDateLong, type PlainDate } from '../values/plain-date.ts';
import { formatYuan, type Fen } from '../values/money.ts';

/** What is going on and what the resident has to do, one sentence each. Pure. */
export function plainState(case_: {
  readonly state: Pick<CaseStateDeclaration, 'title' | 'kind' | 'outcome' | 'notice'>; readonly paused: boolean; /** The state waits for a step of the applicant. */ readonly asks: boolean; readonly missing: readonly string[]; readonly due: PlainDate | null;
  readonly notice: { readonly endsOn: PlainDate; readonly running: boolean } | null; readonly words: DecisionWords; readonly decision: { readonly outcome: string; readonly firstMonth: string | null; readonly fen: number | null; readonly statement: string } | null;
}): { doing: string; you: string } {
  const nothing = '现在不用您做什么，有结果会告诉您。';
  if (case_.state.outcome === 'granted') {
    const month = case_.decision?.firstMonth;
    // a status, not a sum
    if (case_.decision && !month && case_.decision.fen === null) return { doing: case_.decision.statement, you: '证明在“我的”里看、打印。家里收入、人口有变化，请及时告诉居委会或村委会。' };
    return { doing: `${case_.words.granted}了${case_.decision?.fen ? `，每月 ${formatYuan(case_.decision.fen as Fen)} 元` : ''}${month ? `，从 ${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月起发` : ''}。`, you: '家里收入、人口有变化，请及时告诉居委会或村委会。' };
  }
  if (case_.state.outcome === 'refused') return { doing: `${case_.words.plainNo}。${case_.decision?.statement ?? ''}`, you: '不同意这个结果，可以申请行政复议或者提起行政诉讼。情况有变化，可以再申请。' };
  if (case_.state.outcome === 'withdrawn') return { doing: '申请已经撤回。', you: '以后需要，可以再申请。' };
  if (case_.state.outcome === 'not-accepted') return { doing: '这次申请没有受理。', you: '可以到镇街窗口问明原因，再申请。' };
  if (case_.state.outcome === 'terminated') return { doing: `申请办到一半停下了。${case_.decision?.statement ?? ''}`, you: '愿意配合了，可以再申请。不同意这个结果，可以申请行政复议或者提起行政诉讼。' };
  if (case_.state.kind === 'final') return { doing: `${case_.state.title}。${case_.decision?.statement ?? ''}`, you: case_.state.outcome === 'continued' || case_.state.outcome === 'resumed' ? '家里收入、人口有变化，请及时告诉居委会或村委会。' : '不同意这个结果，可以申请行政复议或者提起行政诉讼。' };
  if (case_.paused) return { doing: '在等您补材料。', you: `请补：${case_.missing.join('、')}。` };
  if (case_.asks) return { doing: `${case_.state.title}。`, you: '请看看查到的对不对。不对的写下来，附上凭据，我们再查；您答复以前，期限停着。' };
  if (case_.state.notice && case_.notice?.running) return { doing: `正在公示，到 ${formatDateLong(case_.notice.endsOn)} 为止。只公布姓名（隐去一个字）、人数和金额。`, you: nothing };
  return { doing: `${case_.state.title}。${case_.due ? `最迟 ${formatDateLong(case_.due)} 办完这一步。` : ''}`, you: nothing };
}
