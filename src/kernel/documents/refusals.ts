import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'documents.broken': { status: 400, sentence: '文件没有传完整，请再传一次。' },
  'documents.too-large': { status: 413, sentence: '文件超过 20 MB，请拆开或压缩后再传。' },
});
