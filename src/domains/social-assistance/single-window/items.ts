import { defineItem } from '../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { windowLaw } from './law.ts';

/** 求助受理、转办, as the item catalogue lists it. */
export const items = [defineItem({
  id: 'single-window', title: '社会救助求助受理、转办', line: '社会救助', kind: 'service', law: [windowLaw],
  who: '家里有难处、不知道该找哪个部门的人', where: '任何一个村居、镇街、市级社会救助窗口', bring: ['身份证（没有也先登记）', '能说明难处的单据，没有可以只说'],
  limit: { days: null, calendar: 'working', law: windowLaw, note: '法律说“及时”；签收、答复的天数由各市规定' }, fee: '不收费', canBeOnline: false, listedFrom: plainDate('2014-05-01'), online: [],
})];
