import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'view.not-found': { status: 404, sentence: '没有找到这个视图，可能已经被删掉了。' },
  'view.name-taken': { status: 409, sentence: '您已经有一个叫“{name}”的视图。换个名字，或者先删掉旧的。' },
  'view.too-many': { status: 422, sentence: '一张表最多存 {most} 个视图，先删掉不用的。' },
});
