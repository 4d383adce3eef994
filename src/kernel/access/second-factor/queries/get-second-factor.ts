import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import { readSignOnSettings } from '../../sign-on-settings.ts';
import { secondFactorRules, secondFactorRulesOn } from '../../second-factor-rules.ts';
import { isDemanded } from '../factor-standing.ts';

/** 我的动态验证码: whether one is held since when, whether a post demands it, how many recovery codes are left. */
export default defineQuery({
  id: 'access.get-second-factor', title: '我的动态验证码', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const account = by.caller.account?.id ?? 0;
    const { held, since, codes_left: codesLeft } = await tx.one<{ held: boolean; since: string | null; codes_left: number }>(`select held, (since at time zone 'Asia/Shanghai')::date as since, codes_left from second_factor_standing($1, null)`, [account]);
    const rules = secondFactorRules.at(-1) ?? secondFactorRulesOn('');
    return { held, since, codesLeft, demanded: await isDemanded(tx, by.city, account, by.today), freshMinutes: readSignOnSettings(by.city).secondFactor.freshMinutes ?? rules.freshMinutes };
  },
});
