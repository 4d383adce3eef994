import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'charity', name: '霍婉仪', role: 'charity-clerk', division: '442000', what: '慈善台账' }];
