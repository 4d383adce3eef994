import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'clock.not-a-day': { status: 400, sentence: '日期写成 2014-12-01 这样。' },
  'clock.real': { status: 403, sentence: '只有演示城市的日期可以往前走。' },
  'clock.too-far': { status: 422, sentence: '日期太远了，只能走到 2999 年底。' },
  'clock.back': { status: 409, sentence: '日期只能往后走，现在是 {today}。' },
});
