import { defineItem } from '../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { measures2012, measures2021, regulation1999 } from '../common/means-test/law.ts';

/** 最低生活保障 as the item catalogue lists it. The total of 30 工作日 is the 2021 measures'; before, limits stood step by step. */
export const items = [defineItem({
  id: 'subsistence-allowance', title: '最低生活保障', line: '社会救助', kind: 'payment', law: [regulation1999(), measures2012(), measures2021()],
  who: '家庭人均收入低于低保标准、财产符合规定的家庭', where: '户籍所在镇街社会救助窗口，村居可以代办；也可以在这里网上申请',
  bring: ['全家的身份证、户口本', '收入的凭据，没有可以自己写明', '有残疾证、病历、学生证的带上', '银行卡或存折'],
  limit: { days: null, calendar: 'working', law: measures2012(), note: '一步一步有期限，办件页上看得到；2021年7月1日起共30个工作日，特殊情况45个' }, fee: '不收费', canBeOnline: true, listedFrom: plainDate('1999-10-01'),
  online: [{ from: plainDate('2014-07-02'), level: 'pre-examination', demo: true, document: { title: '演示值，不是中山市的规定', number: null } }],
})];
