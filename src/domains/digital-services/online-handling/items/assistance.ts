import { defineItem } from '../../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { interimMeasures, vagrants } from '../law.ts';
import { demoOnline, FREE, notRead, TOWN_WINDOW } from './common.ts';

const line = '社会救助';

/** 社会救助 items whose matters are not carried out here yet. */
export const assistance = [
  defineItem({
    id: 'extreme-difficulty-support', title: '特困人员供养', line, kind: 'payment', law: [interimMeasures('第十六条')], who: '没有劳动能力、没有生活来源、没有人赡养抚养的老人、残疾人、未满16周岁的孩子', where: TOWN_WINDOW,
    bring: ['身份证、户口本', '残疾证（有的带）', '财产、收入情况'], limit: notRead(interimMeasures('第十六条')), fee: FREE, canBeOnline: true, listedFrom: plainDate('2014-05-01'), online: demoOnline(['2014-09-01', 'inquiry']),
  }),
  defineItem({
    id: 'temporary-assistance', title: '临时救助', line, kind: 'payment', law: [interimMeasures('第四十八条')], who: '遭火灾、车祸、大病等，一时过不去的家庭', where: TOWN_WINDOW,
    bring: ['身份证、户口本', '遭遇困难的单据，如出院小结、事故认定'], limit: notRead(interimMeasures('第四十八条')), fee: FREE, canBeOnline: true, listedFrom: plainDate('2014-05-01'), online: demoOnline(['2014-07-01', 'filing']),
  }),
  defineItem({
    id: 'medical-assistance', title: '医疗救助', line, kind: 'payment', law: [interimMeasures('第三十条')], who: '低保对象、特困人员和其他特殊困难的病人', where: TOWN_WINDOW,
    bring: ['身份证、户口本', '医疗费单据、出院小结'], limit: notRead(interimMeasures('第三十条')), fee: FREE, canBeOnline: true, listedFrom: plainDate('2014-05-01'), online: demoOnline(['2014-09-01', 'filing']),
    cancelled: { from: plainDate('2019-03-02'), document: { title: '国务院关于修改部分行政法规的决定（改由医疗保障部门审批）', number: '国务院令第709号', issuer: '国务院', issuedOn: plainDate('2019-03-02') } },
  }),
  defineItem({
    id: 'vagrant-relief', title: '生活无着的流浪乞讨人员救助', line, kind: 'service', law: [vagrants(), interimMeasures('第五十条')], who: '在外面没有地方吃住的人', where: '救助管理站，全天都收', bring: ['什么都不用带'],
    limit: notRead(vagrants()), fee: FREE, canBeOnline: false, listedFrom: plainDate('2003-08-01'), online: [],
  }),
];
