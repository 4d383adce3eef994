import { defineRefusals } from '../../contract/refusal.ts';

export default defineRefusals({
  'person.not-found': { status: 404, sentence: '没有找到这个人，或不在您的辖区内。' },
  'person.document-not-found': { status: 404, sentence: '没有找到这份证件，或已经注销。' },
  'person.changed': { status: 409, sentence: '这个人的信息刚被改过，请看过新的内容再改。' },
  'person.nothing-to-correct': { status: 422, sentence: '改后的内容和现在一样，没有要更正的。' },
  'person.no-record-then': { status: 422, sentence: '那一天还没有这个人的记录，请改起始日期。' },
  'person.dead-already': { status: 409, sentence: '这个人已经登记在 {on} 去世，不用再登记。' },
  'person.not-dead': { status: 409, sentence: '这个人没有登记死亡，没有要撤销的。' },
  'person.death-to-come': { status: 422, sentence: '去世日期还没有到，请核对。' },
  'person.death-before-birth': { status: 422, sentence: '去世日期早于出生日期，请核对。' },
});
