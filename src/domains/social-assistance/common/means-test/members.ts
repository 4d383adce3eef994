import type { AsOf } from '../../../../kernel/contract/rules.ts';
import { workedOut } from '../../../../kernel/policy/worked-out.ts';
import { adultAge } from '../parameters.ts';
import { ageOf, type Facts, type Member } from './facts.ts';
import { AWAY } from './terms.ts';
import type { LawVersion } from './version.ts';

export interface MembersCounted {
  readonly counted: readonly Member[];
  readonly left: readonly { readonly member: Member; readonly because: string }[];
}

/** 共同生活的家庭成员: whom the law counts. Who applies alone counts alone. */
export const countMembers = workedOut((household: Facts, law: LawVersion, asOf: AsOf): MembersCounted => {
  const left: { readonly member: Member; readonly because: string }[] = [];
  for (const member of household.members) {
    const because = whyNot(member, household, law, asOf);
    if (because !== undefined) left.push({ member, because });
  }
  if (left.length === 0) return { counted: household.members, left: NOBODY };
  return { counted: household.members.filter((member) => left.every((one) => one.member !== member)), left };
});

const NOBODY: MembersCounted['left'] = [];

export const isMinor = (member: Member, asOf: AsOf): boolean => ageOf(member, asOf.day) < asOf.count(adultAge.id);

/** 在校接受（全日制）本科及以下学历教育 */
export function isCoveredStudent(member: Member, fullTimeOnly: boolean): boolean {
  return member.study !== 'none' && member.study !== 'postgraduate' && (member.fullTime || !fullTimeOnly);
}

/** 持证一级、二级 */
export const isSeverelyDisabled = (member: Member): boolean => member.disability !== undefined && member.disability.grade <= 2;

/** 智力、精神残疾, up to the grade given. */
export const isMentallyDisabled = (member: Member, grade: number): boolean =>
  member.disability !== undefined && (member.disability.kind === 'intellectual' || member.disability.kind === 'mental') && member.disability.grade <= grade;

function whyNot(member: Member, household: Facts, law: LawVersion, asOf: AsOf): string | undefined {
  if (household.application === 'single') return member.relation === 'self' && !isHeld(member, law) ? undefined : '单独申请，只算申请人本人';
  if (law.notCounted.includes(member.away)) return AWAY[member.away];
  const bound = member.supportDuty && member.livesTogether;
  switch (member.relation) {
    case 'self':
    case 'spouse':
      return undefined;
    case 'parent':
      return law.parentsByDefault || bound ? undefined : '父母没有长期共同居住';
    case 'child':
      if (isMinor(member, asOf) || member.dependent || member.labour === 'none' || isCoveredStudent(member, law.fullTimeStudentsOnly) || bound) return undefined;
      return '子女已成年、能独立生活，没有长期共同居住';
    default:
      return bound ? undefined : '没有法定义务关系，或没有长期共同居住';
  }
}

/** A cleric of three years' standing may apply alone; who is in prison may not. */
const isHeld = (member: Member, law: LawVersion): boolean => member.away !== 'clergy' && law.notCounted.includes(member.away);
