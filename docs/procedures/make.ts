import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listProcedurePages } from './procedure-pages.ts';

// npm run docs:procedures: writes one page a matter from the declarations; a test holds the pages against them.
for (const page of await listProcedurePages()) {
  mkdirSync(import.meta.dirname, { recursive: true });
  writeFileSync(join(import.meta.dirname, page.file), page.text);
  process.stdout.write(`docs/procedures/${page.file}\n`);
}
