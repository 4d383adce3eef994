import { defineDomain } from '../../kernel/contract/matter.ts';
import { partyConstitution } from './common/law.ts';

/** 党建保障: what the bureau does so that it can do its work: its party branches, its people, its name, its research, its own enterprises. */
export const domain = defineDomain({
  id: 'bureau-affairs',
  title: '党建保障',
  law: [partyConstitution()],
  roles: {
    'bureau-affairs-clerk': { title: '党建保障经办', level: 'city' },
    'discipline-clerk': { title: '纪检监察', level: 'city' },
  },
});
