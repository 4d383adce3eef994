import { defineItem } from '../../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { funeral, marriage, placeNames } from '../law.ts';
import { demoOnline, FREE, notRead } from './common.ts';

/** 婚姻、殡葬、地名 items. */
export const affairs = [
  defineItem({
    id: 'marriage-registration', title: '结婚登记', line: '婚姻登记', kind: 'confirmation', law: [marriage('第七条')], who: '要结婚的双方，都要亲自来', where: '一方户籍所在地的婚姻登记处', bring: ['双方身份证、户口本', '双方近期合照'],
    limit: { days: 0, calendar: 'calendar', law: marriage('第七条'), note: '当场办' }, fee: '工本费，照省里的标准', canBeOnline: false, listedFrom: plainDate('2003-10-01'), online: [],
  }),
  defineItem({
    id: 'cemetery-approval', title: '建设公墓审批', line: '殡葬', kind: 'permit', law: [funeral('第八条')], who: '要建公墓的单位', where: '市民政局', bring: ['申请书', '规划、国土部门的意见', '可行性报告'],
    limit: notRead(funeral('第八条')), fee: FREE, canBeOnline: true, listedFrom: plainDate('1997-07-21'), online: demoOnline(['2014-01-01', 'inquiry']),
  }),
  defineItem({
    id: 'place-name-approval', title: '地名命名、更名审批', line: '区划地名', kind: 'non-permit-approval', law: [placeNames()], who: '要给路、桥、小区、大楼起名的单位', where: '市民政局', bring: ['申请书', '位置图', '规划许可'],
    limit: notRead(placeNames()), fee: FREE, canBeOnline: true, listedFrom: plainDate('1986-01-23'), online: demoOnline(['2014-03-01', 'full']),
  }),
];
