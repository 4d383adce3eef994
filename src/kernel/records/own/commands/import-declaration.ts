import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { BUILDERS } from '../builders.ts';
import { readDeclarationFile } from '../declaration-file.ts';
import { saveStep, type SavedStep } from '../save-step.ts';

/** 导入声明文件: a register made elsewhere becomes a draft here, under an id of its own. What the file says is held to the same shape as what is typed. */
export default defineCommand({
  id: 'records.import-declaration', title: '导入台账声明文件', allow: { roles: BUILDERS }, input: z.strictObject({ file: z.string().min(1).max(200_000) }),
  run: (tx, input, by): Promise<SavedStep> => saveStep(tx, by, { ...readDeclarationFile(input.file) }, { note: '从声明文件导入' }),
});
