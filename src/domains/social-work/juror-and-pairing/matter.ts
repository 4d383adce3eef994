import { defineMatter } from '../../../kernel/contract/matter.ts';
import { jurorDecision, socialWorkOpinion } from '../common/law.ts';
import { socialWorkerJuror } from './juror.ts';
import { delegatePairing } from './pairing.ts';

/** 党代表结对社工、社工人民陪审员: social workers beside delegates and in court. */
export const matter = defineMatter({
  id: 'juror-and-pairing',
  title: '党代表结对社工与社工人民陪审员',
  law: [socialWorkOpinion, jurorDecision('第八条')],
  registers: [socialWorkerJuror, delegatePairing],
  covers: ['S127'],
});
