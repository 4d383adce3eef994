import { fen as asFen, formatYuan } from '../../../kernel/values/money.ts';
import type { Assessment, WorkingStep } from '../../../kernel/contract/rules.ts';
import type { FormField } from '../../../kernel/contract/form.ts';
import { dayLong } from '../../ui/day-text.ts';
import { answerWords } from './case-answers.tsx';
import type { CaseDetail, CaseNotice } from './api.ts';
import { unstopped } from './trail-items.tsx';

type Mark = CaseDetail['trail'][number];

function valueWords(step: WorkingStep): string {
  if ('fen' in step.value) return `${formatYuan(asFen(step.value.fen))} 元`;
  if ('count' in step.value) return `${step.value.count} ${step.value.unit}`;
  return step.value.text;
}

/** The sum in one line, as the form has room for: 533.00 元 × 3 人 − 620.00 元 − 165.00 元. What was left out and the strokes between are not written. */
export function formulaLine(assessment: Pick<Assessment, 'working'>): string {
  const given = assessment.working.filter((step) => step.role !== 'result' && step.role !== 'answer' && step.role !== 'excluded');
  return given.map((step) => (step.op === '按' ? `（${step.label}，${valueWords(step)}）` : `${step.op === '' || step.op === '=' ? '' : ` ${step.op} `}${valueWords(step)}`)).join('').trim();
}

/** What was left out of the sum and why it may be: 助学金 300.00 不计入. */
export const excludedWords = (assessment: Pick<Assessment, 'working'>): string =>
  assessment.working.filter((step) => step.role === 'excluded').map((step) => `${step.label}${'text' in step.value ? step.value.text : ''}`).join('；');

/** The last act of each task, in order: one cell of the form each. A task done again after a return counts as it was done last. */
export function opinions(trail: readonly Mark[]): Mark[] {
  const acts = trail.filter((mark) => mark.kind === 'act' && mark.task !== null);
  return acts.filter((mark, at) => acts.findLastIndex((other) => other.task === mark.task) === at);
}

export const opinionWords = (mark: Mark): string => (mark.details.length === 0 ? `${mark.title}。` : mark.details.map((one) => `${one.title}：${unstopped(one.text)}。`).join(''));

/** 10月31日至11月7日公示 7 天，没有异议。 */
export function noticeWords(notice: CaseNotice, today: string): string {
  const answered = notice.objections.filter((one) => one.answer !== null).length;
  const end = notice.withdrawnOn === null ? '' : `${dayLong(notice.withdrawnOn)}撤回。`;
  const objections = notice.objections.length === 0 ? (notice.endsOn < today ? '没有异议。' : '') : `收到异议 ${notice.objections.length} 件，已答复 ${answered} 件。`;
  return `${dayLong(notice.postedOn)}张贴，公示 ${notice.days} 天，至${dayLong(notice.endsOn)}。${end}${objections}`;
}

/** The office as it signs: a city's own office is its bureau. */
export const officeWords = (office: string | null, city: string | undefined): string => (office !== null && office === city ? `${office}民政局` : (office ?? ''));

/** Answers of the form by the kind of their field: papers of every matter ask for the same few. */
export function findAnswer(detail: Pick<CaseDetail, 'form'>, match: (field: FormField) => boolean): string | undefined {
  const values = detail.form.values as Readonly<Record<string, unknown>>;
  const field = detail.form.declaration.sections.flatMap((section): readonly FormField[] => section.fields).find(match);
  return field === undefined ? undefined : answerWords(field, values[field.key]);
}
