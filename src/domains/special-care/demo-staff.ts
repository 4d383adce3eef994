import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'special-care', name: '容国栋', role: 'special-care-clerk', division: '442000', what: '优抚双拥台账' }];
