import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'social-work', name: '袁嘉怡', role: 'social-work-clerk', division: '442000', what: '社工志愿台账' }];
