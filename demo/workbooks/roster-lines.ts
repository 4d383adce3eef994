import type { DemoHousehold, DemoMember } from '../population/demo-household.ts';

/** What one may write in a cell. */
export type RosterCell = string | number | Date | null;

/** One line of the roster: one member. `first` marks the line the household's own cells stand in. */
export interface RosterLine {
  readonly household: string;
  readonly first: boolean;
  readonly hidden?: boolean;
  readonly cells: Partial<Record<RosterColumnKey, RosterCell>>;
}

/** A column: its title, the title over it where several stand together, its width, and whether a household fills it once. */
export interface RosterColumn {
  readonly key: RosterColumnKey;
  readonly title: string;
  readonly group?: string;
  readonly width: number;
  readonly perHousehold?: boolean;
}

export type RosterColumnKey =
  | 'number'
  | 'householdNumber'
  | 'name'
  | 'sex'
  | 'idNumber'
  | 'birthDate'
  | 'relation'
  | 'labour'
  | 'health'
  | 'school'
  | 'incomeSources'
  | 'income'
  | 'hukou'
  | 'address'
  | 'bank'
  | 'account'
  | 'accountName'
  | 'agentId'
  | 'agentRelation'
  | 'persons'
  | 'topUp'
  | 'since'
  | 'remark';

export const rosterColumns: readonly RosterColumn[] = [
  { key: 'number', title: '序号', width: 6 },
  { key: 'householdNumber', title: '户编号', width: 18, perHousehold: true },
  { key: 'name', title: '姓名', group: '家庭成员', width: 10 },
  { key: 'sex', title: '性别', group: '家庭成员', width: 5 },
  { key: 'idNumber', title: '公民身份号码', group: '家庭成员', width: 21 },
  { key: 'birthDate', title: '出生日期', group: '家庭成员', width: 12 },
  { key: 'relation', title: '与户主关系', group: '家庭成员', width: 8 },
  { key: 'labour', title: '劳动能力', group: '家庭成员', width: 12 },
  { key: 'health', title: '残疾或重病', group: '家庭成员', width: 11 },
  { key: 'school', title: '在读', group: '家庭成员', width: 10 },
  { key: 'incomeSources', title: '收入来源', group: '收入', width: 26 },
  { key: 'income', title: '月收入（元）', group: '收入', width: 10 },
  { key: 'hukou', title: '户口性质', width: 7, perHousehold: true },
  { key: 'address', title: '住址', width: 34, perHousehold: true },
  { key: 'bank', title: '开户银行', group: '发放账户', width: 13, perHousehold: true },
  { key: 'account', title: '账号', group: '发放账户', width: 22, perHousehold: true },
  { key: 'accountName', title: '户名', group: '发放账户', width: 9, perHousehold: true },
  { key: 'agentId', title: '代领人身份号码', group: '发放账户', width: 21, perHousehold: true },
  { key: 'agentRelation', title: '代领人与户主关系', group: '发放账户', width: 11, perHousehold: true },
  { key: 'persons', title: '保障人数', width: 6, perHousehold: true },
  { key: 'topUp', title: '月补差额（元）', width: 10, perHousehold: true },
  { key: 'since', title: '起发年月', width: 10, perHousehold: true },
  { key: 'remark', title: '备注', width: 12 },
];

const DISABILITIES = { physical: '肢体', visual: '视力', hearing: '听力', speech: '言语', intellectual: '智力', mental: '精神' } as const;
const GRADES = ['', '一级', '二级', '三级', '四级'] as const;
const SCHOOLS = { compulsory: '义务教育', secondary: '高中', vocational: '中职或高职', undergraduate: '本科' } as const;
const LABOUR = { able: '有劳动能力', partly: '部分劳动能力', none: '无劳动能力' } as const;

/** Top-up of the household in 分 a month: standard × persons − income. */
export function topUpFen(household: DemoHousehold, standardFen: number): number {
  return standardFen * household.members.length - household.members.reduce((sum, member) => sum + incomeFen(member), 0);
}

function incomeFen(member: DemoMember): number {
  return member.incomes.reduce((sum, income) => sum + income.monthlyFen, 0);
}

export function relationTitle(member: DemoMember): string {
  const woman = member.sex === 'female';
  return {
    head: '户主',
    spouse: '配偶',
    son: '儿子',
    daughter: '女儿',
    parent: woman ? '母亲' : '父亲',
    grandchild: woman ? '孙女' : '孙子',
    sibling: woman ? '姐妹' : '兄弟',
    other: '其他',
  }[member.relation];
}

/** The lines of the given households, as a careful clerk would write them. */
export function listRosterLines(households: readonly DemoHousehold[], standardFen: number): RosterLine[] {
  return households.flatMap((household) =>
    household.members.map((member, at): RosterLine => ({
      household: household.key,
      first: at === 0,
      cells: { ...memberCells(member), ...(at === 0 ? householdCells(household, standardFen) : {}) },
    })),
  );
}

function memberCells(member: DemoMember): RosterLine['cells'] {
  const { disability } = member;
  return {
    name: member.name,
    sex: member.sex === 'male' ? '男' : '女',
    idNumber: member.idNumber,
    birthDate: member.birthDate,
    relation: relationTitle(member),
    labour: LABOUR[member.labour],
    health: disability ? `${DISABILITIES[disability.kind]}${GRADES[disability.grade]}` : member.seriousIllness ? '重病' : null,
    school: member.student ? SCHOOLS[member.student] : null,
    incomeSources: member.incomes.map((income) => `${income.title}${income.monthlyFen / 100}元`).join('；') || null,
    income: incomeFen(member) / 100,
  };
}

function householdCells(household: DemoHousehold, standardFen: number): RosterLine['cells'] {
  const { holder } = household.account;
  const agent = typeof holder === 'number' ? undefined : holder.agent;
  return {
    householdNumber: household.key,
    hukou: household.hukouKind === 'urban' ? '城镇' : '农村',
    address: household.address,
    bank: household.account.bank,
    account: household.account.number,
    accountName: typeof holder === 'number' ? household.members[holder]!.name : holder.agent.name,
    agentId: agent?.idNumber ?? null,
    agentRelation: agent?.relation ?? null,
    persons: household.members.length,
    topUp: topUpFen(household, standardFen) / 100,
    since: household.since,
  };
}
