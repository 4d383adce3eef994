/** A household on the 低保 register of the demo city. Every person is invented; money is in 分 a month. */

export type Relation = 'head' | 'spouse' | 'son' | 'daughter' | 'parent' | 'grandchild' | 'sibling' | 'other';
export type DisabilityKind = 'physical' | 'visual' | 'hearing' | 'speech' | 'intellectual' | 'mental';
export type Labour = 'able' | 'partly' | 'none';
export type Student = 'compulsory' | 'secondary' | 'vocational' | 'undergraduate';
export type IncomeCategory = 'wage' | 'business' | 'property' | 'transfer' | 'other';

export interface DemoIncome {
  readonly category: IncomeCategory;
  readonly title: string;
  readonly monthlyFen: number;
}

export interface DemoMember {
  readonly name: string;
  /** 18 characters, GB 11643, area code 442099 which was never allotted. */
  readonly idNumber: string;
  readonly sex: 'male' | 'female';
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly relation: Relation;
  /** 12-digit code of the village of the 户籍. */
  readonly hukouDivision: string;
  readonly disability?: { readonly kind: DisabilityKind; readonly grade: 1 | 2 | 3 | 4 };
  readonly student?: Student;
  readonly incomes: readonly DemoIncome[];
  readonly labour: Labour;
  readonly seriousIllness?: boolean;
}

/** 代领人: someone outside the household in whose account the money is paid. */
export interface DemoAgent {
  readonly name: string;
  readonly idNumber: string;
  /** To the head, in Chinese: 兄弟, 侄子, 村居干部 … */
  readonly relation: string;
}

export interface DemoAccount {
  readonly bank: string;
  /** 行别代码, three digits (314 农村商业银行). */
  readonly bankCode: string;
  /** 19 digits, passes Luhn, begins with 999 which no card has. */
  readonly number: string;
  /** Whose name the account is in: the position of a member, or the agent. */
  readonly holder: number | { readonly agent: DemoAgent };
}

export interface DemoHousehold {
  /** 户编号: village code and number in it. */
  readonly key: string;
  /** 12-digit code. */
  readonly village: string;
  readonly address: string;
  readonly hukouKind: 'urban' | 'rural';
  readonly members: readonly DemoMember[];
  /** Position of the head among the members. */
  readonly head: number;
  readonly account: DemoAccount;
  /** First month paid, `YYYY-MM`, 2010-01 to 2014-10. */
  readonly since: string;
}
