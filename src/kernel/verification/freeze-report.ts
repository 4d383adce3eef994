import { createHash } from 'node:crypto';
import type { Effect } from '../contract/procedure.ts';
import { Refusal } from '../contract/refusal.ts';
import { canonicalJson } from '../values/canonical-json.ts';
import { readVerificationReport, type VerificationReport } from './read-report.ts';

/** What stands in the digest: answers as they came, in a fixed order. */
export const reportDigest = (report: Pick<VerificationReport, 'round' | 'lines'>): Buffer => createHash('sha256').update(canonicalJson({ round: report.round, lines: report.lines })).digest();

/** 核对报告出具: everything that was answered is frozen with its digest; what comes later is a new row beside it. */
export const freezeReport: Effect = {
  id: 'freeze-report',
  async run({ tx, by, view, case: row }) {
    if (view.verification.asked === 0) throw new Refusal('verification.not-started');
    if (view.verification.missing.length > 0) throw new Refusal('verification.incomplete', { missing: view.verification.missing.join('；') });
    const { round, lines } = await readVerificationReport(tx, row.id);
    await tx.run('insert into evidence (case_id, division_id, round, frozen_on, digest, report) values ($1, $2, $3, $4, $5, $6)',
      [row.id, row.division_id, round, by.today, reportDigest({ round, lines }), JSON.stringify({ round, lines })]);
  },
};
