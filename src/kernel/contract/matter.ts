import type { z } from 'zod';
import type { PlainDate } from '../values/plain-date.ts';
import type { LawReference } from './law.ts';
import type { Parameter } from './parameter.ts';
import type { Dossier } from './dossier.ts';
import type { Procedure } from './procedure.ts';
import type { Form } from './form.ts';
import type { AsOf, Restatement, Rules, TakenAmounts } from './rules.ts';
import type { Indicator } from './indicator.ts';
import type { Reaction } from './reaction.ts';
import type { Register } from './register.ts';
import type { Reviews } from './reviews.ts';
import type { ServiceItem } from './service-item.ts';
import type { Watch } from './watch.ts';
import type { Recognises } from './recognition.ts';

/** Level of the office that holds a power; where a division has no such level, the next one up holds it (中山: no 区县). */
export type OfficeLevel = 'village' | 'town' | 'county' | 'city';

/** A power and the office that holds it: a fixed level, or a parameter (choice of level) where the law lets it be delegated. */
export type Authority = { readonly title: string } & ({ readonly level: OfficeLevel } | { readonly parameter: string });

/** A cash or in-kind benefit: whose facts, which rules, what is paid. */
export interface Benefit<Facts = unknown> {
  readonly id: string;
  readonly title: string;
  readonly claimant: 'person' | 'household' | 'organisation';
  readonly facts: z.ZodType<Facts>;
  /** Which day chooses the law: of a first decision the application's, of a review its own opening. */
  readonly governedBy: 'application-date' | 'opening-date' | 'benefit-month';
  /** First day from which this platform knows the law of this benefit. */
  readonly coveredFrom: PlainDate;
  /** Pay items in the order they are printed. */
  readonly items: Readonly<Record<string, string>>;
  /** 'month-after-confirmation': 从作出确认同意决定之日下月起 */
  readonly starts: 'month-after-confirmation' | 'month-of-application' | 'month-of-confirmation';
  /** How it is paid; absent when it is a recognition. */
  readonly paid?: { readonly every: 'month'; readonly byDay: number; readonly law: LawReference };
  /** Set when it gives a status instead of money. */
  readonly recognises?: Recognises;
  readonly rules: readonly Rules<Facts>[];
  /**
   * How a grant without facts follows a new standard (按接收花名册倒算): `then` reads the figures its amounts were made with, `now` the new ones.
   * Left out = such grants wait for a person.
   */
  readonly restate?: (taken: TakenAmounts, then: AsOf, now: AsOf) => Restatement;
  /** Who bears an item: a ratio parameter gives the share of the city, the district bears the rest. Items not named, and places without a ratio, are not divided (未分担). */
  readonly funding?: Readonly<Record<string, string>>;
  /** Pages of the matter about one household, offered where its grant is shown; `$householdId` stands in the path. */
  readonly pages?: readonly { readonly title: string; readonly path: string }[];
  /** 定期复核; absent where no law asks for one. */
  readonly reviews?: Reviews<Facts>;
  /** Law that wants who is granted it published where they live (姓名、人数、金额). Absent = never published: children's benefits are not. */
  readonly published?: readonly LawReference[];
}

/** How the portal speaks of the matter before anyone has applied. */
export interface PortalEntry {
  /** 钱不够过日子 */
  readonly need: string;
  /** 低保、低收入家庭认定 */
  readonly get: string;
  readonly intro: string;
  readonly bring: readonly string[];
  readonly howLong: string;
  readonly check?: QuickCheck;
}

/** 算一算: a few plain questions anyone may answer without saying who he is, and how the answers become facts. Nothing of it is stored. */
export interface QuickCheck {
  readonly benefit: string;
  readonly form: Form;
  /** What the answer takes for granted because it was not asked, in whole sentences. */
  readonly assumes: readonly string[];
  /** Criteria settled by what is taken for granted: not shown as if somebody had answered. */
  readonly presumes: readonly string[];
  /** Which question answers a fact that a rule still needs (id of the need → key of the field). */
  readonly asks: Readonly<Record<string, string>>;
  /** Facts as the benefit's schema reads them; what was not answered stays unknown. */
  facts(answers: Readonly<Record<string, unknown>>): unknown;
}

/** 事项: one thing a bureau does for people. Declared here, carried out by the kernel. */
export interface Matter {
  readonly id: string;
  readonly title: string;
  /** What people call it, where that is another word: 低保. Residents read this one. */
  readonly plainTitle?: string;
  readonly law: readonly LawReference[];
  /** Short code in case numbers: DB. A matter that is registers only has no cases, and none. */
  readonly caseCode?: string;
  /** Powers and who holds them; registers have keepers instead. */
  readonly authority?: Readonly<Record<string, Authority>>;
  /** 台账 it keeps. */
  readonly registers?: readonly Register[];
  readonly parameters?: readonly Parameter[];
  // oxlint-disable-next-line typescript/no-explicit-any -- a matter's facts are its own; the kernel only passes them on
  readonly benefits?: readonly Benefit<any>[];
  readonly procedures?: readonly Procedure[];
  readonly indicators?: readonly Indicator[];
  readonly reactions?: readonly Reaction[];
  /** What a household's file has to hold, by the kind of case. */
  readonly dossier?: Dossier;
  readonly portal?: PortalEntry;
  /** Entries of the item catalogue: the matter's own (same id), or those of matters that are not built yet. */
  readonly items?: readonly ServiceItem[];
  /** Limits it keeps outside casework, for supervision. */
  readonly watches?: readonly Watch[];
  /** Catalogue rows this matter covers, each proved by an acceptance test that bears the id. */
  readonly covers: readonly string[];
}

/** The matter's name as residents read it. */
export const plainTitleOf = (matter: Pick<Matter, 'title' | 'plainTitle'>): string => matter.plainTitle ?? matter.title;

export const defineMatter = (matter: Matter): Matter => matter;
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export const defineBenefit = <F>(benefit: Benefit<F>): Benefit<any> => benefit;
export const defineParameter = (parameter: Parameter): Parameter => parameter;
export const defineProcedure = (procedure: Procedure): Procedure => procedure;
export const defineRules = <F>(rules: Rules<F>): Rules<F> => rules;

/** 业务线: a line of the bureau's business. */
export interface Domain {
  readonly id: string;
  readonly title: string;
  readonly law: readonly LawReference[];
  /** Posts of the line, with the level of office they usually stand at; the first keeps the line's registers. */
  readonly roles?: Readonly<Record<string, { readonly title: string; readonly level: OfficeLevel }>>;
}
export const defineDomain = (domain: Domain): Domain => domain;
