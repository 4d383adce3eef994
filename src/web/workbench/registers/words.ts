import { ageOn as yearsOn, plainDate } from '../../../kernel/values/plain-date.ts';

/** Words for what registers keep in English. */
export const documentWords: Readonly<Record<string, string>> = { 'id-card': '身份证', 'residence-permit': '居住证', passport: '护照', 'permanent-residence': '永久居留证', 'birth-certificate': '出生证' };
export const sexWords: Readonly<Record<string, string>> = { male: '男', female: '女', unknown: '性别未录入' };
export const hukouWords: Readonly<Record<string, string>> = { urban: '城镇户口', rural: '农村户口' };
export const grantStates: Readonly<Record<string, string>> = { paid: '发放', suspended: '暂停', ended: '停发' };

const relations: Readonly<Record<string, string>> = { head: '户主', spouse: '配偶', son: '儿子', daughter: '女儿', parent: '父母', grandchild: '孙辈', sibling: '兄弟姐妹', other: '其他' };
export const relationWord = (relation: string): string => relations[relation] ?? relation;

/** 周岁 on a day. */
export const ageOn = (birth: string, day: string): number => yearsOn(plainDate(birth), plainDate(day));

/** `2014年12月`. */
export const monthLong = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;
