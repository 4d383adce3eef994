import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { documentHash } from '../../registers/person/document-hash.ts';
import { registerPerson } from '../../registers/person/register-person.ts';
import { checkIdCardNumber } from '../../values/id-card-number.ts';
import { BASES, isGuardian } from '../basis.ts';
import { checkTerms, readFitness } from '../check-terms.ts';
import { DESK_ROLES } from '../desk-roles.ts';
import { insertMandate, type NewMandate } from '../insert-mandate.ts';
import { dayInput, mattersInput, nameInput, relationInput } from '../terms-input.ts';

const personInput = z.strictObject({ name: nameInput, idNumber: z.string().trim().min(1).max(30) });

const input = z.strictObject({
  principal: personInput,
  /** A person, or the caller's own village committee. */
  helper: z.union([personInput, z.strictObject({ village: z.literal(true) })]),
  relation: relationInput, basis: z.enum(BASES).exclude(['code']), matters: mattersInput, from: dayInput, to: dayInput,
  /** The signed 授权委托书 or the proof of guardianship, as it was photographed. */
  document: z.int().positive().optional(),
});
type Input = z.infer<typeof input>;

/**
 * 窗口登记授权: a signed 授权委托书, or guardianship by the register (a parent of the same household, the child not of age) or by paper. Both people
 * are checked against the registers: alive, of age where they must be, the names theirs.
 */
export default defineCommand({
  id: 'mandates.record', title: '登记授权委托书', allow: { roles: DESK_ROLES }, input,
  async run(tx, asked, by) {
    await checkTerms(asked, by.today);
    if (asked.basis !== 'guardian-register' && !(await paperIsThere(tx, asked.document))) throw new Refusal('mandate.no-paper');
    const principal = await linkPerson(tx, by, asked.principal, '委托人');
    const { division } = await tx.one<{ division: number | null }>('select place_of_person($1) as division', [principal]);
    if (division === null) throw new Refusal('mandate.no-person', { who: '委托人' });
    const of = await readFitness(tx, principal, asked.principal.name, { today: by.today, division });
    if (!of.named) throw new Refusal('mandate.no-person', { who: '委托人' });
    if (!of.alive) throw new Refusal('mandate.dead', { who: '委托人' });
    if (!of.adult && !isGuardian(asked.basis)) throw new Refusal('mandate.child-principal');
    const helper = await readHelper(tx, by, asked, division);
    await checkGuardian(tx, by, asked, { principal, adult: of.adult, helper });
    const id = await insertMandate(tx, by, {
      divisionId: division, principal: { id: principal, name: asked.principal.name }, helper, relation: asked.relation, basis: asked.basis, matters: asked.matters, from: asked.from, to: asked.to, file: asked.document ?? null,
    });
    return { mandate: id };
  },
});

const paperIsThere = async (tx: Tx, file: number | undefined): Promise<boolean> => file !== undefined && (await tx.find('select 1 from stored_file where id = $1', [file])) !== undefined;

/** The person behind the card; registered when the city has not met them. A known person's rows are not opened to this window by it. */
async function linkPerson(tx: Tx, by: CommandContext, told: { readonly name: string; readonly idNumber: string }, who: string): Promise<number> {
  const read = checkIdCardNumber(told.idNumber, { demo: by.city.demo, today: by.today });
  if (!read.ok) throw new Refusal('mandate.no-person', { who });
  const kind = read.kind === 'id-card' ? 'id-card' : 'hk-mo-tw-residence-permit';
  const { known } = await tx.one<{ known: number | null }>('select person_by_document($1, $2) as known', [kind, documentHash(by, kind, read.number)]);
  if (known !== null) return known;
  const here = by.caller.post?.divisionId ?? 0;
  const { id } = await registerPerson(tx, by, {
    name: told.name, sex: read.sex, birthDate: read.birthDate, hukouKind: null, hukouDivisionId: null, residenceDivisionId: null, handlingDivisionId: here, document: { kind, number: read.number },
  }, '登记授权委托书');
  return id;
}

async function readHelper(tx: Tx, by: CommandContext, asked: Input, division: number): Promise<NewMandate['helper']> {
  if ('village' in asked.helper) {
    const post = by.caller.post;
    if (post?.divisionLevel !== 'village' || isGuardian(asked.basis)) throw new Refusal('mandate.not-village');
    return { village: post.divisionId, name: `${post.divisionName}村（居）委会` };
  }
  const person = await linkPerson(tx, by, asked.helper, '受托人');
  const of = await readFitness(tx, person, asked.helper.name, { today: by.today, division });
  if (!of.named) throw new Refusal('mandate.no-person', { who: '受托人' });
  if (!of.alive) throw new Refusal('mandate.dead', { who: '受托人' });
  if (!of.adult) throw new Refusal('mandate.child-helper');
  return { person, name: asked.helper.name };
}

/** 监护: by register only for a child that is not of age, of the same household; everything else by paper. */
async function checkGuardian(tx: Tx, by: CommandContext, asked: Input, who: { readonly principal: number; readonly adult: boolean; readonly helper: NewMandate['helper'] }): Promise<void> {
  if ('person' in who.helper && who.helper.person === who.principal) throw new Refusal('mandate.himself');
  if (asked.basis !== 'guardian-register') return;
  if (who.adult || !('person' in who.helper)) throw new Refusal('mandate.not-guardian');
  const { together } = await tx.one<{ together: boolean }>('select share_household($1, $2, $3) as together', [who.principal, who.helper.person, by.today]);
  if (!together) throw new Refusal('mandate.not-guardian');
}
