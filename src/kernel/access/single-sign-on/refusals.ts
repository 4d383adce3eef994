import { defineRefusals } from '../../contract/refusal.ts';

/** Codes beginning with sso. are shown on the sign-in page after the way back from the provider. */
export default defineRefusals({
  'sso.no-such-provider': { status: 404, sentence: '这里没有开通这种登录方式，请用页面上的其他办法登录。' },
  'sso.foreign-return': { status: 403, sentence: '登录以后只能回到本网站。请从登录页重新开始。' },
  'sso.provider-down': { status: 503, sentence: '统一认证现在连不上，没有登录。过一会儿再试；急着办的请找本单位管理员或到窗口。' },
  'sso.other-browser': { status: 403, sentence: '这次登录不是从这个浏览器开始的，没有登录。请从登录页重新开始。' },
  'sso.attempt-over': { status: 410, sentence: '这次登录已经用过，或过了时间。请从登录页重新开始。' },
  'sso.cancelled': { status: 401, sentence: '您在统一认证那边取消了，没有登录。要登录请再点一次。' },
  'sso.code-over': { status: 401, sentence: '统一认证给的凭据过了时间，或已经用过。请再点一次登录。' },
  'sso.wrong-audience': { status: 403, sentence: '统一认证送来的身份不是给本平台的，没有登录。请管理员核对接入编号。' },
  'sso.wrong-nonce': { status: 403, sentence: '统一认证送来的身份不是为这一次登录出的，没有登录。请从登录页重新开始。' },
  'sso.wrong-time': { status: 403, sentence: '统一认证送来的身份不在有效时间内，没有登录。请再试一次；再不行请管理员核对两边服务器的时间。' },
  'sso.not-trusted': { status: 403, sentence: '统一认证送来的身份没有通过核验，没有登录。请再试一次；再不行请管理员核对接入设置。' },
  'sso.claim-missing': { status: 403, sentence: '统一认证没有说出您的账号或证件号码，没有登录。请管理员核对接入设置。' },
  'sso.unknown-account': { status: 403, sentence: '统一认证认得您，但这里没有您在用的账号。请本单位管理员先开通，再来登录。' },
  'sso.not-verified': { status: 403, sentence: '您在统一认证那边还没有实名核验。请先在那边做完实名，或带身份证到镇街、村居的办事窗口。' },
  'sso.not-registered': { status: 403, sentence: '没有找到您的登记。请带身份证到镇街、村居的办事窗口登记一次，以后就能这样登录。' },
  'access.local-sign-in-off': { status: 403, sentence: '这里不再用密码登录，请用页面上的统一认证登录。' },
});
