import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'own-data.nothing-known': { status: 404, sentence: '这里还没有您的登记信息。' },
  'own-data.wrong-value': { status: 422, sentence: '“{title}”要写成{form}。' },
  'own-data.waiting': { status: 409, sentence: '这一项您已经要求更正，正在核实，不用再提。' },
  'own-data.not-found': { status: 404, sentence: '没有找到这件更正申请，或不在您的辖区内。' },
  'own-data.answered': { status: 409, sentence: '这件更正申请已经答复。' },
});
