import { defineItem } from '../../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { funeral, marriage, placeNames } from '../law.ts';
import { demoOnline, FREE, notRead } from './common.ts';

/** 婚姻、殡葬、地名 items. */
export const affairs = [
  defineItem({
    id: 'marriage-registration', title: '结婚登记', line: '婚姻登记', kind: 'confirmation', law: [marriage('第七条')], who: '要结婚的双方，都要亲自来', where: '一方常住户口所在地的婚姻登记机关（第四条）', bring: ['双方的户口簿、身份证', '无配偶、没有直系血亲和三代以内旁系血亲关系的签字声明，当场签（第五条）'],
    limit: { days: 0, calendar: 'calendar', law: marriage('第七条'), note: '当场办' }, fee: '工本费，照国家的收费标准（第三条、第二十一条）；数没有录入', canBeOnline: false, listedFrom: plainDate('2003-10-01'), online: [],
  }),
  defineItem({
    id: 'cemetery-approval', title: '建设公墓审批', line: '殡葬', kind: 'permit', law: [funeral('第八条')], who: '要建公墓的单位', where: '市民政局审核，报省民政厅审批（第八条）', bring: ['要交的材料没有录入，先问窗口'],
    limit: notRead(funeral('第八条')), fee: FREE, canBeOnline: true, listedFrom: plainDate('1997-07-21'), online: demoOnline(['2014-01-01', 'inquiry']),
  }),
  defineItem({
    id: 'place-name-approval', title: '地名命名、更名审批', line: '区划地名', kind: 'non-permit-approval', law: [placeNames()], who: '要给路、桥、小区、大楼起名的单位', where: '市民政局', bring: ['申请书', '位置图', '规划许可'],
    limit: notRead(placeNames()), fee: FREE, canBeOnline: true, listedFrom: plainDate('1986-01-23'), online: demoOnline(['2014-03-01', 'full']),
  }),
];
