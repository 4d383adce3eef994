import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'audit.purpose-unsaid': { status: 422, sentence: '选了“其他”，请写明为什么要看。' },
});
