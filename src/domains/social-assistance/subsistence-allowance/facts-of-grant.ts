import type { GrantBefore, GrantMember } from '../../../kernel/casework/grant-case-reader.ts';
import type { FactsInput } from '../common/means-test/facts.ts';
import type { RELATIONS } from '../common/means-test/terms.ts';

/** 与户主关系 as registers and rosters write it. What is not named here is 其他. */
const RELATION_WORDS: Readonly<Record<string, keyof typeof RELATIONS>> = {
  本人: 'self', 户主: 'self', 配偶: 'spouse', 妻子: 'spouse', 丈夫: 'spouse', 妻: 'spouse', 夫: 'spouse', 子女: 'child', 儿子: 'child', 女儿: 'child', 子: 'child', 女: 'child', 长子: 'child', 长女: 'child',
  次子: 'child', 次女: 'child', 父母: 'parent', 父亲: 'parent', 母亲: 'parent', 父: 'parent', 母: 'parent', 兄弟姐妹: 'sibling', 兄弟: 'sibling', 姐妹: 'sibling', 祖父母: 'grandparent', 祖父: 'grandparent', 祖母: 'grandparent',
  孙子: 'grandchild', 孙女: 'grandchild', 孙辈: 'grandchild',
};

/**
 * What a case about a grant begins with: the facts it was last assessed on; of a household taken over from a roster only who they are. Income
 * and assets are then unknown, so that nobody is judged on them before a clerk has entered them (更正申报情况).
 */
export function factsOfGrant(grant: GrantBefore): unknown {
  if (grant.facts !== null && grant.facts !== undefined) return grant.facts;
  const facts: FactsInput = { hukouKind: grant.hukouKind, members: grant.members.map(memberOf) };
  return facts;
}

function memberOf(member: GrantMember): FactsInput['members'][number] {
  const word = RELATION_WORDS[member.relation] ?? 'other';
  // one applicant, the head; another whom the roster calls 户主 as well is put down as 其他
  const relation = member.head ? 'self' : word === 'self' ? 'other' : word;
  const sex = member.sex === 'male' || member.sex === 'female' ? { sex: member.sex } as const : {};
  return {
    key: member.key, name: member.name, relation, ...sex, hukouHere: true,
    ...(member.birthDate === null ? { age: 0 } : { birthDate: member.birthDate }),
  };
}
