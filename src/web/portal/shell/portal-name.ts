import type { City } from '../../ui/session.ts';

/** `中山民政` */
export function portalName(city: City | undefined): string {
  return city === undefined ? '民政办事' : `${city.name.replace(/市$/, '')}民政`;
}
