import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'mandate.not-in-force': { status: 403, sentence: '这份授权已经到期或者收回了，不能再替他办。要接着办，请本人再授权一次。' },
  'mandate.not-for-this': { status: 403, sentence: '替别人办的时候，不能看、不能办这一项。要看自己家的，请先退出替办。' },
  'mandate.not-found': { status: 404, sentence: '没有找到这份授权。' },
  'mandate.over': { status: 409, sentence: '这份授权已经结束了。' },
  'mandate.wrong-period': { status: 422, sentence: '授权从今天或以后起，最长 {months} 个月，要写到哪一天。' },
  'mandate.wrong-matter': { status: 422, sentence: '没有这个事项，请重新选。' },
  'mandate.himself': { status: 422, sentence: '自己的事自己就能办，不用授权。' },
  'mandate.child-principal': { status: 422, sentence: '未满成年年龄的人不能自己授权，由监护人到窗口登记。' },
  'mandate.child-helper': { status: 422, sentence: '受托人要满成年年龄。' },
  'mandate.age-unknown': { status: 422, sentence: '成年年龄还没有录入，暂时不能登记授权。请标准管理岗位先录入。' },
  'mandate.no-person': { status: 404, sentence: '没有找到{who}，或者姓名和身份证号对不上。请照身份证再写一次。' },
  'mandate.dead': { status: 422, sentence: '{who}已经登记去世，不能登记授权。' },
  'mandate.no-paper': { status: 422, sentence: '请先上传签了字的授权委托书或者监护证明。' },
  'mandate.not-guardian': { status: 422, sentence: '户籍登记看不出是他的父母，或者他已经成年。请上传监护证明，按“有证明的监护人”登记。' },
  'mandate.too-many-tries': { status: 429, sentence: '授权码写错太多次了，明天再试，或请本人到窗口登记授权委托书。' },
  'mandate.same': { status: 409, sentence: '同一个人、同一事项已经有一份有效的授权，不用再登记。' },
  'mandate.wrong-principal': { status: 422, sentence: '授权委托书上的委托人不是申请表里的本人，请核对。' },
  'mandate.not-village': { status: 422, sentence: '委托村（居）委会的，请由这个村（居）的岗位登记。' },
});
