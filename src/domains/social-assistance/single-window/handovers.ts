import type { Caller } from '../../../kernel/access/caller.ts';
import type { LawReference } from '../../../kernel/contract/law.ts';
import { Refusal } from '../../../kernel/contract/refusal.ts';
import type { City } from '../../../kernel/db/city.ts';
import type { CommandContext } from '../../../kernel/db/command.ts';
import { refuseUnknownFile } from '../../../kernel/documents/refuse-unknown-file.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { nextNumber } from '../../../kernel/numbering/next-number.ts';
import { loadRegistry } from '../../../kernel/registry/find-declarations.ts';
import { divisionCodesAbove } from '../../../kernel/policy/load-book.ts';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { departmentName, departmentsOn } from './departments.ts';
import { readLimits, type KeptLimit } from './limits.ts';
import { whyNotMove, type Move, type Standing } from './next-state.ts';
import type { Told } from './prefill.ts';
import type { Receiver } from './route.ts';
import { HANDOVER_STATES, type HandoverState, type Need } from './terms.ts';

/** Roles that sit at a window and take people in. */
export const WINDOW_ROLES = ['village-clerk', 'town-clerk', 'town-lead', 'approver'] as const;
/** Everyone who may look at what was handed over. */
export const HANDOVER_ROLES = [...WINDOW_ROLES, 'department-clerk', 'administrator', 'auditor', 'statistician'] as const;

export interface HandoverRow {
  readonly id: number; readonly number: string; readonly intake_id: number; readonly division_id: number; readonly office_division_id: number; readonly need: Need;
  readonly receiver_kind: Receiver['kind']; readonly receiver: string; readonly receiver_name: string; readonly law: LawReference; readonly name_masked: string; readonly person_id: number | null;
  readonly told_cipher: Buffer; readonly key_id: string; readonly sent_on: PlainDate; readonly receive_due: PlainDate | null; readonly answer_due: PlainDate | null;
  readonly limits: { readonly receive: KeptLimit; readonly answer: KeptLimit };
  readonly state: HandoverState; readonly received_on: PlainDate | null; readonly receipt_number: string | null; readonly answered_on: PlainDate | null; readonly outcome: string | null;
  readonly told_on: PlainDate | null; readonly case_id: number | null; readonly previous_id: number | null; readonly version: number;
}

/** A hand-over the caller may see; locked when something is about to be done with it. */
export async function getHandover(tx: Tx, id: number, lock = false): Promise<HandoverRow> {
  const row = await tx.find<HandoverRow & Record<string, unknown>>(`select * from handover where id = $1${lock ? ' for update' : ''}`, [id]);
  if (!row) throw new Refusal('handover.not-found');
  return row;
}

/** Where a caller stands before a hand-over: at the office that got it, at the window that sent it, or neither. */
export async function standingOf(tx: Tx, caller: Caller, row: HandoverRow): Promise<Standing> {
  const post = caller.post;
  const window = post !== null && (WINDOW_ROLES as readonly string[]).includes(post.role) && caller.divisions.includes(row.division_id);
  if (row.receiver_kind === 'matter') return { window, withoutAccount: false, receiver: post !== null && (WINDOW_ROLES as readonly string[]).includes(post.role) && post.divisionId === row.office_division_id };
  const { mine, posted } = await tx.one<{ mine: boolean; posted: boolean }>(
    'select $1 = any (caller_departments()) as mine, $1 in (select departments_with_posts()) as posted', [row.receiver]);
  return { window, receiver: mine, withoutAccount: !posted };
}

/** Takes a hand-over for a move: locked, as the caller saw it, allowed. */
export async function takeHandover(tx: Tx, by: CommandContext, input: { readonly handover: number; readonly seen: number }, move: Move): Promise<{ row: HandoverRow; onBehalf: boolean }> {
  const row = await getHandover(tx, input.handover, true);
  const at = await standingOf(tx, by.caller, row);
  const no = whyNotMove(move, row.state, at);
  if (no) throw new Refusal(no.code, no.details);
  if (row.version !== input.seen) throw new Refusal('handover.stale', { state: HANDOVER_STATES[row.state].title });
  return { row, onBehalf: !at.receiver && move !== 'tell' && move !== 'reroute' };
}

export interface Happened { readonly move: Move | 'send'; readonly content?: string | undefined; readonly outcome?: string | undefined; readonly onBehalf?: boolean; readonly scan?: number | undefined }

/** One line of 经过. */
export async function recordEvent(tx: Tx, by: CommandContext, row: Pick<HandoverRow, 'id' | 'division_id' | 'office_division_id' | 'receiver_kind' | 'receiver'>, what: Happened): Promise<void> {
  await refuseUnknownFile(tx, by, what.scan);
  await tx.run(
    `insert into handover_event (handover_id, division_id, office_division_id, receiver_kind, receiver, move, on_day, actor_name, office_name, on_behalf, content, outcome, scan_file_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [row.id, row.division_id, row.office_division_id, row.receiver_kind, row.receiver, what.move, by.today, by.caller.account?.name ?? '系统', officeOf(by.caller, row, by.today), what.onBehalf ?? false,
      what.content ?? null, what.outcome ?? null, what.scan ?? null]);
}

const officeOf = (caller: Caller, row: Pick<HandoverRow, 'receiver'>, day: PlainDate): string =>
  (caller.post?.role === 'department-clerk' ? departmentName(row.receiver, day) : (caller.post?.divisionName ?? '系统'));

export interface Sending {
  readonly intakeId: number; readonly divisionId: number; readonly homeDivisionId: number; readonly need: Need; readonly to: Receiver; readonly law: LawReference; readonly nameMasked: string; readonly personId: number | null; readonly told: Told;
}

/** Hands one need over: its number, its clock, its first line of history. */
export async function sendHandover(tx: Tx, by: CommandContext, sending: Sending): Promise<{ id: number; number: string }> {
  const target = await targetOf(tx, by, sending.to, sending.homeDivisionId);
  const limits = await readLimits(tx, sending.divisionId, by.today);
  const number = await nextNumber(tx, `${by.city.short}-ZB`, Number(by.today.slice(0, 4)));
  const sealed = sealTold(by.city, sending.told);
  const { id } = await tx.one<{ id: number }>(
    `insert into handover (number, intake_id, division_id, office_division_id, need, receiver_kind, receiver, receiver_name, law, name_masked, person_id, told_cipher, key_id, sent_on, receive_due, answer_due, limits)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id`,
    [number, sending.intakeId, sending.divisionId, target.office, sending.need, sending.to.kind, sending.to.id, target.name, JSON.stringify(sending.law), sending.nameMasked, sending.personId, sealed.cipher, sealed.keyId,
      by.today, limits.receiveDue, limits.answerDue, JSON.stringify(limits.kept)]);
  await recordEvent(tx, by, { id, division_id: sending.divisionId, office_division_id: target.office, receiver_kind: sending.to.kind, receiver: sending.to.id }, { move: 'send' });
  return { id, number };
}

/** Passes a hand-over to another office: the old one stays as 已改转, the new one has its own number and clock. */
export async function passOn(tx: Tx, by: CommandContext, row: HandoverRow, to: Receiver): Promise<{ id: number; number: string }> {
  if (row.receiver_kind === to.kind && row.receiver === to.id) throw new Refusal('handover.same-receiver', { receiver: row.receiver_name });
  const home = (await findPlace(tx, readTold(by.city, row).division, by.today)) ?? row.division_id;
  const target = await targetOf(tx, by, to, home);
  const limits = await readLimits(tx, row.division_id, by.today);
  const number = await nextNumber(tx, `${by.city.short}-ZB`, Number(by.today.slice(0, 4)));
  const { id } = await tx.one<{ id: number }>('select hand_onward($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as id',
    [row.id, number, to.kind, to.id, target.name, target.office, JSON.stringify(row.law), by.today, limits.receiveDue, limits.answerDue, JSON.stringify(limits.kept)]);
  return { id, number };
}

/** The office behind a receiver: of a matter the town of the person's home; of a department the city. */
async function targetOf(tx: Tx, by: CommandContext, to: Receiver, home: number): Promise<{ office: number; name: string }> {
  if (to.kind === 'department') {
    if (!departmentsOn(by.today).some((one) => one.id === to.id)) throw new Refusal('handover.no-such-receiver');
    const city = await tx.one<{ id: number }>(`select office_of($1, 'city') as id`, [home]);
    return { office: city.id, name: departmentName(to.id, by.today) };
  }
  const matter = (await loadRegistry()).findMatter(to.id);
  if (!matter || !(await openMatters(tx, home, by.today)).has(to.id)) throw new Refusal('handover.no-such-receiver');
  const office = await tx.one<{ id: number; name: string }>(`select d.id, d.name from division d where d.id = office_of($1, 'town')`, [home]);
  return { office: office.id, name: `${office.name}（${matter.plainTitle ?? matter.title}）` };
}

/** Matters of this platform one can apply for at a place on a day. */
export async function openMatters(tx: Tx, division: number, day: PlainDate): Promise<Set<string>> {
  const [registry, codes] = [await loadRegistry(), await divisionCodesAbove(tx, division)];
  const cancelled = new Set((await tx.rows<{ item: string }>(`select item from item_event where event = 'cancelled' and from_day <= $1 and known_to is null`, [day])).map((row) => row.item));
  return new Set(registry.matters.filter((matter) => !cancelled.has(matter.id) && registry.findProcedure(matter.id, codes, day) !== undefined).map((matter) => matter.id));
}

/** The village or community with this code in force on the day. */
export const findPlace = async (tx: Tx, code: string, day: PlainDate): Promise<number | undefined> =>
  (await tx.find<{ id: number }>('select id from division where code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)', [code, day]))?.id;

export const sealTold = (city: City, told: Told): { cipher: Buffer; keyId: string } => city.keys.seal(JSON.stringify(told));
export const readTold = (city: City, row: { readonly told_cipher: Buffer }): Told => JSON.parse(city.keys.open(row.told_cipher)) as Told;
