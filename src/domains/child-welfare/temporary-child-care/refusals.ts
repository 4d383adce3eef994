import { defineRefusals } from '../../../kernel/contract/refusal.ts';

export default defineRefusals({
  'child-stay.not-searching': { status: 409, sentence: '这个孩子现在是“{state}”，没有在找监护人。' },
  'child-stay.step-done': { status: 409, sentence: '这一步已经记过结果。再找了一次，请加一步。' },
  'child-stay.say-means': { status: 422, sentence: '请写怎么找的。' },
});
