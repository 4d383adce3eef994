import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { peerHelper, peerPair } from './register.ts';

/** “老有所为”结对关爱: younger elders who look in on frail ones, and the hours they may ask back one day. */
export const matter = defineMatter({
  id: 'peer-support',
  title: '“老有所为”结对关爱（老人互助）',
  law: [elderRightsLaw('第三十八条'), elderRightsLaw('第六十九条')],
  registers: [peerHelper, peerPair],
  covers: ['S067'],
});
