import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'children', name: '苏晓彤', role: 'child-welfare-clerk', division: '442000', what: '儿童福利台账' }];
