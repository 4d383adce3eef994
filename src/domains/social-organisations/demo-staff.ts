import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'organisations', name: '马志强', role: 'social-organisations-clerk', division: '442000', what: '社会组织台账' }];
