import type { Form, Material } from '../../../kernel/contract/form.ts';
import { account, assets, authorisation, confirmation, family, income } from '../common/means-test/form-sections.ts';

/** Papers that may be asked for. What a government platform can look up is not asked for again (2021 第十条). */
const materials: readonly Material[] = [
  { key: 'id-cards', title: '居民身份证', help: '每名家庭成员' },
  { key: 'hukou', title: '户口簿', help: '首页和每名成员页' },
  { key: 'income', title: '收入证明或收入声明', help: '有工作、有收入的成员' },
  { key: 'assets', title: '存款、房屋、车辆等财产的凭据' },
  { key: 'authorisation', title: '核对授权书', help: '每名成年成员签字' },
  { key: 'disability', title: '残疾人证', help: '有残疾的成员' },
  { key: 'illness', title: '诊断证明或病历', help: '患重病的成员' },
  { key: 'study', title: '学生证或在读证明', help: '在校的成年子女' },
  { key: 'marriage', title: '结婚证、离婚证或判决书' },
  { key: 'support', title: '赡养、抚养、扶养协议或判决书' },
  { key: 'costs', title: '医疗费等刚性支出的票据' },
  { key: 'account', title: '银行卡或存折' },
  { key: 'proxy', title: '委托书和受托人身份证', help: '委托别人申请的' },
];

/** 最低生活保障申请表: the same for the portal and the counter. */
export const applicationForm: Form = { id: 'subsistence-allowance-application', title: '最低生活保障申请', sections: [family, income, assets, account, authorisation, confirmation], materials };
