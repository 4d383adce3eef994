import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'review.differs': { status: 409, sentence: '核查发现和原认定不同：{what}。请先“调查核对”，不能直接维持。' },
  'review.no-such-class': { status: 422, sentence: '现行办法没有这一类，请刷新后重选。' },
  'review.no-extension': { status: 422, sentence: '现行办法没有延长核查期限的规定，不能延长。' },
  'review.not-later': { status: 422, sentence: '延长到的月份要晚于应复核的月份（{month}）。' },
  'review.started': { status: 409, sentence: '已经从 {month} 起在本平台办复核，不能再改。' },
  'review.start-early': { status: 422, sentence: '开始的月份不能早于本月。' },
  'review.no-cycle': { status: 422, sentence: '这项待遇现行办法没有规定定期复核。' },
  'review.facts-untold': { status: 409, sentence: '这一户是从花名册接收来的，还没有收入和财产情况。请先用“更正申报情况”补录，再提出意见。' },
});
