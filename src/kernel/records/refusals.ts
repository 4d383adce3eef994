import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'record.no-register': { status: 404, sentence: '没有这个台账，或者您的岗位不看它。请从“台账”里选。' },
  'record.not-found': { status: 404, sentence: '没有找到这条记录，可能不在您的辖区，或者已经撤回。请回到名单再找。' },
  'record.not-keeper': { status: 403, sentence: '您的岗位看得到“{register}”，不在里面登记。请找{keepers}。' },
  'record.changed-meanwhile': { status: 409, sentence: '您看着的时候，{by}在{on}改过这条记录：{what}。请看一眼新的内容再改，您填的还在。' },
  'record.rule': { status: 422, sentence: '{sentence}' },
  'record.wrong-state': { status: 409, sentence: '这条记录现在是“{from}”，不能直接到“{to}”。请先办中间那一步。' },
  'record.ended': { status: 409, sentence: '这条记录已经“{state}”，只能更正写错的，不能再变更。' },
  'record.day-too-early': { status: 422, sentence: '从 {day} 起已经有别的内容了。以后发生的变更要从那天或那天以后起；原来就写错的，请用“更正”。' },
  'record.day-ahead': { status: 422, sentence: '日期还没有到。台账记已经发生的，计划写在计划栏里。' },
  'record.nothing-changed': { status: 422, sentence: '没有改动：填的和现在的一样。' },
  'record.person-needed': { status: 422, sentence: '请写是谁的：姓名和身份证号码。' },
  'record.entry-twice': { status: 409, sentence: '这一条已经记过了：{what}。同一天同一个内容只记一次。' },
  'record.no-version': { status: 404, sentence: '没有这一段记录，可能已经更正过。请刷新再看。' },
  'record.withdrawn-register': { status: 409, sentence: '这个台账已经停用，不再登记新的；已有的还可以看、可以更正。' },
  'record.same-record': { status: 422, sentence: '请另选一条来比，不要选它自己。' },
  'record.no-target': { status: 404, sentence: '这个台账没有这个目标。请从目标表里选。' },
});
