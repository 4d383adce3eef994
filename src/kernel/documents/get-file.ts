import { z } from 'zod';
import { defineQuery } from '../contract/door.ts';
import { readStoredFile } from './store-file.ts';

/** 取文件: the bytes of one stored file, for whoever may see it. What was handed in is a paper about somebody, so each opening is kept in the record of readings: under the person who handed it in, or under the file. */
export default defineQuery({
  id: 'documents.get-file', title: '取文件', allow: { staff: true, residents: true }, sensitive: true, input: z.strictObject({ id: z.int() }),
  async run(tx, input, by) {
    const { person, ...file } = await readStoredFile(tx, input.id);
    by.saw(person === null ? 'file' : 'person', [person ?? input.id], '取文件');
    return file;
  },
});
