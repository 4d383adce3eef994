import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'governance', name: '阮少芬', role: 'grassroots-governance-clerk', division: '442000', what: '基层治理台账' }];
