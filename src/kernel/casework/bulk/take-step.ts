import { defineBulkWork } from '../../contract/bulk.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { describeCases, offerSteps, takeBulkStep } from '../bulk-cases.ts';

/** 办件: the same step for many cases, where its declaration allows it (`bulk`). */
export default defineBulkWork({
  id: 'casework.take-step', unit: '件', shows: 'case',
  offer: async (tx, by, ids) => offerSteps(tx, await loadRegistry(), by, ids),
  describe: async (tx, ids) => describeCases(tx, await loadRegistry(), ids),
  run: async (tx, by, what, row, data) => takeBulkStep(tx, by, await loadRegistry(), what, row, data),
});
