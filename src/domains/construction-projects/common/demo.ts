import type { DemoRecord } from '../../../kernel/records/demo-records.ts';
import type { Values } from '../../../kernel/contract/register.ts';

type Entry = NonNullable<DemoRecord['entries']>[string][number];

/** Words of a paper of 前期手续 on a day. */
export const paperOf = (step: string, on: string, documentNumber: string, issuedBy: string): Entry => ({ on, values: { step, documentNumber, issuedBy } });
/** Money given or paid, in 分. */
export const money = (kind: 'granted' | 'paid', source: 'city' | 'district' | 'lottery' | 'other', on: string, yuan: number): Entry => ({ on, values: { kind, source, amount: yuan * 100 } });
export const problem = (on: string, cause: string, matter: string, solved: boolean, more: Values = {}): Entry => ({ on, values: { cause, matter, solved, ...more } });
export const passed = (on: string, by: string): Entry => ({ on, values: { kind: 'completion', passed: true, by } });

/** The papers most projects of the demo have: 立项, 用地, 规划, then 施工许可 and 开工令 once started. */
export function papersOf(code: string, approvedOn: string, startedOn?: string): Entry[] {
  const [year] = approvedOn.split('-');
  return [
    paperOf('approval', approvedOn, `发改投审〔${year}〕${code}号`, '市发展和改革局'),
    paperOf('planning', approvedOn, `规建字〔${year}〕${code}号`, '市城乡规划局'),
    ...(startedOn === undefined ? [] : [paperOf('construction-permit', startedOn, `施许字${startedOn.slice(0, 4)}${code}`, '市住房和城乡建设局'), paperOf('start-order', startedOn, `开工令${code}`, '建设单位')]),
  ];
}
