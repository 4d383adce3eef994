import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Estimate } from '../../../kernel/benefits/queries/check-eligibility.ts';
import type listRemedies from '../../../kernel/benefits/queries/list-remedies.ts';
import type { Gettable } from '../../../kernel/benefits/queries/what-can-i-get.ts';
import type myCase from '../../../kernel/casework/queries/my-case.ts';
import type myCases from '../../../kernel/casework/queries/my-cases.ts';

/** What the doors answer to residents. */
export type { Estimate, Gettable };
export type Remedies = DoorOutput<typeof listRemedies>;
export type MyCase = DoorOutput<typeof myCase>;
export type MyCases = DoorOutput<typeof myCases>;

/** Of `notices.list-public` and `notices.get-public`. */
export interface PublicNotice {
  readonly id: number; readonly matter: string; readonly matterTitle: string; readonly scope: 'town' | 'county'; readonly name: string; readonly headcount: number; readonly fen: number;
  readonly office: string; readonly division: string; readonly place: string; readonly postedOn: string; readonly endsOn: string; readonly day: number; readonly days: number; readonly running: boolean;
}
export interface PublicNotices { readonly today: string; readonly notices: readonly PublicNotice[]; readonly total: number; readonly more: boolean }

/** Of `benefits.my-grants`: what one's household is paid, newest payment first. */
export interface MyGrant {
  readonly grantId: number; readonly benefit: string; readonly title: string; readonly state: 'active' | 'suspended' | 'ended';
  /** 分 a month from the present month on. */
  readonly fen: number;
  readonly firstMonth: string; readonly lastMonth: string | null; readonly caseId: number | null;
  /** Why it is what it is, in one sentence: 按原名册接收，金额照旧. */
  readonly reason: string;
  readonly payments: readonly MyPayment[];
}
export interface MyPayment {
  readonly month: string; readonly fen: number;
  readonly state: 'drawn' | 'sent' | 'paid' | 'failed' | 'held';
  readonly on: string | null;
  /** 农商银行尾号 4417 */
  readonly account: string | null;
  readonly why: string | null;
}
