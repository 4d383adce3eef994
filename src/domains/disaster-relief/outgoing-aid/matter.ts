import { defineMatter } from '../../../kernel/contract/matter.ts';
import { reliefRegulations } from '../common/law.ts';
import { outsideDisaster } from './register.ts';

/** 对口灾区支援捐赠: what the city sent to places struck elsewhere. */
export const matter = defineMatter({
  id: 'outgoing-aid',
  title: '对口灾区支援捐赠',
  law: [reliefRegulations('第五条')],
  registers: [outsideDisaster],
  covers: ['S038'],
});
