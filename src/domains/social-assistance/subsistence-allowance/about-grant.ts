import type { GrantCaseReader } from '../../../kernel/casework/grant-case-reader.ts';
import type { Facts } from '../common/means-test/facts.ts';
import { LAW_VERSIONS, national2012 } from '../common/means-test/law-versions.ts';
import { countMembers } from '../common/means-test/members.ts';
import { withKnown } from '../common/means-test/read-form.ts';
import { factsOfGrant } from './facts-of-grant.ts';
import { withRefusals } from './count-refusals.ts';

/** How reviews and stops of 低保 come by their facts: those of the grant, and the job offers recorded since. */
export const aboutGrant: GrantCaseReader = {
  benefit: 'subsistence-allowance',
  facts: (grant) => ({ ok: true, facts: factsOfGrant(grant) }),
  withRecords: (tx, facts, grant) => withRefusals(tx, facts as Facts, grant),
  withCase: (facts, known) => withKnown(facts as Facts, known),
  counts: (facts, rules, asOf) => countMembers(facts as Facts, LAW_VERSIONS.find((version) => version.id === rules) ?? national2012, asOf).counted.map((member) => member.key),
};
