import { z } from 'zod';
import { defineDownload } from '../../../contract/download.ts';
import { Refusal } from '../../../contract/refusal.ts';
import { registerInput } from '../../door-input.ts';
import { BUILDERS } from '../builders.ts';
import { writeDeclarationFile } from '../declaration-file.ts';
import { loadDeclaration } from '../declaration-rows.ts';
import { writtenDeclaration } from '../own-home.ts';

/** 导出声明文件: an edition as a file that another city can take in. */
export default defineDownload({
  id: 'records.declaration-file', title: '台账声明文件', allow: { roles: BUILDERS }, input: z.strictObject({ register: registerInput, step: z.int().positive().optional() }),
  async open(tx, input) {
    const { last, rows } = await loadDeclaration(tx, input.register);
    const shown = input.step === undefined ? last : rows.find((row) => row.id === input.step);
    if (shown === undefined) throw new Refusal('record.no-design');
    const text = writeDeclarationFile(writtenDeclaration(shown.declaration));
    return { fileName: `${shown.declaration.title || '台账'}-第${shown.version}版.yaml`, mediaType: 'application/yaml; charset=utf-8', pieces: piecesOf(text) };
  },
});

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> { yield Buffer.from(text, 'utf8'); }
