import { fen, plainYuan } from '../../src/kernel/values/money.ts';
import type { DemoHousehold, DemoMember } from '../population/demo-household.ts';

const relations: Readonly<Record<DemoMember['relation'], string>> = {
  head: 'self', spouse: 'spouse', son: 'child', daughter: 'child', parent: 'parent', grandchild: 'grandchild', sibling: 'sibling', other: 'other',
};
const studies: Readonly<Record<NonNullable<DemoMember['student']>, string>> = { compulsory: 'school', secondary: 'school', vocational: 'school', undergraduate: 'undergraduate' };

/** The application form as this household would fill it in. `extraYuan` is income on top, for those who turn out to have too much. */
export function applicationAnswers(household: DemoHousehold, extraYuan = 0): Record<string, unknown> {
  const head = household.members[household.head];
  if (!head) throw new Error('a household without a head');
  const incomes = household.members.flatMap((member) => member.incomes.filter((income) => income.monthlyFen > 0)
    .map((income) => ({ person: member.name, source: sourceOf(income.category, income.title), note: income.title, regular: 'monthly', monthly: plainYuan(fen(income.monthlyFen)) })));
  if (extraYuan > 0) incomes.push({ person: head.name, source: 'wage', note: '工厂打工', regular: 'monthly', monthly: plainYuan(fen(extraYuan * 100)) });
  return {
    division: household.village, address: household.address, phone: '13800000000', hukouKind: household.hukouKind, application: 'household',
    singleParent: household.members.length > 1 && !household.members.some((member) => member.relation === 'spouse'), threeNone: false,
    members: household.members.map((member) => ({
      name: member.name, idCard: member.idNumber, relation: relations[member.relation], hukouHere: true, livesTogether: true,
      hasDisability: member.disability !== undefined, ...(member.disability ? { disabilityKind: member.disability.kind, disabilityGrade: String(member.disability.grade) } : {}),
      seriousIllness: member.seriousIllness === true, study: member.student ? studies[member.student] : 'none', labour: member.labour, away: 'no',
    })),
    incomes, deductions: [], movable: '1800.00', vehicles: 0, houses: 1,
    hasAccount: true, bankCode: household.account.bankCode, accountHolder: head.name, accountNumber: household.account.number,
    authorise: true, relativeOfStaff: false, truthful: true,
  };
}

function sourceOf(category: string, title: string): string {
  if (category === 'transfer') return title.includes('养老') ? 'pension' : 'support';
  return category === 'wage' || category === 'business' || category === 'property' ? category : 'other';
}
