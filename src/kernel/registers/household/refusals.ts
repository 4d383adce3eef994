import { defineRefusals } from '../../contract/refusal.ts';

export default defineRefusals({
  'household.not-found': { status: 404, sentence: '没有找到这一户，或不在您的辖区内。' },
  'household.account-changed': { status: 409, sentence: '领款账户刚被改过，请看过新的再改。' },
  'household.holder-missing': { status: 422, sentence: '请选户内的持卡人；不是户内人的，请写代领人姓名和与这一户的关系。' },
  'household.holder-not-member': { status: 422, sentence: '这个人那一天不在户内。由别人代领的，请按代领人填写姓名和关系。' },
  'household.changed': { status: 409, sentence: '这一户刚被改过，请看过新的情况再办。' },
  'household.change-to-come': { status: 422, sentence: '变化的日期还没有到，请写已经发生的日期。' },
  'household.change-before-last': { status: 409, sentence: '这一户 {on} 还有一次变更，不能再记它以前的变化。请核对日期，或先更正后一次。' },
  'household.nothing-changes': { status: 422, sentence: '改后和现在一样，没有要变更的。' },
  'household.member-twice': { status: 409, sentence: '这个人已经在这一户里，不用再加。' },
  'household.member-elsewhere': { status: 409, sentence: '这个人那一天登记在另一户里。一人同一天只能在一户，请按“转到另一户”办。' },
  'household.not-a-member': { status: 422, sentence: '这个人那一天不在这一户里，请核对姓名和日期。' },
  'household.one-head': { status: 422, sentence: '一户只能有一个户主，请改其他人的关系。' },
  'household.no-successor': { status: 422, sentence: '户主离开了这一户，请写明由谁接任户主。' },
  'household.head-not-member': { status: 422, sentence: '新户主要是这一户里的人。' },
  'household.target-not-found': { status: 404, sentence: '没有找到要转入的那一户，或不在您的辖区内。请核对户号。' },
  'household.same-household': { status: 422, sentence: '转入的和转出的是同一户，请核对户号。' },
  'household.split-nobody': { status: 422, sentence: '请写明哪些人分出去。' },
  'household.split-everybody': { status: 422, sentence: '全家都走不是分户，请按“搬家”办。' },
  'household.pays-benefit': { status: 409, sentence: '这一户正在领待遇，人口变了金额也要变。请从“办理变更”办，不要只改登记。' },
  'household.address-not-village': { status: 422, sentence: '新住址要选到村或社区。' },
});
