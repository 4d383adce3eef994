import type { OnlineLevel, OnlineStep } from '../../../../kernel/contract/service-item.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';

/** How far the demo city has come online; no document says so of the real one. */
export const demoOnline = (...steps: readonly (readonly [from: string, level: OnlineLevel])[]): OnlineStep[] =>
  steps.map(([from, level]) => ({ from: plainDate(from), level, demo: true, document: { title: '演示值，不是本市的规定', number: null } }));

/** 没有读到天数的原文: said, not guessed. */
export const notRead = (law: NonNullable<import('../../../../kernel/contract/service-item.ts').ItemLimit['law']>) => ({ days: null, calendar: 'working' as const, law, note: '天数没有录入' });
export const TOWN_WINDOW = '户籍所在镇街社会救助窗口，村居可以代办';
export const FREE = '不收费';
