import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'elderly', name: '欧阳慧', role: 'elderly-care-clerk', division: '442000', what: '养老服务台账' }];
