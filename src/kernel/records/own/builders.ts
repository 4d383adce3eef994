import { roles } from '../../access/roles.ts';

const DESKS = new Set(['village-clerk', 'town-clerk', 'department-clerk']);
/** Posts that make registers: the administrator, and the clerks of the lines. */
export const BUILDERS = Object.keys(roles).filter((role) => role === 'administrator' || (role.endsWith('-clerk') && !DESKS.has(role)));
/** Posts that may keep or read one. */
export const listRoles = (): { id: string; title: string }[] => Object.entries(roles).filter(([id, role]) => id !== 'system' && role.outside !== true).map(([id, { title }]) => ({ id, title }));
