import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { findDraft } from '../drafts.ts';

export default defineQuery({
  id: 'casework.get-draft', title: '看草稿', allow: { residents: true, mandated: true }, input: z.strictObject({ matter: z.string().max(60) }),
  async run(tx, input, by) {
    const draft = await findDraft(tx, by.city, input.matter);
    return draft ? { values: draft.values, savedAt: draft.savedAt, version: draft.version, savedBy: draft.savedBy } : null;
  },
});
