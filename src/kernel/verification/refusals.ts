import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'verification.not-authorised': { status: 409, sentence: '还有人没有签核对授权：{names}。每个家庭成员都签了，才能核对。' },
  'verification.incomplete': { status: 409, sentence: '核对还没有答复齐，不能往下办：{missing}。' },
  'verification.not-started': { status: 409, sentence: '还没有发出核对。' },
  'verification.running': { status: 409, sentence: '核对已经发出，正在等答复。' },
  'verification.not-found': { status: 404, sentence: '没有找到这条核对，或不在您的辖区内。' },
  'verification.not-needed': { status: 409, sentence: '这个单位还会答复，或已经答复，不用人工认定。' },
  'verification.frozen': { status: 409, sentence: '核对报告已经封存。有新情况的，重新发起核对。' },
});
