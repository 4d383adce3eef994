import type { PlainDate } from '../values/plain-date.ts';

/**
 * Who may be asked to look at a decision again. 行政复议法（1999）第十二条、第十三条: the government of the office's own level or the department above it, of a
 * town the government above; （2023年修订）第二十四条: the government alone. 行政诉讼法: the court of first instance where the office is. Pure.
 */
export function bodiesFor(office: { readonly level: string; readonly name: string; readonly above: string }, decidedOn: PlainDate): { readonly reconsideration: string; readonly lawsuit: string } {
  const own = office.level === 'town' || office.level === 'village' ? `${office.above}人民政府` : `${office.name}人民政府`;
  const department = office.level === 'town' || office.level === 'village' || decidedOn >= '2024-01-01' ? '' : `或者${office.above}民政部门`;
  return { reconsideration: `${own}${department}`, lawsuit: `${office.name}所在地的基层人民法院` };
}
