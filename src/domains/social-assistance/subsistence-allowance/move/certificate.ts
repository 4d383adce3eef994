import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';

/** 转移证明 of a household that left the city: the decision that ended its 低保 here, and what it drew. */
export interface Certificate {
  readonly caseId: number; readonly caseNumber: string; readonly divisionId: number; readonly destination: string; readonly movedOn: PlainDate; readonly decidedOn: PlainDate; readonly office: string;
  /** 文号 and 校验码 are those of the decision: the certificate rests on it and has no number of its own. */
  readonly number: string; readonly code: string; readonly household: string; readonly hukouKind: 'urban' | 'rural';
  /** Taken over from a roster: the months before are in the old books. */
  readonly takenOver: boolean;
  readonly since: string; readonly fen: number; readonly lastMonth: string | null; readonly lastPaidMonth: string | null;
}

/** The decided departure of a case; refused where there is none. */
export async function getCertificate(tx: Tx, caseId: number): Promise<Certificate> {
  const found = await findCertificate(tx, caseId);
  if (!found) throw new Refusal('transfer.no-departure');
  return found;
}

async function findCertificate(tx: Tx, caseId: number): Promise<Certificate | undefined> {
  return tx.find<Certificate & Record<string, unknown>>(
    `select c.id as "caseId", c.number as "caseNumber", c.division_id as "divisionId", c.form ->> 'destination' as destination, x.happened_on as "movedOn", d.decided_on as "decidedOn", d.office_name as office,
            p.number, p.code, h.number as household, h.hukou_kind as "hukouKind", g.takeover_id is not null as "takenOver", to_char(g.first_month, 'YYYY-MM') as since, to_char(g.last_month, 'YYYY-MM') as "lastMonth",
            coalesce((select v.fen from grant_version v where v.grant_id = g.id and v.known_to is null and v.state = 'paid' order by v.from_month desc limit 1), 0)::bigint as fen,
            (select to_char(max(m.for_month), 'YYYY-MM') from (select e.for_month from ledger_entry e where e.grant_id = g.id group by e.for_month
               having coalesce(sum(e.fen) filter (where e.kind = 'paid'), 0) > coalesce(sum(e.fen) filter (where e.kind = 'returned'), 0)) m) as "lastPaidMonth"
       from case_file c join household_change x on x.case_id = c.id and x.kind = 'leave-city' and x.done_on is not null
       join decision d on d.case_id = c.id and d.outcome = 'ended' join decision_paper p on p.decision_id = d.id
       join benefit_grant g on g.id = c.grant_id join household h on h.id = c.household_id
      where c.id = $1 and c.matter = 'subsistence-allowance' order by d.id desc limit 1`, [caseId]);
}

/** Stands in the 打印 list of a case once its departure was decided. */
export const certificatePaper = { title: '转移证明', path: '/cases/$caseId/move-certificate', note: async (tx: Tx, caseId: number) => (await findCertificate(tx, caseId))?.decidedOn };

/** What a household brought from the city it left, beside the case it opened here. */
export const arrivalPaper = {
  title: '外市转移证明', path: '/cases/$caseId/arrival',
  note: async (tx: Tx, caseId: number) => (await tx.find<{ number: string }>('select paper_number as number from transfer_arrival where case_id = $1', [caseId]))?.number,
};

/** 迁入: the desk may begin with the file of the other city. */
export const arrivalIntake = { title: '外市迁入，带了数据文件', path: '/cases/new-from-transfer' };
