import type { FormField, FormSection } from '../../../../kernel/contract/form.ts';
import { APPLICATIONS, AWAY, DEDUCTIONS, DISABILITIES, GRADES, HUKOU_KINDS, LABOUR, OUTPATIENT_CLASSES, RELATIONS } from './terms.ts';

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, title]) => ({ value, title }));
const yesNo = (key: string, title: string, plainTitle: string, more: Partial<FormField> = {}): FormField => ({ key, title, plainTitle, kind: 'yes-no', ...more });

/** 在读情况 as asked: the part-time ways of study stand apart, they do not count as in school. */
export const STUDY_ANSWERS = {
  none: '没有上学', school: '小学、初中、高中、中职', college: '大专、高职（全日制）', undergraduate: '本科（全日制）', postgraduate: '研究生', 'part-time': '函授、夜大等非全日制',
} as const;

/** 收入来源 as asked. */
export const SOURCES = {
  wage: '打工、打零工的工资',
  business: '做小生意、种地、养殖',
  property: '房租、利息、分红',
  pension: '养老金、退休金',
  'basic-pension': '城乡居民养老金里国家发的基础养老金',
  support: '子女等家里人给的赡养费、抚养费',
  relief: '政府发的救助款',
  preferential: '优待抚恤金',
  'family-planning': '计划生育奖励、扶助金',
  scholarship: '奖学金',
  'education-grant': '学校发的助学金',
  bravery: '见义勇为等奖励',
  other: '其他的钱',
} as const;

/** 开户银行, by 行别代码. */
export const BANKS = {
  '102': '工商银行', '103': '农业银行', '104': '中国银行', '105': '建设银行', '301': '交通银行', '314': '农村商业银行', '402': '农村信用社', '403': '邮政储蓄银行',
} as const;

const member: readonly FormField[] = [
  { key: 'name', title: '姓名', kind: 'person-name', required: true },
  { key: 'idCard', title: '公民身份号码', plainTitle: '身份证号', kind: 'id-card', required: true, help: '18 位，照身份证或户口本写。' },
  { key: 'relation', title: '与申请人关系', plainTitle: '是您的什么人', kind: 'choice', required: true, options: options(RELATIONS) },
  yesNo('hukouHere', '户籍是否在本市', '户口在本市吗', { required: true }),
  yesNo('livesTogether', '是否长期共同居住', '平时住在一起吗', { required: true, help: '上学住校的，也算住在一起。' }),
  yesNo('hasDisability', '是否持残疾证', '有残疾证吗', { required: true }),
  { key: 'disabilityKind', title: '残疾类别', plainTitle: '残疾证上写的类别', kind: 'choice', required: true, options: options(DISABILITIES), showIf: { key: 'hasDisability', equals: true } },
  {
    key: 'disabilityGrade', title: '残疾等级', plainTitle: '残疾证上写的等级', kind: 'choice', required: true, showIf: { key: 'hasDisability', equals: true },
    options: [1, 2, 3, 4].map((grade) => ({ value: String(grade), title: GRADES[grade] ?? '' })),
  },
  yesNo('seriousIllness', '是否患重特大疾病', '得了大病吗', { required: true, help: '有医院的诊断证明或病历的，请带上。' }),
  {
    key: 'specialOutpatient', title: '门诊特定病种类别', plainTitle: '病历上写了门诊特定病种几类吗', kind: 'choice', showIf: { key: 'seriousIllness', equals: true }, help: '没有就不用选。',
    options: [1, 2].map((level) => ({ value: String(level), title: OUTPATIENT_CLASSES[level] ?? '' })),
  },
  { key: 'study', title: '在读情况', plainTitle: '在上学吗', kind: 'choice', required: true, options: options(STUDY_ANSWERS) },
  { key: 'labour', title: '劳动能力', plainTitle: '能干活吗', kind: 'choice', required: true, options: options(LABOUR), help: '小孩和老人，照实际情况选。' },
  yesNo('unemployed', '是否无业', '现在没有工作吗'),
  yesNo('childless', '是否无子女', '没有子女吗', { help: '年纪大、没有子女的选“是”。别的人不用选。' }),
  yesNo('familyPlanningHardship', '是否计划生育困难（特殊）家庭成员', '领计划生育特别扶助吗', { help: '独生子女伤残或者去世的父母，选“是”。别的人不用选。' }),
  { key: 'away', title: '不在家的情形', plainTitle: '有没有下面的情形', kind: 'choice', options: options(AWAY), help: '没有就不用选。' },
];

export const family: FormSection = {
  id: 'family',
  title: '家庭成员',
  plainTitle: '家里有谁',
  help: '先写您自己，再写家里其他人。夫妻、没成年的孩子、还在上学的孩子都要写，不住在一起也要写。',
  fields: [
    { key: 'division', title: '户籍所在村（居）', plainTitle: '户口在哪个村、哪个社区', kind: 'division', required: true },
    { key: 'address', title: '住址', plainTitle: '现在住在哪里', kind: 'text', required: true, maxLength: 100 },
    { key: 'phone', title: '联系电话', kind: 'phone', required: true, help: '没有电话，写家里人或村居干部的。' },
    { key: 'hukouKind', title: '户口性质', plainTitle: '是城镇户口还是农村户口', kind: 'choice', required: true, options: options(HUKOU_KINDS) },
    { key: 'application', title: '申请方式', plainTitle: '给全家申请，还是只给一个人申请', kind: 'choice', required: true, options: options(APPLICATIONS), help: '一般是全家一起。重残、重病等特殊情况可以只给本人申请。' },
    yesNo('nearSubsistenceFamily', '所在家庭是否低保边缘家庭', '家里已经认定为低保边缘（低收入）家庭吗', { showIf: { key: 'application', equals: 'single' } }),
    yesNo('ownHukouBooklet', '申请人是否单独立户', '您自己单独一个户口本吗', { required: true, showIf: { key: 'application', equals: 'single' } }),
    yesNo('parentsUnable', '父母是否不能履行抚养义务', '申请的是孩子，父母没有能力养吗', { showIf: { key: 'application', equals: 'single' } }),
    yesNo('singleParent', '是否单亲家庭', '是单亲家庭吗', { required: true }),
    yesNo('threeNone', '是否“三无”', '没有收入、不能干活、也没有该养您的亲人吗', { required: true }),
    { key: 'members', title: '家庭成员', plainTitle: '家里的人', kind: 'list', required: true, item: member },
  ],
};

const person = (help?: string): FormField => ({ key: 'person', title: '姓名', plainTitle: '是谁的', kind: 'person-name', required: true, ...(help === undefined ? {} : { help }) });

export const income: FormSection = {
  id: 'income',
  title: '家庭收入',
  plainTitle: '家里每个月有哪些收入',
  help: '工资、打零工、做小生意、养老金、子女给的钱都算。拿不准的先填，工作人员会帮您核对。助学金、优抚金、政府发的救助款，写上也不会少给您。',
  fields: [
    {
      key: 'incomes', title: '收入', plainTitle: '一笔一笔写', kind: 'list', help: '没有收入就不用写。',
      item: [
        person('写上一步写过的姓名。'),
        { key: 'source', title: '来源', plainTitle: '什么钱', kind: 'choice', required: true, options: options(SOURCES) },
        { key: 'note', title: '说明', plainTitle: '做什么', kind: 'text', maxLength: 50 },
        { key: 'regular', title: '计法', plainTitle: '每个月都一样多吗', kind: 'choice', required: true, options: [{ value: 'monthly', title: '每月一样' }, { value: 'total', title: '有多有少，我写总数' }] },
        { key: 'monthly', title: '每月金额', plainTitle: '每月多少', kind: 'money', unit: '元', min: 0, required: true, showIf: { key: 'regular', equals: 'monthly' } },
        { key: 'total', title: '期限内总额', plainTitle: '一共拿到多少', kind: 'money', unit: '元', min: 0, required: true, showIf: { key: 'regular', equals: 'total' }, help: '没有单据也可以写，按实际到手的钱写。' },
        { key: 'months', title: '是几个月的', plainTitle: '是最近几个月的', kind: 'integer', unit: '个月', min: 1, max: 60, required: true, showIf: { key: 'regular', equals: 'total' } },
      ],
    },
    {
      key: 'deductions', title: '可扣减支出', plainTitle: '每月必须交的、必须花的', kind: 'list', help: '社会保险费、个人所得税、看大病的钱等。没有就不用写。',
      item: [
        person(),
        { key: 'kind', title: '项目', plainTitle: '什么钱', kind: 'choice', required: true, options: options(DEDUCTIONS) },
        { key: 'monthly', title: '每月金额', plainTitle: '每月多少', kind: 'money', unit: '元', min: 0, required: true },
      ],
    },
  ],
};

export const assets: FormSection = {
  id: 'assets',
  title: '家庭财产',
  plainTitle: '房子和存款',
  help: '照实写。银行、房产、车辆的情况，我们会经您授权再去核对。',
  fields: [
    { key: 'movable', title: '存款、证券、保险等动产合计', plainTitle: '全家存款、股票、保险加起来多少', kind: 'money', unit: '元', min: 0, required: true, help: '没有的话，写 0。' },
    { key: 'vehicles', title: '机动车、船舶', plainTitle: '有几辆汽车、摩托车或船', kind: 'integer', unit: '辆', min: 0, max: 99, required: true, help: '残疾人代步车不算。没有的话，写 0。' },
    { key: 'houses', title: '房屋', plainTitle: '有几套房子', kind: 'integer', unit: '套', min: 0, max: 99, required: true, help: '自己住的也算一套。租的不算。' },
  ],
};

export const account: FormSection = {
  id: 'account',
  title: '发放账户',
  plainTitle: '钱打到哪里',
  help: '批准以后，低保金打到这个账户。没有账户可以先空着，批准前补上。',
  fields: [
    yesNo('hasAccount', '是否已有账户', '有银行卡或存折吗', { required: true }),
    { key: 'bankCode', title: '开户银行', plainTitle: '哪家银行', kind: 'choice', required: true, options: options(BANKS), showIf: { key: 'hasAccount', equals: true } },
    { key: 'accountHolder', title: '户名', plainTitle: '户名是谁', kind: 'person-name', required: true, showIf: { key: 'hasAccount', equals: true } },
    { key: 'accountNumber', title: '账号', plainTitle: '卡号或存折号', kind: 'bank-account', required: true, showIf: { key: 'hasAccount', equals: true } },
    { key: 'agentRelation', title: '代领人与申请人关系', plainTitle: '户名不是家里人的，是您的什么人', kind: 'text', maxLength: 20, help: '请别人代领的才写。代领要签书面协议，并登记备案。' },
  ],
};

export const authorisation: FormSection = {
  id: 'authorisation',
  title: '授权核对',
  plainTitle: '同意我们去核对',
  help: '我们要向公安、社保、银行、房产、车管等单位核对全家的收入和财产，只用来办这件事。家里每个成年人都要各自签授权。',
  fields: [
    yesNo('authorise', '申请人授权核对家庭经济状况', '您同意核对吗', { required: true }),
    yesNo('relativeOfStaff', '与经办人员、村（居）委会成员有近亲属关系', '您家有没有人在镇街办低保，或者当村居干部', { required: true, help: '有也可以申请，要单独登记。' }),
    { key: 'relativeNote', title: '近亲属姓名、关系', plainTitle: '是谁，什么关系', kind: 'text', required: true, maxLength: 50, showIf: { key: 'relativeOfStaff', equals: true } },
  ],
};

export const confirmation: FormSection = {
  id: 'confirmation',
  title: '承诺',
  plainTitle: '最后确认',
  help: '请从头看一遍。交上去之前随时能改。以后家里有变化，请早点告诉我们，钱就不会发错。',
  fields: [yesNo('truthful', '承诺所填信息真实、完整', '我写的都是真的，没有漏写', { required: true })],
};
