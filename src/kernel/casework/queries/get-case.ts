import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listNotices } from '../../notices/list-notices.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { compareDeclared } from '../../verification/compare-declared.ts';
import { listAfterFreeze, readVerificationReport } from '../../verification/read-report.ts';
import { kindOf } from '../../contract/procedure.ts';
import { listPapers, readerOf } from '../case-procedure.ts';
import { getDecision } from '../get-decision.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { decisionWords, wordsOf } from '../decision-words.ts';
import { findState } from '../generic-steps.ts';
import { listMembers } from '../list-members.ts';
import { listSteps } from '../list-steps.ts';
import { loadCase } from '../load-case.ts';
import { overallView } from '../overall-view.ts';
import { readCalendar } from '../read-calendar.ts';
import { stageStrip } from '../stage-strip.ts';
import { taskClock } from '../task-clock.ts';
import { listTellings } from '../supplement.ts';
import { listTrail } from '../list-trail.ts';

/** Everything the page of a case shows to an office. */
export const makeGetCase = (source: ProcedureSource) => defineQuery({
  id: 'casework.get-case', title: '看一件', allow: { staff: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by) {
    const registry = await source();
    const loaded = await loadCase(tx, registry, input.caseId, by.today);
    const { row, matter, procedure, view } = loaded;
    const calendar = await readCalendar(tx);
    const members = await listMembers(tx, row, by.today);
    const { division } = await tx.one<{ division: string }>('select name as division from division where id = $1', [row.division_id]);
    const report = await readVerificationReport(tx, row.id);
    const notices = await listNotices(tx, row.id, by.today);
    by.saw('person', members.map((member) => member.personId), `看办件 ${row.number}`);
    const open = loaded.state.tasks.filter((task) => task.doneOn === null && task.droppedOn === null);
    const due = open.flatMap((task) => (task.dueOn ? [task.dueOn] : [])).toSorted().at(0) ?? null;
    const state = findState(procedure, row.state);
    const decision = await getDecision(tx, row.id);
    return {
      caseId: row.id, number: row.number, matter: row.matter, matterTitle: matter.title, version: row.version, openedOn: row.opened_on, today: by.today, divisionId: row.division_id, division: shortDivisionName(division),
      householdId: row.household_id, name: members.find((member) => member.applicant)?.name ?? '', headcount: members.length,
      state: row.state, stateTitle: state.title, stateKind: state.kind, stateSince: row.state_since, outcome: row.outcome, pausedSince: row.paused_since,
      procedure: { id: procedure.id, title: procedure.title, kind: kindOf(procedure), law: procedure.law, words: wordsOf(procedure) }, form: { declaration: procedure.form, values: row.form },
      overall: overallView(loaded, by.today, calendar),
      stages: stageStrip(procedure, loaded.actions, due, by.today, calendar),
      tasks: open.map((task) => {
        const declared = state.tasks.find((one) => one.id === task.task);
        return { id: task.task, title: declared?.title ?? task.task, law: declared?.within?.law ?? null, openedOn: task.openedOn, dueOn: task.dueOn,
          clock: task.dueOn && declared?.within ? taskClock({ from: task.countedFrom, dueOn: task.dueOn, calendar: declared.within.calendar, assumed: task.assumed }, row.paused_since ?? by.today, calendar) : null };
      }),
      told: listTellings(loaded.actions, procedure.form.materials), trail: listTrail(loaded, notices), members, authorisations: view.authorisations, verification: { ...report, comparisons: compareDeclared(readerOf(procedure)?.declared?.(row.facts) ?? [], report.lines), after: listAfterFreeze(report) }, facts: row.facts,
      assessment: row.assessment, notice: notices.find((notice) => notice.id === view.notice?.id) ?? null, notices, decision, sealed: decision === null ? null : decisionWords(procedure, decision.outcome),
      papers: await listPapers(tx, procedure, row.id), steps: await listSteps(tx, loaded, by),
    };
  },
});
export default makeGetCase(loadRegistry);
