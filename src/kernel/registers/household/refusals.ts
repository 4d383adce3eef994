import { defineRefusals } from '../../contract/refusal.ts';

export default defineRefusals({
  'household.not-found': { status: 404, sentence: '没有找到这一户，或不在您的辖区内。' },
});
