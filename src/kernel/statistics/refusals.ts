import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'statistics.no-such-figure': { status: 404, sentence: '没有这个指标，请从指标目录里选。' },
  'statistics.no-such-frozen': { status: 404, sentence: '没有这份定稿，或不在您的辖区内。' },
  'statistics.wrong-period': { status: 422, sentence: '时点数要给一天；时期数要给起止日期，止日在起日之后。' },
  'statistics.month-not-over': { status: 422, sentence: '这个月还没有过完，下个月再来看。' },
  'statistics.not-public': { status: 403, sentence: '这个数出自只有指定岗位看的台账，不对外公布。' },
  'statistics.not-known-yet': { status: 422, sentence: '那时还没有这条记录，请改“所知截至”。' },
});
