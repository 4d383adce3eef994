/**
 * All that can be said about a 花名册 that comes in. An `error` keeps the whole household out (half a household would be paid
 * a wrong amount); a `note` tells what was put right or taken for granted. Codes are stable; `{…}` is filled in.
 */
export const rosterFindings = {
  'roster.no-header': error('没有找到花名册的表头。请确认有一行写着“姓名、身份证号、与户主关系”等列名，而且所在的工作表没有隐藏。'),
  'roster.several-sheets': error('这个工作簿里有 {count} 张花名册（{sheets}）。请选择导入其中一张，或分成几个文件。'),
  'roster.column-missing': error('花名册少了“{column}”这一列。请补上这一列再导入。'),
  'roster.column-twice': error('有几列都是“{column}”（{columns} 列），分不清以哪一列为准。请删去多余的一列或改列名。'),
  'roster.column-hidden': error('“{column}”这一列被隐藏了，看不见的内容不导入。请取消隐藏，看过之后再导入。'),
  'roster.no-rows': error('表头下面没有一个人。请确认名单在这张工作表里。'),
  'roster.row-hidden': error('第 {row} 行被隐藏或被筛选掉了，看不见的内容不导入。请取消隐藏和筛选，看过之后再导入。'),
  'roster.line-without-person': error('第 {row} 行有内容却没有姓名和身份证号，分不清是谁。请补上，或删去这一行。'),
  'roster.cell-empty': error('“{column}”没有填。请补上。'),
  'roster.cell-formula': error('“{column}”是公式，文件里没有读得出的结果。请复制这一列，选择性粘贴为“数值”，再导入。'),
  'roster.cell-broken': error('“{column}”里是出错的结果“{text}”。请改成实际内容。'),

  'roster.id-stored-as-number': error('身份证号存成了数字，后几位已经变成 0，找不回来了。请把这一列设为“文本”格式，再对照证件重新填写，不能只改格式。'),
  'roster.id-fifteen-digits': error('这是 15 位的旧身份证号。请对照户口簿或新证件换成 18 位。'),
  'roster.id-wrong': error('{reason}'),
  'roster.name-private-use': error('姓名里有一个自造字，换一台电脑就看不见了。请用“U”模式等方法重新输入这个生僻字，或向公安户籍确认用字。'),
  'roster.name-illegible': error('姓名“{text}”里有不是姓名的字（数字、问号、方框等）。请对照证件重新填写。'),
  'roster.birth-date-unreadable': error('出生日期“{text}”看不明白。请写成 1980-05-01 或 1980年5月1日。'),
  'roster.birth-date-ambiguous': error('出生日期“{text}”可以有几种读法。请写全年月日，如 1980-05-01。'),
  'roster.birth-date-disagrees': error('出生日期写的是 {written}，身份证号里是 {fromId}，两处不一致。请对照证件改正。'),
  'roster.sex-unreadable': error('性别“{text}”看不明白。请写“男”或“女”。'),
  'roster.sex-disagrees': error('性别写的是{written}，按身份证号应为{fromId}。请对照证件改正。'),

  'roster.no-head': error('这一户（第 {rows} 行）没有户主。请在“与户主关系”里把户主那一行写成“户主”。'),
  'roster.two-heads': error('这一户（第 {rows} 行）有 {count} 个户主（第 {heads} 行）。请只留一个；若是两户，请给各户填上不同的户编号，并各自填补差额。'),
  'roster.head-mark-disagrees': error('“是否户主”与“与户主关系”不一致：一处说是户主，一处写的是“{text}”。请改正其中一处。'),
  'roster.head-name-disagrees': error('“户主姓名”写的是“{written}”，而这一户标为户主的是“{head}”。请改正其中一处。'),
  'roster.neighbour-without-head': error('上面第 {rows} 行没有户主，分不清那些人是不是这一户的。请先补上户编号或户主。'),
  'roster.household-number-twice': error('户编号“{text}”在第 {rows} 行分开出现。若是同一户，请把各行放在一起；若是两户，请改正户编号。'),
  'roster.value-conflict': error('同一户里有几个不同的“{column}”（第 {rows} 行）。请改成一样，或只在户主行填写。'),
  'roster.row-repeated': error('第 {rows} 行与这一行完全相同。请删去重复的一行。'),
  'roster.person-twice': error('同一个身份证号在这一户出现了几次（第 {rows} 行）。请核对后删去或改正。'),
  'roster.person-in-two-households': error('同一个身份证号还出现在另一户（第 {rows} 行）。一个人只能在一户里享受，请核对后从其中一户删去。'),

  'roster.amount-not-a-number': error('补差额“{text}”不是金额。请只填数字，如 533 或 533.50。'),
  'roster.amount-beyond-fen': error('补差额“{text}”的小数超过两位。请四舍五入到分后再填。'),
  'roster.amount-not-positive': error('补差额应大于 0，现在是“{text}”。不再享受的家庭请从名单里删去。'),
  'roster.amount-repeated': error('同一户有几行（第 {rows} 行）都填了补差额，分不清是各人的还是全户的。请只在户主行填全户每月的金额。'),
  'roster.account-stored-as-number': error('银行账号存成了数字，后几位可能已经变成 0。请把这一列设为“文本”格式，再对照存折重新填写。'),
  'roster.account-wrong': error('银行账号“{text}”不对：账号应是 8 至 32 位数字。请对照存折或银行卡填写。'),
  'roster.hukou-unreadable': error('户口性质“{text}”看不明白。请写“城镇”或“农村”。'),
  'roster.division-unknown': error('没有“{town}{village}”这个村居，或不在您的辖区。请按行政区划的名称填写镇街和村居。'),
  'roster.division-not-in-address': error('从住址“{text}”里认不出您辖区内的村居。请在住址前面写明镇街和村居，或加上“镇街”“村居”两列。'),
  'roster.bank-unknown': error('没有认出开户银行“{text}”。请写全称，如“农村商业银行”“邮政储蓄银行”。'),
  'roster.since-unreadable': error('起保时间“{text}”看不明白。请写成 2014-01 或 2014年1月。'),
  'roster.since-ambiguous': error('起保时间“{text}”可以有几种读法（如 2014.1 可能是 1 月，也可能是 10 月）。请写成 2014-01 或 2014年1月。'),
  'roster.since-in-future': error('起保时间 {text} 晚于本月。请改正。'),
  'roster.person-in-registered-household': error('此人已登记在{where}的另一户里。请与{where}核实，从其中一户去掉后再导入。'),
  'roster.person-already-granted': error('此人同一时间已在另一户享受低保，不能重复享受。请核实后再导入。'),
  'roster.person-named-otherwise': error('这个身份证号在人员库里登记的是另一个姓名。请对照证件核对姓名和号码。'),
  'roster.account-of-others': error('这个账号已登记在另一户、另一个户名之下。请对照存折核对账号和户名。'),
  'roster.household-not-imported': error('这一户共 {count} 行（第 {rows} 行）整户没有导入，因为第 {wrong} 行有错；改好后再导入。'),

  'roster.id-cleaned': note('{reason}'),
  'roster.name-spaces': note('姓名中间的空格已去掉，读作“{text}”。'),
  'roster.name-rare': note('姓名“{text}”里有生僻字，已按原字读入。请确认银行能用这个字开户。'),
  'roster.birth-date-serial': note('出生日期是数字 {text}，按 Excel 的日期读作 {date}，与身份证号一致。'),
  'roster.amount-with-text': note('补差额“{text}”读作 {yuan} 元。'),
  'roster.holder-assumed': note('没有填开户名，按户主“{head}”的账户读入。'),
  'roster.holder-not-member': note('开户名“{text}”不是这一户的人，要登记为代领人并写明关系。'),
  'roster.account-shared': note('银行账号与另一户（第 {rows} 行）相同。请确认不是填错；替人代领的要登记代领关系。'),
  'roster.person-known': note('此人已在人员库里，导入时相连，不重复登记。'),
  'roster.account-shared-on-register': note('这个账号也发放另一户的钱，户名相同。请确认是同一位代领人。'),
  'roster.hukou-mixed': note('同一户里有城镇和农村两种户口，按户主的“{text}”读入。'),
  'roster.disability-unreadable': note('残疾情况“{text}”没有看出类别和等级，原文照录。'),
} as const;

export type RosterCode = keyof typeof rosterFindings;

/** One thing said about a cell, a row, a household or the whole sheet. */
export interface RosterError {
  readonly severity: 'error' | 'note';
  readonly code: RosterCode;
  /** What is wrong and what to do, or what was put right. */
  readonly sentence: string;
  /** As Excel numbers it; 0 when it is about the whole sheet. */
  readonly row: number;
  /** The title of the column, empty when it is about the row. */
  readonly column: string;
  /** `C12`, empty when it is about no one cell. */
  readonly address: string;
  /** Which household: its number, or the row it begins with; undefined when it is about the sheet. */
  readonly householdKey?: string;
  /** All rows of that household. */
  readonly householdRows: readonly number[];
}

interface FindingDeclaration {
  readonly severity: 'error' | 'note';
  readonly sentence: string;
}

function error(sentence: string): FindingDeclaration {
  return { severity: 'error', sentence };
}

function note(sentence: string): FindingDeclaration {
  return { severity: 'note', sentence };
}

export type FindingValues = Readonly<Record<string, string | number | readonly number[]>>;

/** The sentence of a code with its blanks filled; a list of rows is written `5、6、7`. */
export function sentenceOf(code: RosterCode, values: FindingValues): string {
  return rosterFindings[code].sentence.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name];
    if (value === undefined) return blank;
    return typeof value === 'object' ? writeRows(value) : String(value);
  });
}

/** `5-8、12`: a long list of rows is shortened to runs. */
function writeRows(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((left, right) => left - right)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join('、');
}
