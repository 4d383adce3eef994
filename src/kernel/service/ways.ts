import type { LawReference } from '../contract/law.ts';
import { refused, type Refused } from '../contract/refusal.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { contains, type Period } from '../values/period.ts';

/** 直接、留置、委托、邮寄、电子、公告送达. */
export type ServiceWay = 'direct' | 'left' | 'entrusted' | 'post' | 'electronic' | 'public';

const day = (text: string) => text as PlainDate;

/**
 * 公告送达: after so many days a paper counts as served. No law of administrative procedure sets a term of its own for these decisions; offices follow
 * the law of civil procedure, as 行政处罚法 第六十一条 tells them to for penalties.
 */
const PUBLIC_TERM: readonly { readonly days: number; readonly law: LawReference; readonly applies: Period }[] = [
  { days: 60, law: { instrument: '中华人民共和国民事诉讼法（2012年修正，参照）', article: '第九十二条' }, applies: { from: day('2013-01-01'), to: day('2022-01-01') } },
  { days: 30, law: { instrument: '中华人民共和国民事诉讼法（2021年、2023年修正，参照）', article: '第九十五条' }, applies: { from: day('2022-01-01'), to: null } },
];

export interface ServiceAttempt {
  readonly how: ServiceWay;
  readonly triedOn: PlainDate;
  /** Whether it reached the person, or counts as having done so. */
  readonly reached: boolean;
  /** Day on the receipt, when it is another than that of the attempt (post). */
  readonly receivedOn?: PlainDate | undefined;
  readonly receiver?: string | undefined;
  readonly by: readonly string[];
  readonly witnesses: readonly string[];
  readonly because?: string | undefined;
  readonly tracking?: string | undefined;
  readonly place?: string | undefined;
  readonly fileId?: number | undefined;
  /** The person agreed to be served electronically. */
  readonly agreed?: boolean | undefined;
}

/** Why an attempt cannot be written down as it is; undefined = it can. Pure. */
export function whyNotServed(one: ServiceAttempt, at: { readonly decidedOn: PlainDate; readonly today: PlainDate }): Refused | undefined {
  const wrong = (because: string): Refused => refused('service.incomplete', { because });
  if (one.triedOn < at.decidedOn || one.triedOn > at.today) return wrong('送达日期要在作出决定之后、今天以前');
  if (one.receivedOn !== undefined && (one.receivedOn < one.triedOn || one.receivedOn > at.today)) return wrong('签收日期要在送出之后、今天以前');
  if (!one.reached) return one.because ? undefined : wrong('没有送到的，写明原因');
  switch (one.how) {
    case 'direct': return one.receiver ? undefined : wrong('直接送达要写签收人');
    // 民事诉讼法（2012年修正起）: witnesses of the neighbourhood, or the leaving itself recorded in pictures
    case 'left': return !one.because ? wrong('留置送达要写明为什么拒收') : one.witnesses.length === 0 && one.fileId === undefined ? wrong('留置送达要有见证人，写上姓名；没有见证人的，附上照片、录像') : undefined;
    case 'entrusted': return !one.place ? wrong('委托送达要写受委托的机关') : one.receiver ? undefined : wrong('委托送达要写签收人');
    case 'post': return !one.tracking ? wrong('邮寄送达要写邮件号') : one.receivedOn === undefined ? wrong('邮寄送达以回执上的收件日期为准，请写收件日期') : undefined;
    case 'electronic': return one.agreed === true ? undefined : wrong('电子送达要本人同意');
    case 'public': return !one.place ? wrong('公告送达要写在哪里公告') : !one.because ? wrong('公告送达要写明其他方式为什么送不到') : termOn(one.triedOn) === undefined ? wrong('这一天公告送达要满多少天还没有录入，先用其他方式送') : undefined;
  }
}

/** The day from which the remedies run. Pure. */
export function servedOn(one: ServiceAttempt): PlainDate | null {
  if (!one.reached) return null;
  if (one.how !== 'public') return one.receivedOn ?? one.triedOn;
  const term = termOn(one.triedOn);
  if (!term) throw new RangeError(`no term of public service is declared for ${one.triedOn}`);
  return addDays(one.triedOn, term.days);
}

/** The term of a public announcement put up that day; undefined where none is entered. */
export function termOn(posted: PlainDate): { readonly days: number; readonly law: LawReference } | undefined {
  return PUBLIC_TERM.find((term) => contains(term.applies, posted));
}
