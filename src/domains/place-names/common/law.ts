import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** 地名管理条例（1986-01-23起，2022-05-01 由新条例代替） */
export const placeNameRegulation1986 = (article?: string): LawReference => ({
  instrument: '地名管理条例', documentNumber: '国发〔1986〕11号', inForce: { from: plainDate('1986-01-23'), to: plainDate('2022-05-01') }, ...(article === undefined ? {} : { article }),
});

/** 地名管理条例（2022-05-01起） */
export const placeNameRegulation = (article?: string): LawReference => ({
  instrument: '地名管理条例', documentNumber: '国务院令第753号', inForce: { from: plainDate('2022-05-01'), to: null }, ...(article === undefined ? {} : { article }),
});

/** 行政区域界线管理条例（2002-07-01起） */
export const boundaryRegulation = (article?: string): LawReference => ({
  instrument: '行政区域界线管理条例', documentNumber: '国务院令第353号', inForce: { from: plainDate('2002-07-01'), to: null }, ...(article === undefined ? {} : { article }),
});

/** 地名标志管理试行办法（2006-12-07起） */
export const placeNameSignMeasures = (article?: string): LawReference => ({
  instrument: '地名标志管理试行办法', documentNumber: '民地标〔2006〕1号', inForce: { from: plainDate('2006-12-07'), to: null }, ...(article === undefined ? {} : { article }),
});
