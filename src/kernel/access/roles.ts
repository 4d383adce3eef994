/** Roles a post can have, with the level of office it usually stands at. A domain adds its own in domain.ts when it needs one. */
export const roles = {
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
} as const satisfies Record<string, { title: string; level: string; outside?: true; secondFactor?: true }>;

export type Role = keyof typeof roles;
export const roleTitle = (role: string): string => (role in roles ? roles[role as Role].title : role);

/** False for posts of departments outside the bureau: they have no area, and see only what was handed to them. */
export const hasArea = (role: string): boolean => !(role in roles && 'outside' in roles[role as Role]);

/** True for posts that sign or pay: where the city's settings demand it, their holders have a second factor. */
export const needsSecondFactor = (role: string): boolean => role in roles && 'secondFactor' in roles[role as Role];

/** Roles a person can be given; the system's own is none of them. */
export const assignableRoles = (Object.keys(roles) as Role[]).filter((role): role is Exclude<Role, 'system'> => role !== 'system');
