import { defineCommand } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { previewChange } from '../preview-change.ts';
import { changeAllow, changeRequest, grantDivisions, refuseOthers } from './report-change.ts';

/** 先看看: what would follow from a report. Writes nothing but that it was asked; a command because a resident's question needs the register's answer. */
export const makePreviewChange = (source: ProcedureSource) => defineCommand({
  id: 'casework.preview-change', title: '预览家庭变化', allow: changeAllow, input: changeRequest,
  scopeForResident: (tx, input) => grantDivisions(tx, input.grant),
  async run(tx, input, by) {
    await refuseOthers(tx, by, input.grant);
    return previewChange(tx, by, await source(), { grantId: input.grant, values: input.values });
  },
});
export default makePreviewChange(loadRegistry);
