import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { LawReference } from '../../contract/law.ts';
import type { Matter, QuickCheck } from '../../contract/matter.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Assessment, Need, WorkingStep } from '../../contract/rules.ts';
import { divisionPath } from '../../policy/division-path.ts';
import { loadBook } from '../../policy/load-book.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { assess, type AssessAt } from '../assess.ts';
import { readFacts } from '../read-facts.ts';

/** What a matter would come to by what was told: never a promise, every ground with its reason, and what is still missing. */
export interface Estimate {
  readonly matter: string;
  readonly title: string;
  readonly get: string;
  readonly outcome: Assessment['outcome'];
  /** 分 a month by what was told; null when it cannot be worked out, or nothing would be paid. */
  readonly fen: number | null;
  readonly grounds: readonly { readonly id: string; readonly title: string; readonly result: 'met' | 'unmet' | 'unknown'; readonly because: string; readonly law: LawReference }[];
  readonly missing: readonly Need[];
  readonly assumes: readonly string[];
  readonly working: readonly WorkingStep[];
  /** Some figure of it stands in for one whose document is not there (演示值). */
  readonly demo: boolean;
  readonly applies: boolean;
}

/** 算一算: the law of today in this city, applied to a few answers. Open to anyone; nothing is stored or logged. */
export default defineQuery({
  id: 'benefits.check-eligibility', title: '算一算能申请什么', allow: { anyone: true },
  input: z.strictObject({ matter: z.string().max(60).optional(), answers: z.record(z.string().max(60), z.union([z.string().max(60), z.number(), z.boolean(), z.null()])) }),
  async run(tx, input, by): Promise<Estimate[]> {
    const { matters } = await loadRegistry();
    const at: AssessAt = { book: await loadBook(tx), divisions: divisionPath(by.city.code), day: by.today };
    return matters.flatMap((matter) => (input.matter === undefined || input.matter === matter.id ? estimate(matter, input.answers, at) : []));
  },
});

function estimate(matter: Matter, answers: Readonly<Record<string, unknown>>, at: AssessAt): Estimate[] {
  const check = matter.portal?.check;
  const benefit = check && matter.benefits?.find((one) => one.id === check.benefit);
  if (check === undefined || benefit === undefined || at.day < benefit.coveredFrom) return [];
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== ''));
  checkAnswers(check, given);
  const read = readFacts(benefit, check.facts(given));
  if (!read.ok) throw new Refusal('input.invalid', { fields: read.errors });
  const answer = assess(benefit, read.facts, at);
  const grounds = answer.grounds.filter((ground) => ground.result !== 'met' || !check.presumes.includes(ground.id));
  return [{
    matter: matter.id, title: matter.title, get: matter.portal?.get ?? matter.title, outcome: answer.outcome, fen: amountOf(answer),
    grounds: grounds.map(({ id, title, result, because, law, needs }) => ({ id, title, result, because: result === 'unknown' && needs.every(({ kind }) => kind === 'fact') ? `还没说：${needs.map((need) => askedAs(check, need).title).join('、')}` : because, law })),
    missing: grounds.flatMap((ground) => ground.needs).map((need) => askedAs(check, need)),
    assumes: check.assumes, working: answer.working, demo: answer.parameters.some((one) => one.demo),
    applies: (matter.procedures ?? []).length > 0,
  }];
}

/** A fact that is missing, in the words of the question that was left open. */
function askedAs({ asks, form }: QuickCheck, need: Need): Need {
  const field = form.sections.flatMap((section) => section.fields).find((one) => one.key === asks[need.id]);
  return need.kind === 'fact' && field !== undefined ? { ...need, title: field.plainTitle ?? field.title } : need;
}

function checkAnswers({ form }: QuickCheck, given: Readonly<Record<string, unknown>>): void {
  const fields = form.sections.flatMap((section) => section.fields);
  const errors = fields.flatMap((field) => {
    const answer = given[field.key];
    if (answer === undefined) return field.required === true ? [{ path: field.key, code: 'form.required', sentence: `${field.title}还没有写。` }] : [];
    const number = field.kind === 'money' || field.kind === 'integer';
    const fits = number ? Number.isSafeInteger(answer) && (answer as number) >= (field.min ?? 0) && (field.max === undefined || (answer as number) <= field.max)
      : field.kind === 'yes-no' ? typeof answer === 'boolean' : field.options?.some((option) => option.value === answer) ?? typeof answer === 'string';
    return fits ? [] : [{ path: field.key, code: 'form.unreadable', sentence: number ? '这里要写数字。没有的话，写 0。' : '这一题没有看懂，请再选一次。' }];
  });
  if (errors.length > 0) throw new Refusal('input.invalid', { fields: errors });
}

/** The answer of the working, also while something else is still unknown: what it would be. */
function amountOf({ outcome, fen, working }: Assessment): number | null {
  if (outcome === 'granted') return fen > 0 ? fen : null;
  if (outcome === 'refused') return null;
  const value = working.find((step) => step.role === 'answer')?.value;
  return value !== undefined && 'fen' in value && value.fen > 0 ? value.fen : null;
}
