import type { DemoStaff } from '../../kernel/records/demo-records.ts';

export const staff: readonly DemoStaff[] = [{ city: '442000', login: 'places', name: '简丽华', role: 'place-names-clerk', division: '442000', what: '地名区划台账' }];
