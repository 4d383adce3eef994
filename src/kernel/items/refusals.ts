import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'item.cancelled': { status: 422, sentence: '“{title}”从{from}起取消，依据{document}。取消以前受理的照常办完，现在不再受理新的。' },
  'item.not-found': { status: 404, sentence: '事项目录里没有这一项。' },
  'item.already': { status: 409, sentence: '这一天已经记过同样的变动，不用再记。' },
  'item.no-proposal': { status: 404, sentence: '没有找到这条变动，或不在您的辖区内。' },
  'item.not-waiting': { status: 409, sentence: '这条变动已经复核过了。' },
  'item.same-person': { status: 403, sentence: '谁登记的谁不能复核，请另一位同事来。' },
  'item.not-online': { status: 422, sentence: '这一项依法要本人到场，不能改成网上办理。' },
  'item.document-missing': { status: 422, sentence: '请写明依据的文件名称。没有文号的可以空着，会显示“文号未录入”。' },
});
