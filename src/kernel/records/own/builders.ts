import { lineRoles, roles } from '../../access/roles.ts';

/** Posts that make registers: the administrator, and the clerks of the lines. */
export const BUILDERS = ['administrator', ...Object.keys(lineRoles).filter((role) => role.endsWith('-clerk'))];
/** Posts that may keep or read one. */
export const listRoles = (): { id: string; title: string }[] => Object.entries(roles).filter(([id, role]) => id !== 'system' && role.outside !== true).map(([id, { title }]) => ({ id, title }));
