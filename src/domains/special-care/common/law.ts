import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

const law = (instrument: string, documentNumber: string, from: string, to: string | null = null) => (article?: string): LawReference => ({
  instrument, documentNumber, inForce: { from: plainDate(from), to: to === null ? null : plainDate(to) }, ...(article === undefined ? {} : { article }),
});

/** 军人抚恤优待条例（2011年修订；2024-10-01 起为修订后的新条例） */
export const specialCareRegulation = law('军人抚恤优待条例', '国务院、中央军委令第413号（令第602号修订）', '2011-08-01', '2024-10-01');

/** 退役士兵安置条例（2011-11-01起，2024-09-01 由退役军人安置条例代替） */
export const dischargedSoldiersRegulation = law('退役士兵安置条例', '国务院、中央军委令第608号', '2011-11-01', '2024-09-01');

/** 军人随军家属就业安置办法（2013-10-08起） */
export const accompanyingFamilyMeasures = law('军人随军家属就业安置办法', '国发〔2013〕42号', '2013-10-08');

/** 军用饮食供应站供水站管理办法（1989-11-17起） */
export const supplyStationMeasures = law('军用饮食供应站供水站管理办法', '民政部、总后勤部令第1号', '1989-11-17');

/** 烈士褒扬条例（2011-08-01起） */
export const martyrRegulation = law('烈士褒扬条例', '国务院令第601号', '2011-08-01');

/** 烈士纪念设施保护管理办法（2013-06-28起） */
export const memorialSiteMeasures = law('烈士纪念设施保护管理办法', '民政部令第47号', '2013-06-28');

/** 烈士公祭办法（2014-03-31起） */
export const memorialCeremonyMeasures = law('烈士公祭办法', '民政部令第52号', '2014-03-31');
