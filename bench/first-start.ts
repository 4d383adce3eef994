import { createHash } from 'node:crypto';
import type { Bench, BenchOutcome, Stage } from './harness/bench.ts';
import { copyProject } from './harness/demo-start.ts';

const PROMISED = 60;

/** From a fresh clone to the page that answers: database, migrations, two cities with their stories, the screens. */
async function run(stage: Stage): Promise<BenchOutcome> {
  const clone = copyProject({ demo: !stage.small });
  try {
    const started = await clone.start();
    await started.stop();
    return {
      measures: [{ what: 'npm ci 之后第一次 npm start，到能用为止', rows: 1, unit: '次', seconds: started.seconds, promised: `≤ ${PROMISED} 秒`, reached: `${started.seconds.toFixed(1)} 秒`, met: started.seconds <= PROMISED }],
      hash: createHash('sha256').update('ready').digest('hex'),
    };
  } finally {
    clone.remove();
  }
}

export const bench: Bench = { id: 'first-start', title: '第一次启动', promise: '从刚下载到能用不超过一分钟，演示的两个城市在内', run };
