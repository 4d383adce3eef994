import { defineRefusals } from '../../contract/refusal.ts';

export default defineRefusals({
  'household.not-found': { status: 404, sentence: '没有找到这一户，或不在您的辖区内。' },
  'household.account-changed': { status: 409, sentence: '领款账户刚被改过，请看过新的再改。' },
  'household.holder-missing': { status: 422, sentence: '请选户内的持卡人；不是户内人的，请写代领人姓名和与这一户的关系。' },
  'household.holder-not-member': { status: 422, sentence: '这个人那一天不在户内。由别人代领的，请按代领人填写姓名和关系。' },
});
