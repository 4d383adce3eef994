import { defineItem } from '../../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { associations, charity, foundations, serviceOrganisations } from '../law.ts';
import { demoOnline, FREE } from './common.ts';

const line = '社会组织';
const where = '市民政局社会组织管理窗口';
const papers = ['成立登记申请书', '章程草案', '验资报告、场所使用权证明', '负责人基本情况、身份证明'];

/** 社会组织 items. */
export const organisations = [
  defineItem({
    id: 'association-registration', title: '社会团体成立登记', line, kind: 'permit', law: [associations('第十二条')], who: '要成立社会团体的发起人', where, bring: papers,
    limit: { days: 60, calendar: 'calendar', law: associations('第十二条') }, fee: FREE, canBeOnline: true, listedFrom: plainDate('1998-10-25'), online: demoOnline(['2013-12-01', 'filing'], ['2014-09-01', 'pre-examination']),
  }),
  defineItem({
    id: 'service-organisation-registration', title: '民办非企业单位成立登记', line, kind: 'permit', law: [serviceOrganisations('第十一条')], who: '要办民办非企业单位的单位、个人', where, bring: papers,
    limit: { days: 60, calendar: 'calendar', law: serviceOrganisations('第十一条') }, fee: FREE, canBeOnline: true, listedFrom: plainDate('1998-10-25'), online: demoOnline(['2013-12-01', 'filing']),
  }),
  defineItem({
    id: 'foundation-registration', title: '基金会设立登记', line, kind: 'permit', law: [foundations('第十一条')], who: '要设立基金会的发起人', where, bring: papers,
    limit: { days: 60, calendar: 'calendar', law: foundations('第十一条') }, fee: FREE, canBeOnline: true, listedFrom: plainDate('2004-06-01'), online: demoOnline(['2013-12-01', 'filing']),
  }),
  defineItem({
    id: 'association-branch-registration', title: '社会团体分支（代表）机构登记', line, kind: 'non-permit-approval', law: [associations('第十九条')], who: '要设分会、代表处的社会团体', where, bring: ['登记申请书', '会员大会决议'],
    limit: { days: null, calendar: 'calendar', law: associations('第十九条'), note: '天数没有录入' }, fee: FREE, canBeOnline: true, listedFrom: plainDate('1998-10-25'), online: [],
    cancelled: { from: plainDate('2013-11-08'), document: { title: '国务院关于取消和下放一批行政审批项目的决定', number: '国发〔2013〕44号', issuer: '国务院', issuedOn: plainDate('2013-11-08'), readIn: '中山市民政局2014年度工作总结：取消社会团体分支（代表）机构行政审批事项' } },
  }),
  defineItem({
    id: 'public-fundraising', title: '慈善组织公开募捐资格', line, kind: 'permit', law: [charity('第二十二条')], who: '登记满规定年限的慈善组织', where, bring: ['申请书', '注册会计师出具的审计报告', '理事会决议'],
    limit: { days: 20, calendar: 'calendar', law: charity('第二十二条') }, fee: FREE, canBeOnline: true, listedFrom: plainDate('2016-09-01'), online: [],
  }),
];
