import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'errand.not-found': { status: 404, sentence: '没有找到这件交办事项，或不在您的辖区内。' },
  'errand.done': { status: 409, sentence: '这件交办事项已经办结。' },
  'errand.own-place': { status: 409, sentence: '这件要在它自己的页面办：接受或不接受，都要写理由。' },
  'errand.other-role': { status: 403, sentence: '这件交给别的岗位办。' },
});
