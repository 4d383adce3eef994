import type { Fen } from '../values/money.ts';
import type { AnswerItem } from './agencies.ts';
import type { ReportLine } from './read-report.ts';

/** What a household stated about one kind of money, to be held against what an agency answered. 分, a month or as it stands. */
export interface DeclaredMeans {
  readonly title: string;
  readonly agency: string;
  readonly categories: readonly string[];
  /** Key of the member; absent when it was stated for the whole household. */
  readonly member?: string;
  /** Null when nothing was stated about it. */
  readonly fen: Fen | null;
}

/** 与申报是否相符: `more` = the agency knows of more than was stated. `waiting` = somebody has not answered yet. */
export interface Comparison {
  readonly title: string;
  readonly agency: string;
  readonly member: string | null;
  readonly declaredFen: Fen | null;
  readonly answeredFen: Fen | null;
  readonly standing: 'agrees' | 'more' | 'less' | 'undeclared' | 'waiting';
}

/** Holds what was stated against the last answer of each agency, to the cent. What neither side knows of is left out. Pure. */
export function compareDeclared(declared: readonly DeclaredMeans[], lines: readonly Pick<ReportLine, 'agency' | 'memberKey' | 'state' | 'answers'>[]): Comparison[] {
  return declared.flatMap((one): Comparison[] => {
    const asked = lines.filter((line) => line.agency === one.agency && (one.member === undefined || line.memberKey === one.member));
    if (asked.length === 0) return [];
    const head = { title: one.title, agency: one.agency, member: one.member ?? null, declaredFen: one.fen };
    // a finding by hand is words, not an amount: it explains itself on its own line
    if (asked.some((line) => line.state !== 'answered')) return asked.every((line) => line.state === 'manual') ? [] : [{ ...head, answeredFen: null, standing: 'waiting' as const }];
    const answered = sumOf(asked.flatMap((line) => line.answers.at(-1)?.answer.items ?? []).filter((item) => one.categories.includes(item.category)));
    if (answered === 0 && (one.fen === null || one.fen === 0)) return [];
    return [{ ...head, answeredFen: answered, standing: standingOf(one.fen, answered) }];
  });
}

const sumOf = (items: readonly AnswerItem[]): Fen => items.reduce((sum, item) => sum + (item.fen ?? 0), 0) as Fen;

function standingOf(declared: Fen | null, answered: Fen): Comparison['standing'] {
  if (declared === null) return 'undeclared';
  if (declared === answered) return 'agrees';
  return answered > declared ? 'more' : 'less';
}
