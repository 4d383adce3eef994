import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'dishonesty.no-person': { status: 404, sentence: '没有找到这个人，或不在您的辖区内。' },
  'dishonesty.no-period': { status: 422, sentence: '“失信记录期限”还没有录入：{reason}。先请标准管理岗位录入，再作记录。' },
  'dishonesty.not-found': { status: 404, sentence: '没有找到这条记录。' },
  'dishonesty.lifted': { status: 409, sentence: '这条记录已经撤销。' },
  'dishonesty.no-fast-track': { status: 409, sentence: '{count} 名家庭成员有失信记录（{until}期满），这一件不能走简化程序，先调查核对再定。' },
});
