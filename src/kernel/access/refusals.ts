import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'access.sign-in-first': { status: 401, sentence: '请先登录。' },
  'access.not-yours': { status: 403, sentence: '这个岗位不能办这件事。换一个岗位，或请有权的同事办理。' },
  'access.wrong-password': { status: 401, sentence: '账号或密码不对，请再试一次。' },
  'access.too-many-tries': { status: 429, sentence: '试得太多次了，请 15 分钟后再登录。' },
  'access.too-many-requests': { status: 429, sentence: '按得太快了，歇一会儿再试。' },
  'access.other-site': { status: 403, sentence: '请从本网站的页面办理。' },
  'access.bad-id': { status: 422, sentence: '{sentence}' },
  'access.login-taken': { status: 409, sentence: '这个账号名已经有人用了，换一个。' },
  'access.no-post': { status: 403, sentence: '这个账号今天没有在任的岗位，请找管理员。' },
  'access.outside-area': { status: 403, sentence: '这一户不在您的辖区内，请转给管辖的镇街办理。' },
  'input.invalid': { status: 400, sentence: '有几处要改，改好再交，其他不用重填。' },
  'input.too-large': { status: 413, sentence: '内容太大了，请分成几次交。' },
  'input.not-json': { status: 400, sentence: '没有看懂送来的内容，请刷新页面再试。' },
  'not-found': { status: 404, sentence: '没有找到，或不在您的辖区内。' },
  'command.key-missing': { status: 400, sentence: '没有带上操作编号，请刷新页面再试。' },
  'command.key-reused': { status: 409, sentence: '同一操作编号送来了不同的内容，没有执行。请刷新页面后重做。' },
  'command.conflict': { status: 409, sentence: '同时有别人改了同一处，没有存上。请刷新看看再办。' },
  'command.busy': { status: 503, sentence: '现在办的人多，没有存上。您写的都还在，请再按一次。' },
});
