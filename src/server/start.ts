import './require-node.mjs';
import { join } from 'node:path';
import { runUntilStopped } from './supervisor/run-until-stopped.ts';

const here = import.meta.dirname;
const code = await runUntilStopped(
  process.argv.slice(2),
  {
    prepare: join(here, 'prepare.ts'),
    buildWeb: join(here, 'build-web.ts'),
    web: join(here, 'web.ts'),
    worker: join(here, 'worker.ts'),
    sources: join(here, '..'),
    agencies: join(here, '../../demo/agencies/serve.ts'),
  },
  join(here, '../..'),
);
// Work broken off half-way (migrations, a build) must not keep us alive.
process.exit(code);
