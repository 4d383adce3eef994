import type { Effect } from '../contract/procedure.ts';
import type { Assessment, Ground } from '../contract/rules.ts';
import { fen } from '../values/money.ts';
import { assessCase } from './assess-case.ts';
import { recordDecision } from './decide.ts';
import type { StepContext } from './step-context.ts';

/**
 * 终止: the office breaks an application off on a ground of law that is not the household's means. It is a decision with number and ground like
 * every other, told in writing; nothing is judged, so neither evidence nor an answer of the rules is asked for.
 */
export const decideTerminated = (ground: (at: StepContext) => Ground): Effect => ({
  id: 'decide-terminated',
  async run(at) {
    const found = ground(at);
    const assessment = (await assessCase(at.tx, at.registry, { row: at.case, procedure: at.procedure }, at.by.today)) ?? nothingJudged(at, found);
    await recordDecision(at, { outcome: 'terminated', assessment, firstMonth: null, fen: null, statement: `终止审核确认程序。${found.because}。`, grounds: [found] });
  },
});

const nothingJudged = (at: StepContext, ground: Ground): Assessment => ({
  outcome: 'unknown', rules: { id: at.procedure.id, title: at.procedure.title, law: at.procedure.law }, day: at.by.today, grounds: [ground], lines: [], fen: fen(0), working: [], parameters: [], explanation: ground.because,
});
