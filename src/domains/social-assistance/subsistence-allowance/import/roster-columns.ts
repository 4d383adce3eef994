import type { ColumnDeclaration } from '../../../../kernel/documents/workbook/map-columns.ts';

export type RosterColumn =
  | 'sequence' | 'householdNo' | 'headName' | 'town' | 'village' | 'address' | 'hukou'
  | 'name' | 'idNumber' | 'relation' | 'headMark' | 'sex' | 'birthDate' | 'category' | 'disability' | 'student'
  | 'amount' | 'bankName' | 'account' | 'holder' | 'agentId' | 'agentRelation' | 'since' | 'whatIsWrong';

/** The last column of the sheet of bad rows we hand back; ignored when it comes in again. */
export const WHAT_IS_WRONG = '哪里不对';

function column(key: RosterColumn, required: boolean, title: string, synonyms: string): ColumnDeclaration<RosterColumn> {
  return { key, title, synonyms: synonyms.split(' ').filter((synonym) => synonym !== ''), required };
}

/** The columns of a 低保花名册 and the titles bureaus give them. 镇街 and 村居 may be missing when the importer says where. */
export const rosterColumns: readonly ColumnDeclaration<RosterColumn>[] = [
  column('sequence', false, '序号', '编号 顺序号 户序号'),
  column('householdNo', false, '户编号', '户号 家庭编号 低保证号 低保证编号 低保证号码 保障证号 低保编号 救助证号'),
  column('headName', false, '户主姓名', '户主 户主名 户主名称'),
  column('town', false, '镇街', '镇区 镇 镇(街) 街镇 乡镇 街道 镇名 镇街道 乡镇街道 所属镇区 所属镇街'),
  column('village', false, '村居', '村(居) 村居委会 村(居)委会 社区 村 村委会 居委会 村社区 村居名称 所属村居 所属社区'),
  column('address', true, '家庭住址', '住址 地址 家庭地址 居住地址 户籍地址 详细地址 现住址'),
  column('hukou', true, '户口性质', '户籍性质 户籍类别 户口类别 户口类型 城乡类别 城乡 城镇农村 低保类别 低保类型 保障类别 户口'),
  column('name', true, '姓名', '成员姓名 家庭成员姓名 保障对象姓名 对象姓名 家庭成员 家庭成员名单'),
  column('idNumber', true, '身份证号', '身份证号码 身份证 公民身份号码 公民身份证号码 证件号码 身份证件号码 家庭成员身份证号 家庭成员身份证号码 成员身份证号'),
  column('relation', true, '与户主关系', '关系 与户主的关系 家庭关系 与申请人关系 家庭成员与户主关系 称谓'),
  column('headMark', false, '是否户主', '户主标记 户主标识'),
  column('sex', false, '性别', '家庭成员性别'),
  column('birthDate', false, '出生日期', '出生年月日 出生年月 生日 出生 家庭成员出生日期'),
  column('category', false, '人员类别', '对象类别 人员类型 对象类型 分类施保类别 分类救济类别 身体状况 健康状况'),
  column('disability', false, '残疾类别等级', '残疾 残疾情况 残疾等级 残疾类别 残疾类别及等级 残疾类型及等级 残疾类型 残疾或重病 残疾及重病'),
  column('student', false, '在校情况', '就读情况 在读情况 学生 是否在校 是否学生 在校学生 在读 就读'),
  column('amount', true, '补差额', '月补差额 补差金额 月补差 家庭月补差额 全户月补差额 户月补差额 保障金额 月保障金额 低保金 月低保金 救助金额 月发放金额'),
  column('bankName', true, '开户银行', '银行 开户行 银行名称 开户行名称 发放银行 银行开户行 银行开户银行 银行账户开户行'),
  column('account', true, '银行账号', '账号 帐号 银行帐号 卡号 银行卡号 存折账号 存折号 一卡通账号 一卡通号 银行卡账号 银行账户 银行账户账号 银行账户卡号'),
  column('holder', false, '开户名', '户名 账户名 开户人 开户人姓名 持卡人 领款人 银行户名 账户姓名 银行账户户名'),
  column('agentId', false, '代领人身份证号', '代领人身份号码 代领人身份证号码 代领人公民身份号码 代领人证件号码'),
  column('agentRelation', false, '代领人与户主关系', '代领人关系 代领人与户主的关系'),
  column('since', false, '起保时间', '享受时间 享受起始时间 起始年月 享受低保时间 批准时间 审批时间 纳入时间 开始享受时间 起保年月 起发年月 起发时间 救助开始时间'),
  column('whatIsWrong', false, WHAT_IS_WRONG, ''),
];

export function titleOf(key: RosterColumn): string {
  return rosterColumns.find((declaration) => declaration.key === key)?.title ?? key;
}
