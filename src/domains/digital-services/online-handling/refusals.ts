import { defineRefusals } from '../../../kernel/contract/refusal.ts';

export default defineRefusals({
  'supervision.no-clock': { status: 404, sentence: '没有找到这项有期限的待办，或已经办完，不用督办。' },
  'supervision.not-late': { status: 422, sentence: '这一项还没有到期，也没有到预警的时候，不用督办。' },
  'supervision.waiting': { status: 409, sentence: '这一项已有督办单 {number} 等答复，不用再发。' },
  'supervision.not-found': { status: 404, sentence: '没有找到这张督办单，或不在您的辖区内。' },
  'supervision.answered': { status: 409, sentence: '这张督办单已经答复过了。' },
  'supervision.own': { status: 403, sentence: '督办单要由被督办的单位答复，不能自己答复自己。' },
});
