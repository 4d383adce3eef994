import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'repricing.preview-first': { status: 409, sentence: '这一条会改变在册各户的金额，还没有推演完。请先做政策推演，看过影响的户和钱再复核。' },
  'repricing.still-running': { status: 409, sentence: '上一次标准调整还在逐户重算，算完才能复核下一条。一般几分钟，请稍后再来。' },
  'repricing.not-money': { status: 422, sentence: '这一项不是金额标准，不改已经核定的待遇，从新的申请和复核起用，不用推演。' },
  'repricing.not-waiting': { status: 409, sentence: '这一条已经复核或退回了，不用再推演。请看重算的结果。' },
});
