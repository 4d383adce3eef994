import { defineItem } from '../../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { adoption, careInstitutions, disabilitySubsidies, elders, orphans } from '../law.ts';
import { demoOnline, FREE, notRead, TOWN_WINDOW } from './common.ts';

/** 儿童、残疾人、养老 items. */
export const welfare = [
  defineItem({
    id: 'orphan-allowance', title: '孤儿基本生活费', line: '儿童福利', kind: 'payment', law: [orphans()], who: '失去父母、查找不到生父母的未满18周岁的孩子', where: TOWN_WINDOW, bring: ['户口本', '父母死亡或失踪的证明'],
    limit: notRead(orphans()), fee: FREE, canBeOnline: true, listedFrom: plainDate('2010-11-16'), online: demoOnline(['2014-10-01', 'filing']),
  }),
  defineItem({
    id: 'adoption-registration', title: '收养登记', line: '儿童福利', kind: 'confirmation', law: [adoption('第七条')], who: '收养人、被收养人', where: '县级民政部门的收养登记机关（第二条、第三条）', bring: ['收养申请书', '收养人的户口簿、身份证', '婚姻状况、抚养教育能力的证明，子女情况声明', '县级以上医院的健康检查证明', '送养人的户口簿、身份证'],
    limit: { days: 30, calendar: 'calendar', law: adoption('第七条'), note: '收到材料次日起；公告找生父母的日子不算' }, fee: FREE, canBeOnline: false, listedFrom: plainDate('1999-05-25'), online: [],
  }),
  defineItem({
    id: 'disability-living-allowance', title: '困难残疾人生活补贴', line: '残疾人福利', kind: 'payment', law: [disabilitySubsidies()], who: '低保家庭中的残疾人', where: TOWN_WINDOW, bring: ['身份证、残疾证', '银行卡'],
    limit: notRead(disabilitySubsidies()), fee: FREE, canBeOnline: true, listedFrom: plainDate('2016-01-01'), online: [],
  }),
  defineItem({
    id: 'nursing-care-subsidy', title: '重度残疾人护理补贴', line: '残疾人福利', kind: 'payment', law: [disabilitySubsidies()], who: '一级、二级且需要长期照护的残疾人', where: TOWN_WINDOW, bring: ['身份证、残疾证', '银行卡'],
    limit: notRead(disabilitySubsidies()), fee: FREE, canBeOnline: true, listedFrom: plainDate('2016-01-01'), online: [],
  }),
  defineItem({
    id: 'old-age-allowance', title: '高龄津贴', line: '养老服务', kind: 'payment', law: [elders('第三十三条')], who: '本市户籍的高龄老人，年龄由市里规定', where: '村居、镇街窗口', bring: ['身份证、户口本', '银行卡'],
    limit: notRead(elders('第三十三条')), fee: FREE, canBeOnline: true, listedFrom: plainDate('2013-07-01'), online: demoOnline(['2014-06-01', 'pre-examination']),
  }),
  defineItem({
    id: 'care-institution-permit', title: '养老机构设立许可', line: '养老服务', kind: 'permit', law: [careInstitutions()], who: '要办养老院的单位、个人', where: '市民政局', bring: ['设立申请书', '服务场所的自有产权或租赁证明', '建设、消防、卫生防疫等验收意见'],
    limit: notRead(careInstitutions()), fee: FREE, canBeOnline: true, listedFrom: plainDate('2013-07-01'), online: demoOnline(['2014-08-01', 'filing']),
    cancelled: { from: plainDate('2018-12-29'), document: { title: '全国人民代表大会常务委员会关于修改《中华人民共和国劳动法》等七部法律的决定', number: null, issuer: '全国人民代表大会常务委员会', issuedOn: plainDate('2018-12-29') } },
  }),
];
