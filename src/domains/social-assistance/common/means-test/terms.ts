/** Words of the office for what the facts say; the keys are what is stored. */
export const RELATIONS = {
  self: '本人', spouse: '配偶', child: '子女', parent: '父母', sibling: '兄弟姐妹', grandparent: '祖父母、外祖父母', grandchild: '孙子女、外孙子女', other: '其他',
} as const;

export const HUKOU_KINDS = { urban: '城镇（非农业）', rural: '农村（农业）' } as const;

export const APPLICATIONS = { household: '以家庭为单位', single: '单独申请' } as const;

export const SEXES = { male: '男', female: '女' } as const;

export const DISABILITIES = {
  visual: '视力残疾', hearing: '听力残疾', speech: '言语残疾', physical: '肢体残疾', intellectual: '智力残疾', mental: '精神残疾', multiple: '多重残疾',
} as const;

export const GRADES = ['', '一级', '二级', '三级', '四级'] as const;

export const STUDIES = {
  none: '不在读', school: '义务教育、高中、中职', college: '大专、高职', undergraduate: '本科', postgraduate: '研究生',
} as const;

export const LABOUR = { able: '有劳动能力', partly: '部分丧失劳动能力', none: '没有劳动能力' } as const;

export const AWAY = {
  no: '都不是', clergy: '脱离家庭三年以上的宗教教职人员', prison: '在监狱服刑', 'labour-reeducation': '在劳动教养场所', 'compulsory-rehabilitation': '强制隔离戒毒', missing: '法院宣告失踪',
} as const;

/** 收入类别: 2012年办法第十六条、2021年办法第十三条. */
export const INCOME_CATEGORIES = {
  wage: '工资性收入', business: '经营净收入', property: '财产净收入', transfer: '转移净收入', other: '其他收入',
} as const;

/** Kinds that the law treats in a way of their own; everything else is `ordinary`. */
export const INCOME_KINDS = {
  ordinary: '一般收入',
  pension: '养老金、退休金',
  'basic-pension': '城乡居民基本养老保险基础养老金（中央确定部分）',
  'social-relief': '政府发放的社会救助款物',
  'preferential-pension': '优待抚恤金',
  'family-planning-reward': '计划生育奖励与扶助金',
  scholarship: '奖学金',
  'education-grant': '助学金',
  'bravery-award': '见义勇为等奖励性补助',
} as const;

export const DEDUCTIONS = {
  'income-tax': '个人所得税',
  'social-insurance': '个人缴纳的社会保险费',
  'work-cost': '必要的就业成本',
  'support-paid': '支付的赡养、抚养、扶养费',
  'disability-cost': '因残疾增加的刚性支出',
  'illness-cost': '因患重病增加的刚性支出',
} as const;

/** 门诊特定病种, as asked. */
export const OUTPATIENT_CLASSES = ['', '一类', '二类'] as const;

/** 分类救助 categories, in the order they are printed. */
export const CLASSIFIED = {
  elder: '老年人',
  minor: '未成年人',
  student: '全日制本科及以下在校生',
  'single-parent': '单亲家庭人员',
  'severe-disability': '重度残疾人',
  disability: '残疾人（不分等级）',
  'serious-illness': '大病患者',
  childless: '无子女人员',
  'special-outpatient': '门诊特定病种一类、二类人员',
  'family-planning': '计划生育困难家庭成员',
} as const;
export type ClassifiedCategory = keyof typeof CLASSIFIED;

export const CONFIRMATION_LEVELS = { county: '县级民政部门', city: '市民政局', town: '镇街' } as const;

/** 刚性支出: what a family cannot help spending (2024 办法; 粤府办〔2022〕3号). */
export const RIGID_SPENDING = { medical: '医疗', education: '教育', disability: '残疾康复', accident: '突发事件', other: '其他必需支出' } as const;
