import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LawReference } from '../contract/law.ts';
import { Refusal } from '../contract/refusal.ts';

/** What made a household's amount differ from last month's roll. */
export type RollChange = 'taken-over' | 'new' | 'resumed' | 'stopped' | 'members-added' | 'members-removed' | 'income-down' | 'income-up' | 'standard';

/** How a benefit is paid, declared beside its matter as `payroll.ts` (export `payroll`). */
export interface Payroll {
  /** Id of the benefit. */
  readonly benefit: string;
  /** Further benefits paid on the same roll, each with pay items of its own: booked, and reported, under their own names. */
  readonly together?: readonly string[];
  readonly title: string;
  /** 用途, as it stands on the payee's statement. */
  readonly purpose: string;
  /** Pay items in the order they are printed. */
  readonly items: Readonly<Record<string, string>>;
  /** Day of the month by which the money is in the account. */
  readonly byDay: number;
  readonly law: LawReference;
  /** Whether finance confirms before the bank gets the file; an office may decide otherwise from a month on. */
  readonly needsFinance: boolean;
  /** Words on the roll for each kind of change. */
  readonly words: Readonly<Record<RollChange | 'arrears' | 'recovery', string>>;
}

export const definePayroll = (payroll: Payroll): Payroll => payroll;

const SOURCES = join(import.meta.dirname, '..', '..');
let loaded: Promise<ReadonlyMap<string, Payroll>> | undefined;

/** Every payroll declared under domains/DOMAIN/MATTER/payroll.ts, by benefit; read once. */
export function loadPayrolls(): Promise<ReadonlyMap<string, Payroll>> {
  loaded ??= readPayrolls();
  return loaded;
}

async function readPayrolls(): Promise<ReadonlyMap<string, Payroll>> {
  const files = globSync('domains/*/*/payroll.ts', { cwd: SOURCES }).toSorted();
  const payrolls = await Promise.all(files.map(async (file) => ((await import(pathToFileURL(join(SOURCES, file)).href)) as { payroll: Payroll }).payroll));
  return new Map(payrolls.map((payroll) => [payroll.benefit, payroll]));
}

/** Benefits whose grants a roll draws. */
export const benefitsOf = (payroll: Pick<Payroll, 'benefit' | 'together'>): readonly string[] => [payroll.benefit, ...(payroll.together ?? [])];

/** The declaration of a benefit that is paid by roll. Refuses one that is not. */
export async function getPayroll(benefit: string): Promise<Payroll> {
  const payroll = (await loadPayrolls()).get(benefit);
  if (!payroll) throw new Refusal('roll.no-such-benefit');
  return payroll;
}
