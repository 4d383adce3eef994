import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'documents.broken': { status: 400, sentence: '文件没有传完整，请再传一次。' },
  'documents.too-large': { status: 413, sentence: '文件超过 20 MB，请拆开或压缩后再传。' },
  'documents.empty': { status: 422, sentence: '这个文件是空的。请检查是否选错了文件，再传一次。' },
  'documents.not-allowed': { status: 415, sentence: '这种文件不能传。请传照片、PDF、Word 或 Excel 文件。' },
  'documents.web-page': { status: 415, sentence: '这个文件其实是网页或 XML，为了安全不收。是材料请拍照或存成 PDF；是表格请用 Excel 或 WPS 打开，另存为 .xlsx 再传。' },
  'documents.wrong-name': { status: 415, sentence: '文件的内容和名字的后缀对不上。请用原来的软件重新保存，不要直接改名，再传一次。' },
  'documents.inflates-too-large': { status: 413, sentence: '这个文件解压后过大，为了安全不收。请把需要的内容另存为一个新文件再传。' },
});
