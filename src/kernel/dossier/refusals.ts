import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'dossier.incomplete': { status: 409, sentence: '档案还缺：{missing}。本地规定材料齐了才能批准，请先归档。' },
  'dossier.no-file': { status: 404, sentence: '这一户这一年没有档案，或者不在您的辖区。' },
  'dossier.no-item': { status: 400, sentence: '这一类办件的归档清单里没有这一项，请从清单里选。' },
  'dossier.whose': { status: 400, sentence: '这一项每人一份，请选是哪一位的。' },
  'dossier.reason-needed': { status: 400, sentence: '这一年的档案已经封存，只能作为附件归入，请写明补归的原因。' },
  'dossier.too-many': { status: 400, sentence: '一次最多打包 {most} 户，请按镇街或按页分几次。' },
});
