import { lines } from '../registry/lines.ts';

interface RoleWords { readonly title: string; readonly level: string; readonly outside?: true; readonly secondFactor?: true }

/** Roles every bureau has, with the level of office they usually stand at. A line of business adds its own in its domain.ts. */
const ownRoles = {
  'village-clerk': { title: '村居经办', level: 'village' },
  'town-clerk': { title: '镇街经办', level: 'town' },
  'town-lead': { title: '镇街审核', level: 'town' },
  'approver': { title: '审批', level: 'county', secondFactor: true },
  'payroll-officer': { title: '发放经办', level: 'county' },
  'payroll-approver': { title: '发放审批', level: 'county', secondFactor: true },
  'finance-officer': { title: '财政确认', level: 'county', secondFactor: true },
  'standards-officer': { title: '标准管理', level: 'city', secondFactor: true },
  'supervisor': { title: '纪检监督', level: 'city' },
  'statistician': { title: '统计', level: 'city' },
  'department-clerk': { title: '协办部门经办', level: 'city', outside: true },
  'auditor': { title: '审计', level: 'city' },
  'administrator': { title: '系统管理', level: 'city', secondFactor: true },
  'system': { title: '系统', level: 'city' },
} as const satisfies Record<string, RoleWords>;

/** Posts of the lines, as their domains declare them. */
export const lineRoles = Object.assign({}, ...lines.map((line) => line.roles ?? {})) as Record<string, RoleWords>;

/** Roles a post can have. */
export const roles: Readonly<Record<string, RoleWords>> = { ...ownRoles, ...lineRoles };

/** A role the platform itself speaks of. */
export type Role = keyof typeof ownRoles;
export const roleTitle = (role: string): string => roles[role]?.title ?? role;

/** False for posts of departments outside the bureau: they have no area, and see only what was handed to them. */
export const hasArea = (role: string): boolean => roles[role]?.outside !== true;

/** True for posts that sign or pay: where the city's settings demand it, their holders have a second factor. */
export const needsSecondFactor = (role: string): boolean => roles[role]?.secondFactor === true;

/** Roles a person can be given; the system's own is none of them. */
export const assignableRoles = Object.keys(roles).filter((role) => role !== 'system');
