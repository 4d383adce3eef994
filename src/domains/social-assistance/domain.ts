import { defineDomain } from '../../kernel/contract/matter.ts';
import { interimMeasures } from './common/law.ts';

/** 社会救助: what the state gives to households and persons who cannot get by. */
export const domain = defineDomain({
  id: 'social-assistance',
  title: '社会救助',
  law: [interimMeasures()],
});
