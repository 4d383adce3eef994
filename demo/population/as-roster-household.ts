import type { RosterDisability, RosterHousehold } from '../../src/domains/social-assistance/subsistence-allowance/import/roster.ts';
import { fen } from '../../src/kernel/values/money.ts';
import { month } from '../../src/kernel/values/month.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import { relationTitle, topUpFen } from '../workbooks/roster-lines.ts';
import type { DemoHousehold, DemoMember } from './demo-household.ts';

const DISABILITIES = { physical: '肢体', visual: '视力', hearing: '听力', speech: '言语', intellectual: '智力', mental: '精神' } as const;
const GRADES = ['', '一级', '二级', '三级', '四级'] as const;
const SCHOOLS = { compulsory: '义务教育', secondary: '高中', vocational: '中职或高职', undergraduate: '本科' } as const;

/** A household of the demo city as the import would read it from a roster, for taking thousands onto the register without a workbook. */
export function asRosterHousehold(household: DemoHousehold, at: number, standardFen: number): RosterHousehold {
  const { account, village } = household;
  const members = household.members.map((member, nth) => ({
    row: at + 1,
    name: member.name,
    idNumber: member.idNumber,
    sex: member.sex,
    birthDate: plainDate(member.birthDate),
    relation: relationTitle(member),
    isHead: nth === household.head,
    ...(member.seriousIllness ? { categoryNotes: '重病' } : {}),
    ...(member.disability ? { disability: disabilityOf(member.disability) } : {}),
    ...(member.student ? { student: SCHOOLS[member.student] } : {}),
  }));
  const payee =
    typeof account.holder === 'number'
      ? { holderName: household.members[account.holder]!.name }
      : { holderName: account.holder.agent.name, agent: { relation: account.holder.agent.relation, idNumber: account.holder.agent.idNumber } };
  return {
    key: household.key,
    rowNumbers: [at + 1],
    householdNo: household.key,
    division: { town: '', village: '', code: village },
    address: household.address,
    hukouKind: household.hukouKind,
    members,
    monthlyFen: fen(topUpFen(household, standardFen)),
    bank: { name: account.bank, code: account.bankCode, number: account.number, ...payee },
    since: month(household.since),
  };
}

const disabilityOf = ({ kind, grade }: NonNullable<DemoMember['disability']>): RosterDisability => ({ text: `${DISABILITIES[kind]}${GRADES[grade]}`, kind, grade });
