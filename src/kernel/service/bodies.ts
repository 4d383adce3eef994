import type { LawReference } from '../contract/law.ts';
import { contains, type Period } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Whom one turns to, in words, and by which article. */
export interface RemedyBody { readonly body: string; readonly law: LawReference }
interface Office { readonly level: string; readonly name: string; readonly above: string }
interface Version { readonly of: 'department' | 'town'; readonly law: LawReference; readonly body: (office: Office) => string; readonly applies: Period }

const day = (text: string) => text as PlainDate;
const own = (office: Office): string => `${office.name}人民政府`;
const higher = (office: Office): string => `${office.above}人民政府`;

/** 行政复议机关. Of a department until 2023 the applicant chose between its government and the department above; since then the government alone. A town's or a 街道办事处's decisions go to the government above it. */
const RECONSIDERATION: readonly Version[] = [
  { of: 'department', law: { instrument: '中华人民共和国行政复议法', article: '第十二条' }, body: (office) => `${own(office)}或者${office.above}民政部门`, applies: { from: day('1999-10-01'), to: day('2024-01-01') } },
  { of: 'department', law: { instrument: '中华人民共和国行政复议法（2023年修订）', article: '第二十四条第一款第一项' }, body: own, applies: { from: day('2024-01-01'), to: null } },
  { of: 'town', law: { instrument: '中华人民共和国行政复议法', article: '第十三条、第十五条第一款第一项' }, body: higher, applies: { from: day('1999-10-01'), to: day('2024-01-01') } },
  { of: 'town', law: { instrument: '中华人民共和国行政复议法（2023年修订）', article: '第二十四条第一款第二项、第三项' }, body: higher, applies: { from: day('2024-01-01'), to: null } },
];

/** 管辖法院: where the office is that took the decision. The number of the article of 1989 was not found in a text we could check. */
const COURT: readonly { readonly law: LawReference; readonly applies: Period }[] = [
  { law: { instrument: '中华人民共和国行政诉讼法（1989年）', article: '（管辖，条号未录入）' }, applies: { from: day('1990-10-01'), to: day('2015-05-01') } },
  { law: { instrument: '中华人民共和国行政诉讼法（2014年修正）', article: '第十四条、第十八条' }, applies: { from: day('2015-05-01'), to: null } },
];

/** Who may be asked to look at a decision of that day again. Pure. */
export function bodiesFor(office: Office, decidedOn: PlainDate): { readonly reconsideration: RemedyBody; readonly lawsuit: RemedyBody } {
  const of = office.level === 'town' || office.level === 'village' ? 'town' : 'department';
  const version = RECONSIDERATION.find((one) => one.of === of && contains(one.applies, decidedOn));
  const court = COURT.find((one) => contains(one.applies, decidedOn));
  if (!version || !court) throw new RangeError(`no law of remedies is declared for a decision of ${decidedOn}`);
  return { reconsideration: { body: version.body(office), law: version.law }, lawsuit: { body: `${office.name}所在地的基层人民法院`, law: court.law } };
}
