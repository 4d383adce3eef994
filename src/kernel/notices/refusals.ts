import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'notice.running': { status: 409, sentence: '正在公示，{until} 24 时满。满期前不能作出决定。' },
  'notice.objection-open': { status: 409, sentence: '有 {count} 件异议还没有答复，先答复异议，再作决定。' },
  'notice.not-posted': { status: 409, sentence: '还没有公示，不能往下办。' },
  'notice.no-amount': { status: 409, sentence: '还没有算出金额，不能公示。' },
  'notice.not-found': { status: 404, sentence: '没有找到这件公示，可能已经结束。' },
  'notice.over': { status: 410, sentence: '这件公示已经结束或撤回，不能再提异议。可以拨打监督电话反映。' },
  'notice.answered': { status: 409, sentence: '这件异议已经答复过了。' },
});
