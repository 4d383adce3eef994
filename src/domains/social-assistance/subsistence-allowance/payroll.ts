import { definePayroll } from '../../../kernel/payroll/payroll.ts';

/** 低保金按月社会化发放。 */
export const payroll = definePayroll({
  benefit: 'subsistence-allowance',
  // 分类救助 of recognised families goes out with the month's 低保金, booked under its own name
  together: ['low-income-supplement'],
  title: '低保金',
  purpose: '最低生活保障金',
  items: { 'difference': '补差', 'classified-assistance': '分类救助', 'low-income-classified': '分类救助（低收入家庭）', 'work-refusal': '本人份额减发' },
  // 2012 年办法：城市按月、每月 10 日前发放到户
  byDay: 10,
  law: { instrument: '最低生活保障审核审批办法（试行）', article: '第三十一条', documentNumber: '民发〔2012〕220号' },
  needsFinance: true,
  words: {
    'taken-over': '接转',
    'new': '新增',
    'resumed': '恢复发放',
    'stopped': '停发',
    'members-added': '增加成员',
    'members-removed': '减少成员',
    'income-down': '收入减少，补差调高',
    'income-up': '收入增加，补差调低',
    'standard': '标准调整',
    'arrears': '补发以前月份',
    'recovery': '扣回多发',
  },
});
