import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'rescue', name: '温炳坤', role: 'vagrant-relief-clerk', division: '442000', what: '救助管理台账' }];
