import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'office', name: '谭永康', role: 'bureau-affairs-clerk', division: '442000', what: '办公室、党建台账' }];
