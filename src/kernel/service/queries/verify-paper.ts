import { z } from 'zod';
import type { NewDecision } from '../../casework/decide.ts';
import { decisionWords } from '../../casework/decision-words.ts';
import { defineQuery } from '../../contract/door.ts';
import { plainTitleOf } from '../../contract/matter.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { digestPaper, type PaperContent } from '../paper.ts';

/** 验文书: whether a paper with this number and code was issued and still says what was decided. Tells nothing of a person. */
export default defineQuery({
  id: 'service.verify-paper', guessable: true, title: '验文书', allow: { anyone: true },
  input: z.strictObject({ number: z.string().trim().min(4).max(40).transform((text) => text.replaceAll(/[[(（【]/g, '〔').replaceAll(/[\])）】]/g, '〕').replaceAll(' ', '')), code: z.string().trim().max(12).transform((text) => text.toUpperCase()) }),
  async run(tx, input): Promise<{ number: string; matterTitle: string; outcomeTitle: string; decidedOn: PlainDate; office: string; digest: string; intact: boolean; revoked: boolean }> {
    const row = await tx.find<PaperContent & { digest: Buffer; revoked: boolean } & Record<string, unknown>>(
      `select digest, number, case_number as "caseNumber", matter, outcome, decided_on as "decidedOn", first_month as "firstMonth", fen, grounds, statement, office_name as "officeName", revoked from paper_by_code($1, $2)`, [input.number, input.code]);
    if (!row) throw new Refusal('paper.not-found');
    const { procedure } = await tx.one<{ procedure: string | null }>('select procedure_by_code($1, $2) as procedure', [input.number, input.code]);
    const { digest, revoked, ...content } = row;
    const matter = (await loadRegistry()).findMatter(row.matter);
    return {
      number: row.number, matterTitle: matter ? plainTitleOf(matter) : row.matter, outcomeTitle: decisionWords(matter?.procedures?.find((one) => one.id === procedure), row.outcome as NewDecision['outcome']), decidedOn: row.decidedOn as PlainDate, office: row.officeName, digest: digest.toString('hex'), intact: digestPaper(content).equals(digest), revoked,
    };
  },
});
