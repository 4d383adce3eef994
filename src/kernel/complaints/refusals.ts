import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'complaint.not-found': { status: 404, sentence: '没有找到这件投诉，或不归您办理。' },
  'complaint.no-place': { status: 422, sentence: '没有找到这个村、社区或镇街，请从列表里选。' },
  'complaint.not-now': { status: 409, sentence: '这件投诉现在是“{state}”，不能办这一步。' },
  'complaint.stale': { status: 409, sentence: '这件投诉刚刚有人办过，请刷新看看再办。' },
  'complaint.two-investigators': { status: 422, sentence: '要有两名调查人，不能是同一个人，都要签字。' },
  'complaint.household-elsewhere': { status: 422, sentence: '没有找到这一户，或不在您的辖区内。' },
  'complaint.no-grounds': { status: 422, sentence: '反映的情况没有查实，不能据此改变待遇。' },
  'complaint.case-open': { status: 409, sentence: '这份待遇正有一件在办（{number}），先在那一件里处理，这里选“不改数据”。' },
  'complaint.no-facts': { status: 422, sentence: '这份待遇是接收的，没有可以重算的情况。请改为暂停或停发，再做复核。' },
  'complaint.unclear': { status: 422, sentence: '按更正后的情况还算不出结果：{missing}。' },
  'complaint.not-its-grant': { status: 422, sentence: '这份待遇（或这一件）不是被反映的这一户的。' },
  'complaint.only-restricted': { status: 409, sentence: '只有隐去举报人的件才需要转办。' },
  'complaint.not-named': { status: 409, sentence: '匿名的件没有人可以答复。' },
});
