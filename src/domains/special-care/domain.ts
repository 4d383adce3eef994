import { defineDomain } from '../../kernel/contract/matter.ts';
import { dischargedSoldiersRegulation, martyrRegulation, specialCareRegulation } from './common/law.ts';

/** 优抚双拥: those who served, their families, the fallen, and what city and garrison do for each other. */
export const domain = defineDomain({
  id: 'special-care',
  title: '优抚双拥',
  law: [specialCareRegulation(), dischargedSoldiersRegulation(), martyrRegulation()],
  roles: { 'special-care-clerk': { title: '优抚双拥经办', level: 'city' } },
});
