import { defineDomain } from '../../kernel/contract/matter.ts';
import { boundaryRegulation, placeNameRegulation, placeNameRegulation1986 } from './common/law.ts';

/** 地名区划界线: what places are called, where they end, and how that is shown. */
export const domain = defineDomain({
  id: 'place-names',
  title: '地名区划界线',
  law: [placeNameRegulation1986(), placeNameRegulation(), boundaryRegulation()],
  roles: { 'place-names-clerk': { title: '区划地名经办', level: 'city' } },
});
