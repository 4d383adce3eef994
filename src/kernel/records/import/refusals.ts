import { defineRefusals } from '../../contract/refusal.ts';

export default defineRefusals({
  'record-import.no-sheet': { status: 422, sentence: '这个文件里没有看得到、有内容的工作表。请检查是否选错了文件，或另选一张工作表。' },
  'record-import.no-headings': { status: 422, sentence: '没有看出哪一行是表头。请写明表头在第几行，再读一次。' },
  'record-import.columns-missing': { status: 422, sentence: '还没有哪一列是“{columns}”，这几项必填。请对上再试。' },
  'record-import.columns-twice': { status: 422, sentence: '两列都对到了“{columns}”，请留一列。' },
  'record-import.nothing': { status: 422, sentence: '没有一行可以写。请先照列出的改好，再导入。' },
  'record-import.changed': { status: 409, sentence: '试过以后台账有了变化：现在可以写的是 {good} 行。请再看一遍，再写。' },
  'record-import.running': { status: 409, sentence: '这一次导入还在写，写完了才能撤销。' },
  'record-import.undone': { status: 409, sentence: '这一次导入已经撤销过了。' },
  'record-import.not-found': { status: 404, sentence: '没有找到这一次导入，可能不在您的辖区。' },
});
