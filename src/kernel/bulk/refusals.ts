import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'bulk.not-found': { status: 404, sentence: '没有找到这一批，或不是您的岗位下的。' },
  'bulk.not-offered': { status: 422, sentence: '选中的里面没有可以一起办这一步的。法律要一件一件办的，请逐件打开办。' },
  'bulk.outside': { status: 404, sentence: '不在您的辖区内，没有办。' },
  'bulk.not-tried': { status: 409, sentence: '这一批还在试，或者已经开始办了，请看现在的样子。' },
  'bulk.finished': { status: 409, sentence: '这一批已经办完，停不了了。' },
  'bulk.broken': { status: 409, sentence: '办这一件时出了故障，没有办。请逐件打开办，并告诉管理员。' },
});
