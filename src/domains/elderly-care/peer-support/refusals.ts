import { defineRefusals } from '../../../kernel/contract/refusal.ts';

export default defineRefusals({
  'peer-support.not-seeking': { status: 409, sentence: '这位老人现在是“{state}”，不用再配。' },
  'peer-support.no-match': { status: 422, sentence: '这位助老员不合适了：离得太远、不在同一社区、结对已满、身体不适，或者已经和这位老人结过。请从建议里另选。' },
  'peer-support.not-proposed': { status: 409, sentence: '这一对现在是“{state}”，先选助老员，再记双方同意。' },
  'peer-support.helper-away': { status: 409, sentence: '助老员现在是“{state}”，或者身体不适，不能结对。请另选。' },
  'peer-support.not-paired': { status: 422, sentence: '{day} 他们没有结对，那一天的走访不能记。' },
  'peer-support.say-who': { status: 422, sentence: '请写老人一方是谁确认的：老人、家属或社区。' },
  'peer-support.say-what': { status: 422, sentence: '请写做了什么。' },
  'peer-support.day-too-short': { status: 422, sentence: '{day} 这位助老员在别处已经记了 {hours} 小时，一天没有这么长。' },
  'peer-support.same-again': { status: 409, sentence: '这一方那一天已经记了 {hours} 小时。要改时间，请写为什么。' },
});
