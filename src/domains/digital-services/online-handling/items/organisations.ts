import { defineItem } from '../../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { associations, charity, foundations, serviceOrganisations } from '../law.ts';
import { demoOnline, FREE } from './common.ts';

const line = '社会组织';
const where = '市民政局社会组织管理窗口';
const papers = ['登记申请书', '业务主管单位的批准文件（依法直接登记的不用）', '验资报告、场所使用权证明', '发起人和拟任负责人的基本情况、身份证明', '章程草案'];

/** 社会组织 items. */
export const organisations = [
  defineItem({
    id: 'association-registration', title: '社会团体成立登记', line, kind: 'permit', law: [associations('第十二条')], who: '要成立社会团体的发起人', where, bring: papers,
    limit: { days: 60, calendar: 'calendar', law: associations('第十二条'), note: '收齐第十一条的文件起60日，2016年2月6日修订的条文；以前的条文没有录入' }, fee: FREE, canBeOnline: true, listedFrom: plainDate('1998-10-25'), online: demoOnline(['2013-12-01', 'filing'], ['2014-09-01', 'pre-examination']),
  }),
  defineItem({
    id: 'service-organisation-registration', title: '民办非企业单位成立登记', line, kind: 'permit', law: [serviceOrganisations('第十一条')], who: '要办民办非企业单位的单位、个人', where, bring: papers,
    limit: { days: 60, calendar: 'calendar', law: serviceOrganisations('第十一条') }, fee: FREE, canBeOnline: true, listedFrom: plainDate('1998-10-25'), online: demoOnline(['2013-12-01', 'filing']),
  }),
  defineItem({
    id: 'foundation-registration', title: '基金会设立登记', line, kind: 'permit', law: [foundations('第十一条')], who: '要设立基金会的申请人', where: '省民政厅（第六条）；下放到本市的文件没有录入', bring: ['申请书', '章程草案', '验资证明和住所证明', '理事名单、身份证明，拟任理事长、副理事长、秘书长简历', '业务主管单位同意设立的文件'],
    limit: { days: 60, calendar: 'calendar', law: foundations('第十一条') }, fee: FREE, canBeOnline: true, listedFrom: plainDate('2004-06-01'), online: demoOnline(['2013-12-01', 'filing']),
  }),
  defineItem({
    id: 'association-branch-registration', title: '社会团体分支（代表）机构登记', line, kind: 'non-permit-approval', law: [associations('第十七条')], who: '要设分会、代表处的社会团体', where, bring: ['登记申请书', '会员大会决议'],
    limit: { days: null, calendar: 'calendar', law: null, note: '天数没有录入：取消以前的条文（1998年）没有读到' }, fee: FREE, canBeOnline: true, listedFrom: plainDate('1998-10-25'), online: [],
    cancelled: { from: plainDate('2013-11-08'), document: { title: '国务院关于取消和下放一批行政审批项目的决定', number: '国发〔2013〕44号', issuer: '国务院', issuedOn: plainDate('2013-11-08'), readIn: '见民政部的通知（民发〔2014〕38号）：取消的是民政部对全国性社会团体的登记。本市照着取消，见中山市民政局2014年度工作总结；本市的文件和日子没有录入' } },
  }),
  defineItem({
    id: 'public-fundraising', title: '慈善组织公开募捐资格', line, kind: 'permit', law: [charity('第二十二条')], who: '依法登记满二年的慈善组织', where, bring: ['申请书', '注册会计师出具的审计报告', '理事会决议'],
    limit: { days: 20, calendar: 'calendar', law: charity('第二十二条') }, fee: FREE, canBeOnline: true, listedFrom: plainDate('2016-09-01'), online: [],
  }),
];
