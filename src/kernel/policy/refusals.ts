import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'policy.unknown-parameter': { status: 404, sentence: '没有这个参数。' },
  'policy.wrong-value': { status: 422, sentence: '这个数的写法不对：{title}按“{unit}”填写。' },
  'policy.not-a-day': { status: 422, sentence: '起止日期写成 2015-01-01 这样，止日要在起日之后。' },
  'policy.document-missing': { status: 422, sentence: '要写明依据的文件名称。没有文号就写“无”，不能空着。' },
  'policy.same-person': { status: 409, sentence: '录入和复核不能是同一个人，请另一位同事复核。' },
  'policy.outside-area': { status: 403, sentence: '这个地方不归您的岗位管，不能录入或复核它的标准。' },
  'policy.demo-only': { status: 422, sentence: '只有演示城市可以录演示值。这里要有真的文件。' },
  'policy.not-waiting': { status: 409, sentence: '这一条已经复核或撤回了。' },
});
