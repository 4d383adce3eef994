import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'publication.no-place': { status: 404, sentence: '没有找到这个村或社区。' },
});
