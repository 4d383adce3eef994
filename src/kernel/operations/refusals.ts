import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'server.stopping': { status: 503, sentence: '系统正在重新启动，没有开始办。您写的都还在，请等半分钟再按一次。' },
  'server.database-away': { status: 503, sentence: '现在连不上数据库，没有办成。您写的都还在，请过一会儿再试；一直这样，请告诉管理员。' },
});
