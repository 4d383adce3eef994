import type { FieldError } from '../../../../kernel/contract/form.ts';
import { checkIdCardNumber } from '../../../../kernel/values/id-card-number.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { facts as factsSchema, type Facts, type FactsInput } from './facts.ts';
import { BANKS, SOURCES } from './form-sections.ts';
import { RELATIONS } from './terms.ts';

/** Answers as the form's check leaves them: money in 分, yes-no as boolean, lists as rows. */
export type Answers = Readonly<Record<string, unknown>>;
export type FormFacts = { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly errors: readonly FieldError[] };
type MemberInput = FactsInput['members'][number];
type IncomeInput = NonNullable<MemberInput['incomes']>[number];

const text = (answers: Answers, key: string): string => (typeof answers[key] === 'string' ? answers[key].trim() : '');
const whole = (answers: Answers, key: string): number | undefined => (typeof answers[key] === 'number' ? answers[key] : undefined);
const isYes = (answers: Answers, key: string): boolean => answers[key] === true;
const rows = (answers: Answers, key: string): readonly Answers[] => (Array.isArray(answers[key]) ? (answers[key] as readonly Answers[]) : []);

/** What each 来源 is in the law's words. */
const SOURCE_KINDS: Readonly<Record<keyof typeof SOURCES, Pick<IncomeInput, 'category' | 'kind'>>> = {
  wage: { category: 'wage' },
  business: { category: 'business' },
  property: { category: 'property' },
  pension: { category: 'transfer', kind: 'pension' },
  'basic-pension': { category: 'transfer', kind: 'basic-pension' },
  support: { category: 'transfer' },
  relief: { category: 'transfer', kind: 'social-relief' },
  preferential: { category: 'transfer', kind: 'preferential-pension' },
  'family-planning': { category: 'transfer', kind: 'family-planning-reward' },
  scholarship: { category: 'transfer', kind: 'scholarship' },
  'education-grant': { category: 'transfer', kind: 'education-grant' },
  bravery: { category: 'transfer', kind: 'bravery-award' },
  other: { category: 'other' },
};

/** The category and kind of a 来源 as asked; other income where nobody knows it. */
export function incomeOfSource(source: string): { readonly category: NonNullable<IncomeInput['category']>; readonly kind: NonNullable<IncomeInput['kind']> } {
  const found = Object.hasOwn(SOURCE_KINDS, source) ? SOURCE_KINDS[source as keyof typeof SOURCES] : SOURCE_KINDS.other;
  return { category: found.category, kind: found.kind ?? 'ordinary' };
}

/** Key of a member in the facts: the row they stand in, from 1. */
const keyOf = (index: number): string => `m${index + 1}`;

/**
 * The application form's answers as facts, or one sentence for each answer that does not fit with the others. `today` only refuses dates
 * of birth to come. Whoever has not signed for the check yet is left open; the applicant signs with the form.
 */
export function formToFacts(answers: Answers, today: PlainDate, options: { readonly demo?: boolean } = {}): FormFacts {
  const errors = [...checkMembers(answers, today, options.demo === true), ...checkNames(answers)];
  if (!isYes(answers, 'truthful')) errors.push({ path: 'truthful', code: 'form.not-confirmed', sentence: '请确认所填的都是真的、没有漏写，才能交。' });
  if (errors.length > 0) return { ok: false, errors };
  const parsed = factsSchema.safeParse(toFacts(answers, today, options.demo === true));
  if (parsed.success) return { ok: true, facts: parsed.data };
  return { ok: false, errors: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), code: 'form.unreadable', sentence: '这一项没有看懂，请重新填。' })) };
}

/** Id of the status of families just above the 低保 line: what `nearSubsistenceFamily` asks is answered by its register. */
export const LOW_INCOME_FAMILY = 'low-income-family';

/** Facts with what the case and the register of recognitions know. The register's yes goes before what was told; where it has none, what was told stays to be looked into. */
export function withKnown(told: Facts, known: { readonly authorised: readonly string[]; readonly recognised?: Readonly<Record<string, readonly string[]>> }): Facts {
  const applicant = told.members.find((member) => member.relation === 'self');
  const recognised = applicant !== undefined && (known.recognised?.[applicant.key] ?? []).includes(LOW_INCOME_FAMILY);
  const facts = markAuthorised(told, known.authorised);
  return recognised ? { ...facts, nearSubsistenceFamily: true } : facts;
}

/** Facts with what the case knows: who (by key) has signed the authorisation. */
export function markAuthorised(told: Facts, keys: readonly string[]): Facts {
  return { ...told, members: told.members.map((member) => (keys.includes(member.key) ? { ...member, authorised: true } : member)) };
}

function checkMembers(answers: Answers, today: PlainDate, demo: boolean): FieldError[] {
  const members = rows(answers, 'members');
  const errors: FieldError[] = [];
  const applicants = members.filter((row) => text(row, 'relation') === 'self').length;
  if (applicants !== 1) errors.push({ path: 'members', code: 'form.applicant', sentence: applicants === 0 ? '家里的人里还没有您自己，请加上，关系选“本人”。' : '“本人”只能有一个，请改其他人的关系。' });
  const seen = new Map<string, number>();
  members.forEach((row, index) => {
    const checked = checkIdCardNumber(text(row, 'idCard'), { demo, today });
    const path = `members.${index}.idCard`;
    if (!checked.ok) errors.push({ path, code: checked.code, sentence: checked.sentence });
    else if (seen.has(checked.number)) errors.push({ path, code: 'form.same-person', sentence: `这个身份证号和第 ${(seen.get(checked.number) ?? 0) + 1} 个人的一样，请核对。` });
    else seen.set(checked.number, index);
  });
  return errors;
}

/** Incomes name whose they are; two members of one name cannot be told apart by it. */
function checkNames(answers: Answers): FieldError[] {
  const names = rows(answers, 'members').map((row) => text(row, 'name'));
  return ['incomes', 'deductions'].flatMap((list) =>
    rows(answers, list).flatMap((row, index) => {
      const same = names.filter((name) => name === text(row, 'person')).length;
      if (same === 1) return [];
      const sentence = same === 0 ? `家里的人里没有“${text(row, 'person')}”，请写前面写过的姓名。` : `家里有两个“${text(row, 'person')}”，请在姓名后面加上大小，再写是谁的。`;
      return [{ path: `${list}.${index}.person`, code: 'form.whose', sentence }];
    }),
  );
}

function toFacts(answers: Answers, today: PlainDate, demo: boolean): unknown {
  const single = text(answers, 'application') === 'single';
  return {
    division: text(answers, 'division'),
    application: text(answers, 'application') || 'household',
    hukouKind: text(answers, 'hukouKind'),
    ...(single && typeof answers['nearSubsistenceFamily'] === 'boolean' ? { nearSubsistenceFamily: answers['nearSubsistenceFamily'] } : {}),
    threeNone: isYes(answers, 'threeNone'),
    singleParent: isYes(answers, 'singleParent'),
    members: rows(answers, 'members').map((row, index) => toMember(row, index, answers, { today, demo })),
    rigidSpending: rows(answers, 'rigidSpending').map((row) => ({ kind: text(row, 'kind'), totalFen: whole(row, 'total'), months: whole(row, 'months') })),
    assets: { movableFen: whole(answers, 'movable'), vehicles: whole(answers, 'vehicles'), houses: whole(answers, 'houses') },
  };
}

function toMember(row: Answers, index: number, answers: Answers, options: { readonly today: PlainDate; readonly demo: boolean }): unknown {
  const name = text(row, 'name');
  const self = text(row, 'relation') === 'self';
  const card = checkIdCardNumber(text(row, 'idCard'), options);
  const study = text(row, 'study');
  const partTime = study === 'part-time';
  return {
    key: keyOf(index),
    name,
    relation: text(row, 'relation'),
    ...(card.ok ? { sex: card.sex, birthDate: card.birthDate } : {}),
    hukouHere: isYes(row, 'hukouHere'),
    livesTogether: isYes(row, 'livesTogether'),
    ...(isYes(row, 'hasDisability') ? { disability: { kind: text(row, 'disabilityKind'), grade: Number(text(row, 'disabilityGrade')) } } : {}),
    seriousIllness: isYes(row, 'seriousIllness'),
    ...(text(row, 'specialOutpatient') === '' ? {} : { specialOutpatient: Number(text(row, 'specialOutpatient')) }),
    childless: isYes(row, 'childless'),
    familyPlanningHardship: isYes(row, 'familyPlanningHardship'),
    study: partTime ? 'none' : study,
    fullTime: !partTime,
    labour: text(row, 'labour'),
    unemployed: isYes(row, 'unemployed'),
    away: text(row, 'away') || 'no',
    ownHukouBooklet: self && isYes(answers, 'ownHukouBooklet'),
    parentsUnable: self && isYes(answers, 'parentsUnable'),
    ...(self ? { authorised: isYes(answers, 'authorise') } : {}),
    incomes: rows(answers, 'incomes').filter((income) => text(income, 'person') === name).map(toIncome),
    deductions: rows(answers, 'deductions').filter((one) => text(one, 'person') === name).map((one) => ({ kind: text(one, 'kind'), monthlyFen: whole(one, 'monthly') })),
  };
}

function toIncome(row: Answers): unknown {
  const source = text(row, 'source');
  const kinds = Object.hasOwn(SOURCE_KINDS, source) ? SOURCE_KINDS[source as keyof typeof SOURCES] : {};
  const note = text(row, 'note');
  const amount = text(row, 'regular') === 'total' ? { windowTotalFen: whole(row, 'total'), months: whole(row, 'months') } : { monthlyFen: whole(row, 'monthly') };
  return { ...kinds, ...(note === '' ? {} : { note }), ...amount };
}

/** Whom the application names and where the money goes, for the registers. Call it on answers that `formToFacts` took. */
export function formToPeople(answers: Answers) {
  const members = rows(answers, 'members').map((row, index) => ({
    key: keyOf(index),
    name: text(row, 'name'),
    idNumber: text(row, 'idCard'),
    relation: RELATIONS[text(row, 'relation') as keyof typeof RELATIONS] ?? RELATIONS.other,
    head: text(row, 'relation') === 'self',
  }));
  const holder = members.find((member) => member.name === text(answers, 'accountHolder'));
  const bankCode = text(answers, 'bankCode');
  const relation = text(answers, 'agentRelation');
  return {
    division: text(answers, 'division'),
    address: text(answers, 'address'),
    hukouKind: text(answers, 'hukouKind') === 'rural' ? ('rural' as const) : ('urban' as const),
    members,
    account: isYes(answers, 'hasAccount')
      ? {
          holderName: text(answers, 'accountHolder'),
          holderKey: holder?.key ?? null,
          agentRelation: holder === undefined && relation !== '' ? relation : null,
          bankCode,
          bankName: BANKS[bankCode as keyof typeof BANKS] ?? '',
          number: text(answers, 'accountNumber'),
        }
      : null,
  };
}
