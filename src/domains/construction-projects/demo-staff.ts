import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'projects', name: '黎少峰', role: 'construction-projects-clerk', division: '442000', what: '项目建设台账' }];
