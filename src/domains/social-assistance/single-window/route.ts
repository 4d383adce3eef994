import type { LawReference } from '../../../kernel/contract/law.ts';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { interimMeasures } from '../common/law.ts';
import { AMENDED_ON, type Need } from './terms.ts';

/** Who a need is handed to: a matter of this platform, which opens an application; or a department. */
export type Receiver = { readonly kind: 'matter'; readonly id: string } | { readonly kind: 'department'; readonly id: string };
export interface Route { readonly need: Need; readonly to: Receiver; readonly law: LawReference }

interface Rule {
  readonly need: Need;
  readonly from?: PlainDate;
  /** Exclusive. */
  readonly to?: PlainDate;
  /** Carried out on this platform where the matter has a procedure on the day. */
  readonly matter?: string;
  readonly department: string;
  readonly article: string;
}

/** 转办规则: need → scheme or department, by the article of 社会救助暂行办法 that says whose it is. 第五条 is the coordination between departments it does not name. */
const RULES: readonly Rule[] = [
  { need: 'daily-life', matter: 'subsistence-allowance', department: 'civil-affairs-relief', article: '第十一条' },
  { need: 'no-support', matter: 'extreme-difficulty-support', department: 'civil-affairs-relief', article: '第十六条' },
  { need: 'sudden', matter: 'temporary-assistance', department: 'civil-affairs-relief', article: '第四十八条' },
  { need: 'medical', to: AMENDED_ON, matter: 'medical-assistance', department: 'civil-affairs-relief', article: '第三十条' },
  { need: 'medical', from: AMENDED_ON, department: 'healthcare-security', article: '第三十条' },
  { need: 'emergency-treatment', department: 'health', article: '第三十二条' },
  { need: 'schooling', department: 'education', article: '第三十六条' },
  { need: 'housing', department: 'housing', article: '第四十条' },
  { need: 'work', department: 'human-resources', article: '第四十四条' },
  { need: 'disaster', to: AMENDED_ON, matter: 'disaster-relief', department: 'civil-affairs-relief', article: '第二十五条' },
  { need: 'disaster', from: AMENDED_ON, department: 'emergency-management', article: '第二十五条' },
  { need: 'homeless', department: 'relief-station', article: '第五十条' },
  { need: 'disability', department: 'disabled-federation', article: '第五条' },
  { need: 'legal-aid', department: 'justice', article: '第五条' },
  { need: 'charity', department: 'charity-federation', article: '第五十六条' },
  { need: 'other', department: 'civil-affairs-relief', article: '第六十条' },
];

/** Where a need goes on a day. `open` are the matters that can be applied for here that day. Pure; one rule for every need and day. */
export function routeNeed(need: Need, day: PlainDate, open: ReadonlySet<string>): Route {
  const found = RULES.filter((rule) => rule.need === need && (rule.from === undefined || rule.from <= day) && (rule.to === undefined || day < rule.to));
  const rule = found[0];
  if (rule === undefined || found.length > 1) throw new Error(`${found.length} routes for ${need} on ${day}`);
  const to: Receiver = rule.matter !== undefined && open.has(rule.matter) ? { kind: 'matter', id: rule.matter } : { kind: 'department', id: rule.department };
  return { need, to, law: interimMeasures(rule.article) };
}

/** Each need told at the window becomes a hand-over of its own; the same office for two needs gets two, so that each is answered. Pure. */
export const routeNeeds = (needs: readonly Need[], day: PlainDate, open: ReadonlySet<string>): Route[] => [...new Set(needs)].map((need) => routeNeed(need, day, open));
