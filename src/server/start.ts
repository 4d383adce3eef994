import "./require-node.mjs";
import { join } from "node:path";
import { runUntilStopped } from "./supervisor/run-until-stopped.ts";

const here = import.meta.dirname;
process.exitCode = await runUntilStopped(
  process.argv.slice(2),
  {
    prepare: join(here, "prepare.ts"),
    buildWeb: join(here, "build-web.ts"),
    web: join(here, "web.ts"),
    worker: join(here, "worker.ts"),
    sources: join(here, ".."),
  },
  join(here, "../.."),
);
