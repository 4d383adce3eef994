import { refused, type Refused } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import type { CaseStateDeclaration } from './case-procedure.ts';
import type { Asking } from './choose-step.ts';
import { findOffice, type Office } from './find-office.ts';
import type { LoadedCase } from './load-case.ts';
import { actorsOf, whyNotActor } from './why-not.ts';

/** Whether a caller is one of those who act in a state, and for which office; else the last reason why not. */
export async function actorMay(tx: Tx, loaded: LoadedCase, asking: Asking, state: CaseStateDeclaration): Promise<{ office: Office | null; no: Refused | undefined }> {
  let last: { office: Office | null; no: Refused | undefined } = { office: null, no: refused('step.not-here', { state: state.title }) };
  for (const actor of actorsOf(state)) {
    const office = await findOffice(tx, loaded.matter, actor.power, { division: loaded.row.division_id, day: asking.today });
    last = { office, no: whyNotActor(asking.caller, actor, office) };
    if (!last.no) return last;
  }
  return last;
}
