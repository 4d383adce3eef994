import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'service.no-decision': { status: 404, sentence: '没有找到这份决定，或不在您的辖区内。' },
  'service.incomplete': { status: 422, sentence: '{because}。' },
  'service.already': { status: 409, sentence: '这份决定已经在 {on} 送达，不用再送。' },
  'service.not-applicant': { status: 403, sentence: '决定书送给申请人本人，请申请人登录后确认。' },
  'paper.not-found': { status: 404, sentence: '没有这个文号和校验码的文书。请照文书右上角逐字核对。' },
  'remedy.not-found': { status: 404, sentence: '没有找到这件复议或诉讼。' },
  'remedy.answered': { status: 409, sentence: '这件复议或诉讼已经记过结果。' },
  'remedy.dates': { status: 422, sentence: '日期要在作出决定之后、今天以前，结果要在受理之后。' },
});
