import { createHash } from 'node:crypto';
import type { Bench, BenchOutcome, Stage } from './harness/bench.ts';
import { copyProject } from './harness/demo-start.ts';

const PROMISED = 3;
const TIMES = 3;

/** On a data folder that stands: nothing to migrate, nothing to build. */
async function run(stage: Stage): Promise<BenchOutcome> {
  const clone = copyProject({ demo: !stage.small });
  try {
    await (await clone.start()).stop();
    const seconds: number[] = [];
    for (let nth = 0; nth < (stage.small ? 1 : TIMES); nth += 1) {
      const started = await clone.start();
      await started.stop();
      seconds.push(started.seconds);
    }
    const middle = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0;
    return {
      measures: [{ what: '再次 npm start，到能用为止（中位）', rows: 1, unit: '次', seconds: middle, promised: `≤ ${PROMISED} 秒`, reached: `${middle.toFixed(1)} 秒`, met: middle <= PROMISED }],
      hash: createHash('sha256').update('ready').digest('hex'),
    };
  } finally {
    clone.remove();
  }
}

export const bench: Bench = { id: 'second-start', title: '再次启动', promise: '数据在时三秒内能用', run };
