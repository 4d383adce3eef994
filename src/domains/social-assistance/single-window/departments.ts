import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { AMENDED_ON } from './terms.ts';

/** A department that takes what the window hands over, and what it answers for. Names changed with the reform of 2019. */
export interface Department {
  readonly id: string;
  readonly names: readonly { readonly title: string; readonly from: PlainDate | null }[];
  readonly answersFor: string;
  /** Where law or reform made it: before that day nothing can be handed to it. */
  readonly from?: PlainDate;
}

export const DEPARTMENTS: readonly Department[] = [
  { id: 'civil-affairs-relief', names: [{ title: '民政局社会救助科', from: null }], answersFor: '特困供养、临时救助、医疗救助（2019年3月2日前）、受灾救助（2019年3月2日前），以及说不清该找谁的' },
  { id: 'relief-station', names: [{ title: '救助管理站', from: null }], answersFor: '流浪、乞讨人员的临时食宿、急病救治、协助返回' },
  { id: 'health', names: [{ title: '卫生和计划生育局', from: null }, { title: '卫生健康局', from: AMENDED_ON }], answersFor: '疾病应急救助' },
  { id: 'healthcare-security', names: [{ title: '医疗保障局', from: null }], answersFor: '医疗救助', from: AMENDED_ON },
  { id: 'education', names: [{ title: '教育局', from: null }], answersFor: '教育救助：减免费用、助学金、生活补助、勤工助学' },
  { id: 'housing', names: [{ title: '住房和城乡建设局', from: null }], answersFor: '住房救助：公共租赁住房、租赁补贴、农村危房改造' },
  { id: 'human-resources', names: [{ title: '人力资源和社会保障局', from: null }], answersFor: '就业救助：岗位、培训、补贴，公益性岗位' },
  { id: 'emergency-management', names: [{ title: '应急管理局', from: null }], answersFor: '受灾人员救助', from: AMENDED_ON },
  { id: 'justice', names: [{ title: '司法局（法律援助处）', from: null }], answersFor: '法律援助' },
  { id: 'disabled-federation', names: [{ title: '残疾人联合会', from: null }], answersFor: '残疾康复、辅助器具、残疾人证' },
  { id: 'charity-federation', names: [{ title: '慈善会', from: null }], answersFor: '政策以外的慈善帮扶' },
];

/** Its name on a day. Pure. */
export function departmentName(id: string, day: PlainDate): string {
  const department = DEPARTMENTS.find((one) => one.id === id);
  return department?.names.findLast((name) => name.from === null || name.from <= day)?.title ?? id;
}

export const departmentsOn = (day: PlainDate): readonly Department[] => DEPARTMENTS.filter((one) => one.from === undefined || one.from <= day);
