import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'relief', name: '古伟明', role: 'disaster-relief-clerk', division: '442000', what: '减灾救灾台账' }];
