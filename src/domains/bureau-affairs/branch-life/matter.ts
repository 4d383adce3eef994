import { defineMatter } from '../../../kernel/contract/matter.ts';
import { noArticle, partyConstitution, partySupervisionRules } from '../common/law.ts';
import { disciplineTalk, powerRisk } from './discipline.ts';
import { partyBranch } from './register.ts';

/** 党内组织生活与党风廉政: the meetings of the branches, talks, and the risks of each power. */
export const matter = defineMatter({
  id: 'branch-life',
  title: '党内组织生活与党风廉政',
  law: [partyConstitution('第八条'), partySupervisionRules(noArticle)],
  registers: [partyBranch, disciplineTalk, powerRisk],
  covers: ['S223'],
});
