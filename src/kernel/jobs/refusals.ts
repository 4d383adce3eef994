import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'job.not-found': { status: 404, sentence: '没有找到这件后台作业。' },
  'job.not-stuck': { status: 409, sentence: '这件作业没有失败，不用重做。' },
  'job.already-waiting': { status: 409, sentence: '同样的作业已经在排队，不用再重做。' },
});
