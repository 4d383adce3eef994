import { z } from 'zod';
import { listRemedies } from '../../benefits/remedies.ts';
import { citeLaw } from '../../contract/law.ts';
import { getProcedure } from '../../casework/case-registry.ts';
import type { NewDecision } from '../../casework/decide.ts';
import { decisionWords } from '../../casework/decision-words.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { daysBetween, type PlainDate } from '../../values/plain-date.ts';
import { bodiesFor } from '../bodies.ts';
import { listRemediesTaken, listService } from '../list-service.ts';
import { termOn } from '../ways.ts';

/** The paper of a case's last decision: its number, its seal, how it was served, until when one may turn to whom, and what came of it. For the office and for the people of the case. */
export default defineQuery({
  id: 'service.get-paper', title: '决定文书和送达', allow: { staff: true, residents: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by) {
    const paper = await tx.find<{ decisionId: number; number: string | null; digest: string | null; code: string | null; outcome: NewDecision['outcome']; matter: string; procedure: string; decidedOn: PlainDate; officeName: string; level: string | null; above: string | null; applicant: number }>(
      `select d.id as "decisionId", p.number, encode(p.digest, 'hex') as digest, p.code, d.outcome, c.matter, c.procedure, d.decided_on as "decidedOn", d.office_name as "officeName", c.applicant_person_id as applicant, o.level, a.name as above
         from decision d join case_file c on c.id = d.case_id left join decision_paper p on p.decision_id = d.id
         left join lateral (select x.id, x.level, x.depth from divisions_above(d.division_id) x where x.name = d.office_name order by x.depth limit 1) o on true
         left join lateral (select x.name from divisions_above(o.id) x where x.depth > 0 order by x.depth limit 1) a on true
        where d.case_id = $1 order by d.id desc limit 1`, [input.caseId]);
    if (!paper) throw new Refusal('service.no-decision');
    by.saw('case', [input.caseId], '看决定文书');
    const { level, above, applicant, matter, procedure, ...said } = paper;
    const services = await listService(tx, paper.decisionId);
    const served = services.find((one) => one.servedOn !== null)?.servedOn ?? null;
    const bodies = bodiesFor({ level: level ?? 'city', name: paper.officeName || by.city.name, above: above ?? '上一级' }, paper.decidedOn);
    const publicTerm = termOn(by.today);
    return {
      ...said, outcomeTitle: decisionWords(getProcedure(await loadRegistry(), matter, procedure), paper.outcome), today: by.today, services, servedOn: served, mayConfirm: by.caller.person === applicant && by.caller.post === null && served === null,
      // what a paper put up today would wait for
      publicTerm: publicTerm === undefined ? null : { days: publicTerm.days, law: citeLaw(publicTerm.law) }, daysUnserved: served === null ? daysBetween(paper.decidedOn, by.today) : null,
      // the kind of remedy is that of the day of the decision, its term runs from service
      remedies: listRemedies(paper.decidedOn, served ?? undefined).map(({ law, lastDay, ...one }) => ({ ...one, law: citeLaw(law), body: bodies[one.id].body, bodyLaw: citeLaw(bodies[one.id].law), lastDay: served === null ? null : lastDay })),
      taken: await listRemediesTaken(tx, paper.decisionId),
    };
  },
});
