import { defineRefusals } from '../../../kernel/contract/refusal.ts';

export default defineRefusals({
  'visit.required': { status: 409, sentence: '{why}，审核确认机关要先入户核查、记录结果，才能提出审核确认意见。' },
  'import.again': { status: 409, sentence: '这个文件已由{office}的{who}在 {on} 导入过，没有再导入。要补导改好的户，请用“下载有问题的”那份表。' },
  'import.changed': { status: 409, sentence: '现在能导入的是 {households} 户 {persons} 人、每月 {yuan} 元，与您刚才看到的不同，没有导入。请重新看一遍预览。' },
  'import.nothing': { status: 422, sentence: '这个文件里没有能导入的户。请按列出的问题改好，再选一次文件。' },
  'import.nothing-wrong': { status: 422, sentence: '这个文件里没有有问题的户，不用下载。' },
  'import.unreadable-list': { status: 422, sentence: '没有读出花名册，不能按户导出。请先改好：{sentence}' },
  'import.first-month': { status: 422, sentence: '开始发放的月份不能早于本月（{month}）。' },
  'import.undone': { status: 409, sentence: '这次导入已经撤销了。' },
  'import.still-running': { status: 409, sentence: '这次导入还在进行，导完再看要不要撤销。' },
  'import.outside-area': { status: 403, sentence: '这次导入有户不在您的辖区内，请由导入的单位撤销。' },
  'import.undo-used': { status: 409, sentence: '有 {count} 户已经用上了，不能撤销：{words}。请逐户办变更或停发。' },
  'offer.not-yet': { status: 422, sentence: '介绍工作的日期不能晚于今天。' },
  'offer.not-member': { status: 422, sentence: '这个人今天不在这一户，请核实。' },
});
