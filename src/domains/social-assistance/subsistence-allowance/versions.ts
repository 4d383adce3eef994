import type { Rules } from '../../../kernel/contract/rules.ts';
import { listCriteria } from '../common/means-test/eligibility.ts';
import type { Facts } from '../common/means-test/facts.ts';
import { LAW_VERSIONS } from '../common/means-test/law-versions.ts';
import type { LawVersion } from '../common/means-test/version.ts';
import { listLines } from './amount.ts';
import { listWorking } from './working.ts';

/** Rules as the kernel reads them. */
export const toRules = (law: LawVersion): Rules<Facts> => ({
  id: law.id,
  title: law.title,
  applies: law.applies,
  law: law.law,
  criteria: listCriteria(law),
  amount: (facts, asOf) => listLines(facts, law, asOf),
  working: (facts, asOf) => listWorking(facts, law, asOf),
});

export const rules: readonly Rules<Facts>[] = LAW_VERSIONS.map(toRules);
