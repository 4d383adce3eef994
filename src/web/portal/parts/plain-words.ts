/** Words of the office that have to stay, because papers and windows use them; each with what it means at home. Shown under every page that says one. */
export const MEANINGS: readonly { readonly term: string; readonly means: string }[] = [
  { term: '公示', means: '把姓名（隐去一个字）、人数、金额贴出来给大家看，有人觉得不对可以说。' },
  { term: '核对', means: '向银行、社保、房产、车管等单位查一查收入和财产，和您写的对不对得上。' },
  { term: '入户调查', means: '两个工作人员到家里看看、问问，不用准备什么。' },
  { term: '民主评议', means: '村里、社区里请人坐在一起，说说您家的情况是不是真的。' },
  { term: '受理', means: '窗口收下申请，开始办。' },
  { term: '渐退', means: '收入够了，也再按原来的数发几个月，慢慢停。' },
  { term: '认定', means: '确认您家属于哪一种困难家庭，给一张证明。' },
  { term: '低保边缘', means: '收入比低保标准高一点，但是日子也紧的家庭。' },
  { term: '授权委托书', means: '一张纸，写明请谁替您办、办什么、到哪天，两人签字。' },
  { term: '监护人', means: '小孩的父母，或者照管没有能力办事的人的人。' },
  { term: '行政复议', means: '不同意决定，请上一级再审一遍，不收钱。' },
  { term: '行政诉讼', means: '不同意决定，到法院去告，让法院来判。' },
  { term: '分类救助', means: '家里有老人、残疾人、重病人、学生的，在低保以外再多补一份。' },
  { term: '刚性支出', means: '不得不花的钱，像看病、上学、残疾康复自己出的那些。' },
  { term: '校验码', means: '印在文书上的一串字，照着填就知道文书真不真。' },
];

/** Words nobody at home knows; the portal's own sentences say it otherwise: 共同生活的家庭成员 is 家里人. */
export const NEVER: Readonly<Record<string, string>> = {
  共同生活的家庭成员: '家里人', 共同生活家庭成员: '家里人', 家庭经济状况核对: '查收入和财产', 行政相对人: '您', 呈报: '送上去', 财产性收入: '利息、房租', 转移性收入: '养老金、别人给的钱', 工资性收入: '工资', 经营净收入: '做生意剩下的钱', 予以: '（去掉）', 该户: '这一家', 上述: '上面的', 逾期: '过了日子', 贵户: '您家', 特此: '（去掉）',
};

/** The words of the list that stand in a text, longest first. Pure. */
export const meaningsIn = (text: string): typeof MEANINGS => MEANINGS.filter((one) => text.includes(one.term)).toSorted((a, b) => text.indexOf(a.term) - text.indexOf(b.term));
