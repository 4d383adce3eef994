import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'recognition.in-conflict': { status: 409, sentence: '家里有 {count} 人正在享有{what}，两者不能同时享有。请先办停{what}，再认定。' },
  'recognition.held-elsewhere': { status: 409, sentence: '家里有 {count} 人在别处认定了{what}，您这里不能替他们终止。请请认定的机关先终止，再办这一件。' },
  'recognition.elsewhere': { status: 409, sentence: '家里有 {count} 人已经在另一户认定为{what}，不能再认定一次。请先请那一户的认定机关办理终止，再认定。' },
  'recognition.no-validity': { status: 422, sentence: '“{what}”还没有录入：{reason}。请先在参数里录入，再作认定。' },
  'recognition.ended': { status: 409, sentence: '这份认定已经终止，不能再办。' },
  'recognition.outside-period': { status: 422, sentence: '终止的日子要在认定的有效期以内（{from} 至 {to}）。' },
  'recognition.in-past': { status: 422, sentence: '终止的日子不能早于今天（{today}）。早先已经按认定享受的，不能改写。' },
  'recognition.stale': { status: 409, sentence: '这份认定刚刚被别人改过，没有存上。请刷新看看再办。' },
  'recognition.not-genuine': { status: 404, sentence: '没有这份证明，或验证码不对。请照纸上的编号和验证码再输一次。' },
});
