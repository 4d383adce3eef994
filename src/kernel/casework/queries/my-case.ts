import { plainTitleOf } from '../../contract/matter.ts';
import { z } from 'zod';
import { mandateOf } from '../../access/caller.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Form } from '../../contract/form.ts';
import type { Assessment, Ground } from '../../contract/rules.ts';
import type { CaseStateDeclaration } from '../case-procedure.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { formatDateLong } from '../../values/plain-date.ts';
import { getDecision } from '../get-decision.ts';
import { getMatter, getProcedure, type ProcedureSource } from '../case-registry.ts';
import { findCaseRow } from '../case-row.ts';
import { decisionWords, wordsOf } from '../decision-words.ts';
import { findState } from '../generic-steps.ts';
import { listMembers } from '../list-members.ts';
import { listActions, listTasks } from '../load-case.ts';
import { plainState } from '../plain-state.ts';
import { readCalendar } from '../read-calendar.ts';
import { stageStrip } from '../stage-strip.ts';
import { lastTold } from '../supplement.ts';
import { listPublished } from '../../notices/list-notices.ts';

/** Where one's own application stands, in words a grandmother knows. */
export const makeMyCase = (source: ProcedureSource) => defineQuery({
  id: 'casework.my-case', title: '我的申请办到哪里', allow: { residents: true, mandated: true }, input: z.strictObject({ caseId: z.int().positive() }), sensitive: true,
  async run(tx, input, by) {
    const registry = await source();
    const mandate = mandateOf(by.caller);
    const me = (person: number): boolean => mandate?.guardian !== false && person === by.caller.person;
    const row = await findCaseRow(tx, input.caseId, false);
    if (!row) throw new Refusal('case.not-found');
    const procedure = getProcedure(registry, row.matter, row.procedure);
    const actions = await listActions(tx, row.id);
    const tasks = await listTasks(tx, row.id);
    const members = await listMembers(tx, row, by.today);
    const decision = await getDecision(tx, row.id);
    const notice = (await listPublished(tx, row.id, by.today)).at(-1) ?? null;
    by.saw('case', [row.id], mandate === undefined ? '看自己的申请' : `替${mandate.principalName}看申请`);
    const state = findState(procedure, row.state);
    const due = tasks.filter((task) => task.doneOn === null && task.droppedOn === null && task.dueOn !== null).map((task) => task.dueOn).toSorted().at(0) ?? null;
    return {
      caseId: row.id, number: row.number, version: row.version, matter: row.matter, matterTitle: plainTitleOf(getMatter(registry, row.matter)), openedOn: row.opened_on, applicant: row.applicant_person_id === by.caller.person,
      state: row.state, stateTitle: state.title, outcome: row.outcome, words: wordsOf(procedure), sealed: decision === null ? null : decisionWords(procedure, decision.outcome), stages: stageStrip(procedure, actions, due, by.today, await readCalendar(tx)),
      now: plainState({ state, words: wordsOf(procedure), asks: state.steps.some((step) => step.by === 'applicant'), paused: row.paused_since !== null, missing: lastTold(actions, procedure.form.materials), notice, due, decision }),
      toSign: members.filter((member) => member.authorised === null).map((member) => ({ key: member.key, name: member.name, me: me(member.personId) })),
      members: members.map((member) => ({ key: member.key, name: member.name, relation: member.relation, me: me(member.personId), signedOn: member.authorised?.on ?? null })),
      answers: { declaration: procedure.form, values: row.form }, assessment: row.outcome === null ? null : row.assessment, decision, notice,
      trail: actions.map((action) => ({ on: action.on, title: action.step === 'open' ? (action.actorKind === 'resident' && action.actorName.includes('代') ? `${action.actorName}提出申请` : '您提出申请') : (procedure.states[action.from ?? '']?.steps.find((step) => step.id === action.step)?.title ?? plainGeneric(action.step)), office: action.officeName })),
      asksPapers: row.paused_since !== null && row.outcome === null && row.applicant_person_id === by.caller.person ? lastTold(actions, procedure.form.materials) : [],
      asked: row.outcome === null && row.paused_since === null && row.applicant_person_id === by.caller.person ? askedOf(state, row.assessment) : null,
      mayWithdraw: mandate?.guardian !== false && row.outcome === null && state.decided !== true && row.applicant_person_id === by.caller.person, openedWords: formatDateLong(row.opened_on),
    };
  },
});
export default makeMyCase(loadRegistry);

/** A step of this state that is the applicant's own to take (第十八条: 有异议的，提供佐证), with what was found against them. */
function askedOf(state: CaseStateDeclaration, assessment: Assessment | null): { step: string; title: string; form: Form | null; grounds: readonly Ground[] } | null {
  const step = state.steps.find((one) => one.by === 'applicant');
  return step === undefined ? null : { step: step.id, title: step.title, form: step.form ?? null, grounds: (assessment?.grounds ?? []).filter((ground) => ground.result === 'unmet') };
}

const plainGeneric = (step: string): string => ({
  'withdraw': '您撤回了申请', 'request-supplement': '请您补材料', 'supplement': '材料补齐了', 'return': '退回重新核实', 'extend': '延长了办理时间', 'correct-facts': '更正了家庭情况', 'objection-upheld': '有人提出异议，重新调查',
})[step] ?? step;
