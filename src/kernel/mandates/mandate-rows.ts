import type { Tx } from '../db/tx.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import { plainTitleOf } from '../contract/matter.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { BASIS_TITLES, type Basis } from './basis.ts';

/** A mandate as it is shown: who, for whom, in what, until when, on what it rests, and whether it holds today. */
export interface MandateLine {
  readonly id: number;
  readonly principal: string; readonly principalPerson: number;
  readonly helper: string; readonly helperPerson: number | null;
  readonly relation: string; readonly basis: Basis; readonly basisTitle: string;
  readonly matters: readonly { readonly id: string; readonly title: string }[];
  readonly from: PlainDate;
  /** Last day, inclusive. */
  readonly lastDay: PlainDate;
  readonly state: 'coming' | 'holding' | 'expired' | 'ended';
  readonly endedOn: PlainDate | null; readonly endedBy: string | null; readonly reason: string | null;
  readonly file: number | null; readonly recordedBy: string; readonly office: string | null;
}

interface Row extends Omit<MandateLine, 'basisTitle' | 'matters' | 'lastDay' | 'state'> { readonly ids: readonly string[]; readonly to: PlainDate }

/** Mandates the caller may see, newest first, narrowed by a condition on `m`. */
export async function listMandateLines(tx: Tx, today: PlainDate, where: string, values: readonly unknown[], limit = 200): Promise<MandateLine[]> {
  const { matters } = await loadRegistry();
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `select m.id, m.principal_name as principal, m.principal_person_id as "principalPerson", m.helper_name as helper, m.helper_person_id as "helperPerson", m.relation, m.basis, m.matters as ids,
            m.valid_from as "from", m.valid_to as "to", e.ended_on as "endedOn", e.ended_by as "endedBy", e.reason, m.document_file_id as file, m.recorded_by as "recordedBy", m.office_name as office
       from mandate m left join mandate_end e on e.mandate_id = m.id where ${where} order by m.id desc limit ${limit}`, values);
  return rows.map(({ ids, to, ...row }) => ({
    ...row, basisTitle: BASIS_TITLES[row.basis], lastDay: addDays(to, -1), state: row.endedOn !== null ? 'ended' : row.from > today ? 'coming' : to <= today ? 'expired' : 'holding',
    matters: ids.map((id) => { const matter = matters.find((one) => one.id === id); return { id, title: matter === undefined ? id : plainTitleOf(matter) }; }),
  }));
}
