/** Where a number of these rules comes from. 等级保护 asks for the thing and leaves the number to whoever runs the system. */
export interface RuleSource { readonly document: string; readonly clause: string; /** The number itself is this installation's own rule, not the document's. */ readonly own: boolean }

/** How one signs in here: lengths in characters, ages in days, waits in minutes. */
export interface SignInRules {
  /** First day the rules hold; the next entry ends them. */
  readonly from: string;
  readonly staffLength: number;
  readonly residentLength: number;
  /** From so many characters on, staff may write one kind of them only. */
  readonly longEnough: number;
  /** A new password is none of the last so many. */
  readonly remembered: number;
  readonly passwordDays: number;
  /** A one-time password opens the door so many days. */
  readonly oneTimeDays: number;
  /** Failures of one account, and from one address, within `failureMinutes` that close the door; for `lockMinutes`. */
  readonly accountFailures: number;
  readonly addressFailures: number;
  readonly failureMinutes: number;
  readonly lockMinutes: number;
  /** A session left alone so long is over; and however busy, after `sessionHours`. */
  readonly idleMinutes: number;
  readonly sessionHours: number;
  /** No sign-in for so many days: the account is asleep. */
  readonly dormantDays: number;
}

/** Rules by the day they hold from, the newest last. */
export const signInRules: readonly SignInRules[] = [{
  from: '2019-12-01', staffLength: 10, residentLength: 8, longEnough: 16, remembered: 5, passwordDays: 90, oneTimeDays: 7, accountFailures: 10, addressFailures: 50, failureMinutes: 15, lockMinutes: 15,
  idleMinutes: 60, sessionHours: 12, dormantDays: 90,
}];

const GRADED = 'GB/T 22239-2019 信息安全技术 网络安全等级保护基本要求';
const AUTHENTICATE = '8.1.4.1 身份鉴别';
const CONTROL = '8.1.4.2 访问控制';

/** The clause each rule answers. All numbers are this installation's own: the standard names none. The clauses are still to be held against the printed standard. */
export const ruleSources: Readonly<Record<keyof Omit<SignInRules, 'from'>, RuleSource & { readonly title: string; readonly unit: string }>> = {
  staffLength: { title: '工作人员密码至少', unit: '个字', document: GRADED, clause: `${AUTHENTICATE} a)`, own: true },
  residentLength: { title: '居民密码至少', unit: '个字', document: GRADED, clause: `${AUTHENTICATE} a)`, own: true },
  longEnough: { title: '工作人员密码只用一种字符时至少', unit: '个字', document: GRADED, clause: `${AUTHENTICATE} a)`, own: true },
  remembered: { title: '不能用最近几次用过的', unit: '次', document: GRADED, clause: `${AUTHENTICATE} a)`, own: true },
  passwordDays: { title: '密码用多久要换', unit: '天', document: GRADED, clause: `${AUTHENTICATE} a)`, own: true },
  oneTimeDays: { title: '一次性密码几天内有效', unit: '天', document: GRADED, clause: `${AUTHENTICATE} a)`, own: true },
  accountFailures: { title: '同一账号错几次锁定', unit: '次', document: GRADED, clause: `${AUTHENTICATE} b)`, own: true },
  addressFailures: { title: '同一地址错几次锁定', unit: '次', document: GRADED, clause: `${AUTHENTICATE} b)`, own: true },
  failureMinutes: { title: '多长时间内的错误合起来算', unit: '分钟', document: GRADED, clause: `${AUTHENTICATE} b)`, own: true },
  lockMinutes: { title: '锁定多久', unit: '分钟', document: GRADED, clause: `${AUTHENTICATE} b)`, own: true },
  idleMinutes: { title: '不动多久自动退出', unit: '分钟', document: GRADED, clause: `${AUTHENTICATE} b)`, own: true },
  sessionHours: { title: '一次登录最长', unit: '小时', document: GRADED, clause: `${AUTHENTICATE} b)`, own: true },
  dormantDays: { title: '多久没登录算停着没用', unit: '天', document: GRADED, clause: `${CONTROL} c)`, own: true },
};

/** The rules in force on a day of the calendar (not the business day: a demo city's clock must not change who gets in). */
export function rulesOn(day: string): SignInRules {
  const found = signInRules.findLast((rules) => rules.from <= day) ?? signInRules[0];
  if (!found) throw new Error('no sign-in rules are declared');
  return found;
}
