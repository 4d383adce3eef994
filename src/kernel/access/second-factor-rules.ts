import type { RuleSource } from './sign-in-rules.ts';

/** The second factor (动态验证码): a code from a secret and the time. */
export interface SecondFactorRules {
  /** First day the rules hold; the next entry ends them. */
  readonly from: string;
  readonly digits: number;
  readonly stepSeconds: number;
  /** Steps a phone's clock may be off, either way. */
  readonly drift: number;
  /** Failures within the sign-in rules' `failureMinutes` that close the door. */
  readonly failures: number;
  readonly recoveryCodes: number;
  /** How long a given code is good for signing and paying, where the city's settings say nothing. */
  readonly freshMinutes: number;
  /** How long a QR that was shown may be confirmed. */
  readonly enrolMinutes: number;
}

/** Rules by the day they hold from, the newest last. */
export const secondFactorRules: readonly SecondFactorRules[] = [{ from: '2019-12-01', digits: 6, stepSeconds: 30, drift: 1, failures: 5, recoveryCodes: 10, freshMinutes: 15, enrolMinutes: 15 }];

const GRADED: RuleSource = { document: 'GB/T 22239-2019 信息安全技术 网络安全等级保护基本要求', clause: '8.1.4.1 身份鉴别 d)', own: true };
const TOTP = (clause: string): RuleSource => ({ document: 'RFC 6238 TOTP', clause, own: false });

/** The clause each rule answers. 等级保护 asks for two kinds of proof, one of them cryptographic, and leaves the numbers to whoever runs the system. */
export const secondFactorSources: Readonly<Record<keyof Omit<SecondFactorRules, 'from'>, RuleSource & { readonly title: string; readonly unit: string }>> = {
  digits: { title: '动态验证码', unit: '位', ...TOTP('1.2，RFC 4226 5.3') },
  stepSeconds: { title: '验证码多久一换', unit: '秒', ...TOTP('5.2') },
  drift: { title: '手机时钟快慢最多', unit: '换', ...TOTP('5.2') },
  failures: { title: '验证码错几次锁定', unit: '次', ...GRADED, clause: '8.1.4.1 身份鉴别 b)' },
  recoveryCodes: { title: '恢复码', unit: '个', ...GRADED },
  freshMinutes: { title: '签批、付款前多久要再验一次', unit: '分钟', ...GRADED },
  enrolMinutes: { title: '二维码多久内要确认', unit: '分钟', ...GRADED },
};

/** The rules in force on a day of the calendar. */
export function secondFactorRulesOn(day: string): SecondFactorRules {
  const found = secondFactorRules.findLast((rules) => rules.from <= day) ?? secondFactorRules[0];
  if (!found) throw new Error('no rules of the second factor are declared');
  return found;
}
