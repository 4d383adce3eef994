import type { PlainDate } from '../values/plain-date.ts';
import type { LawReference } from './law.ts';
import type { SourceDocument } from './parameter.ts';

/** 网上办理程度, least first: only asked about, filed, pre-examined, or done without coming once. */
export const ONLINE_LEVELS = { none: '窗口办理', inquiry: '网上咨询', filing: '网上申报', 'pre-examination': '网上预审', full: '全程网办' } as const;
export type OnlineLevel = keyof typeof ONLINE_LEVELS;

/** From which level on the report counts an item as handled online: at least filed there. */
export const isHandledOnline = (level: OnlineLevel): boolean => level !== 'none' && level !== 'inquiry';

/** 事项性质 */
export const ITEM_KINDS = { permit: '行政许可', 'non-permit-approval': '非行政许可审批', payment: '行政给付', confirmation: '行政确认', service: '公共服务' } as const;
export type ItemKind = keyof typeof ITEM_KINDS;

/** How long an office has, as its law says it; `null` days where the law only says 及时, or no source was read. */
export interface ItemLimit { readonly days: number | null; readonly calendar: 'working' | 'calendar'; readonly law: LawReference | null; readonly note?: string }

/** How far an item can be done online from a day on, and the paper that opened it. `demo`: true only so that the demo city has something to show. */
export interface OnlineStep { readonly from: PlainDate; readonly level: OnlineLevel; readonly document: SourceDocument; readonly demo?: boolean }

/** 事项: an entry of the item catalogue. One whose id is a matter's is carried out here; the others tell where to go. */
export interface ServiceItem {
  readonly id: string;
  readonly title: string;
  /** 业务线: 社会救助、社会组织… */
  readonly line: string;
  readonly kind: ItemKind;
  readonly law: readonly LawReference[];
  readonly who: string;
  readonly where: string;
  readonly bring: readonly string[];
  readonly limit: ItemLimit;
  /** 收费, in words: 不收费 */
  readonly fee: string;
  /** False where law wants the person to come: 婚姻登记. */
  readonly canBeOnline: boolean;
  readonly listedFrom: PlainDate;
  readonly online: readonly OnlineStep[];
  /** From this day nobody may open it; what is running is finished. */
  readonly cancelled?: { readonly from: PlainDate; readonly document: SourceDocument };
}
export const defineItem = (item: ServiceItem): ServiceItem => item;
