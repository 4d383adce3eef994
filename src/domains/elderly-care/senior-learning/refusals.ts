import { defineRefusals } from '../../../kernel/contract/refusal.ts';

export default defineRefusals({
  'senior-learning.closed': { status: 409, sentence: '这门课现在是“{state}”，不再办报名。' },
  'senior-learning.no-seats': { status: 422, sentence: '还没有写学位数（计划人数）。请先在课程里填上。' },
  'senior-learning.enrolled': { status: 409, sentence: '这位学员已经{standing}，不用再报。' },
  'senior-learning.not-enrolled': { status: 409, sentence: '这位学员不在名单上，可能刚才已经退了。请刷新再看。' },
  'senior-learning.nobody-moves': { status: 409, sentence: '没有空学位，或者没有人候补，现在没有可以递补的。' },
  'senior-learning.not-learning': { status: 422, sentence: '名单里有 {count} 人那一天没有学位，不能记到课、结业。请刷新再看。' },
  'senior-learning.never-came': { status: 422, sentence: '有 {count} 人一次也没有到过课，不能结业。' },
  'senior-learning.nothing-to-verify': { status: 409, sentence: '{from}以后到 {through} 没有新的到课，不用核实。' },
  'senior-learning.own-eyes': { status: 403, sentence: '这一段的到课有您自己记的。到课由另一个人核实，请找别的经办。' },
  'senior-learning.nothing-verified': { status: 409, sentence: '还没有核实过，没有可以撤回的。' },
});
