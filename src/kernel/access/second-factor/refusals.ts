import { defineRefusals } from '../../contract/refusal.ts';

export default defineRefusals({
  'access.second-factor-needed': { status: 403, sentence: '这一步要再验一次身份：写上手机上的动态验证码，接着办，写好的都还在。' },
  'access.second-factor-missing': { status: 403, sentence: '您的岗位要先绑定动态验证码，才能办这一步。请到“我的账号”绑定。' },
  'second-factor.wrong-code': { status: 422, sentence: '验证码不对，或已经用过。等手机上换了新的一个，再写一次。' },
  'second-factor.locked': { status: 429, sentence: '验证码错得太多，先锁住了。请过 {minutes} 分钟再试；手机丢了，用恢复码，或请管理员重置。' },
  'second-factor.not-begun': { status: 410, sentence: '二维码过了时间。请重新扫一个新的。' },
  'second-factor.none': { status: 409, sentence: '这个账号没有绑定动态验证码。' },
  'second-factor.required': { status: 409, sentence: '您的岗位必须有动态验证码，不能停用；换手机请用“换一部手机”。' },
  'second-factor.own': { status: 409, sentence: '不能重置自己的动态验证码，请另一位管理员来做。' },
});
