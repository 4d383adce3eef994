import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'sampling.ratio-gap': { status: 422, sentence: '“{title}”还没有录入，不知道要抽多少：{reason}' },
  'sampling.again': { status: 409, sentence: '另一件正在抽查，请再点一次。' },
});
