import { roleTitle, roles } from './roles.ts';

/** Two posts one person must not hold at a time. */
export interface Incompatible { readonly roles: readonly [string, string]; /** `same-office`: only where both stand at one office; `anywhere`: never. */ readonly where: 'same-office' | 'anywhere'; readonly because: string }

const MONEY = '编制、审批、付款三个环节要三个人（财会〔2012〕21号《行政事业单位内部控制规范（试行）》第十二条（一）不相容岗位相互分离）';
const ADMIN = '管账号的人不办业务、不审计，管理权限要分离（GB/T 22239-2019 8.1.4.2 访问控制 d)）';
const AUDIT = '审计的人不办被审计的事（财会〔2012〕21号第十二条（一）不相容岗位相互分离）';

const pairsWithAll = (role: string, because: string): Incompatible[] =>
  Object.keys(roles).filter((other) => other !== role && other !== 'system').map((other) => ({ roles: [role, other], where: 'anywhere', because }));

/** 不相容岗位, the one table of them. A domain that adds a role adds its pairs here with their source. */
export const incompatiblePosts: readonly Incompatible[] = [
  { roles: ['payroll-officer', 'payroll-approver'], where: 'same-office', because: MONEY },
  { roles: ['payroll-officer', 'finance-officer'], where: 'same-office', because: MONEY },
  { roles: ['payroll-approver', 'finance-officer'], where: 'same-office', because: MONEY },
  ...pairsWithAll('administrator', ADMIN),
  ...pairsWithAll('auditor', AUDIT),
];

export interface HeldPost { readonly role: string; readonly divisionId: number; readonly from: string; readonly to: string | null }

const overlap = (a: HeldPost, b: HeldPost): boolean => (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);

/** Why a person who holds these posts may not hold one more: the first pair that excludes it, with its reason. Pure. */
export function findIncompatible(held: readonly HeldPost[], wanted: HeldPost): { readonly with: string; readonly because: string } | undefined {
  for (const post of held.filter((one) => overlap(one, wanted))) {
    const pair = incompatiblePosts.find(({ roles: [a, b], where }) => ((a === post.role && b === wanted.role) || (b === post.role && a === wanted.role)) && (where === 'anywhere' || post.divisionId === wanted.divisionId));
    if (pair) return { with: roleTitle(post.role), because: pair.because };
  }
  return undefined;
}
