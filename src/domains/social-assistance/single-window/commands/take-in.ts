import { z } from 'zod';
import { checkForm } from '../../../../kernel/contract/check-form.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { CommandContext } from '../../../../kernel/db/command.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { nextNumber } from '../../../../kernel/numbering/next-number.ts';
import { registerPerson } from '../../../../kernel/registers/person/register-person.ts';
import { checkIdCardNumber, maskIdCardNumber } from '../../../../kernel/values/id-card-number.ts';
import { maskName } from '../../../../kernel/values/name-mask.ts';
import { followCode } from '../follow-code.ts';
import { intakeForm } from '../form.ts';
import { findPlace, openMatters, sealTold, sendHandover, WINDOW_ROLES } from '../handovers.ts';
import type { Told } from '../prefill.ts';
import { routeNeeds } from '../route.ts';
import { needIds, type Need, type WayIn } from '../terms.ts';

export interface TakenIn { readonly intake: number; readonly number: string; readonly code: string; readonly handovers: readonly { readonly id: number; readonly number: string }[] }

/** 求助登记: hears a person once, gives the receipt, and hands each need to whoever answers for it (第六十条). */
export default defineCommand({
  id: 'single-window.take-in', title: '登记求助', allow: { roles: WINDOW_ROLES },
  input: z.strictObject({ values: z.record(z.string(), z.unknown()), needs: z.array(z.enum(needIds as readonly [Need, ...Need[]])).max(20) }),
  async run(tx, input, by): Promise<TakenIn> {
    const checked = checkForm(intakeForm, input.values, { today: by.today, demo: by.city.demo });
    if (!checked.ok) throw new Refusal('input.invalid', { fields: checked.errors });
    if (input.needs.length === 0) throw new Refusal('intake.no-need');
    const { how, ...told } = { materials: '', ...checked.values } as unknown as Told & { how: WayIn };
    const window = await windowOf(tx, by);
    const home = await findPlace(tx, told.division, by.today);
    if (home === undefined) throw new Refusal('intake.no-such-place');
    const person = await personOf(tx, by, told, window.division_id, home);
    const number = await nextNumber(tx, `${by.city.short}-QZ`, Number(by.today.slice(0, 4)));
    const sealed = sealTold(by.city, told);
    const { id } = await tx.one<{ id: number }>(
      `insert into intake (number, window_id, division_id, home_division_id, person_id, how, told_on, name_masked, number_masked, told_cipher, key_id, account_id, clerk_name, office_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
      [number, window.id, window.division_id, home, person, how, by.today, maskName(told.name), told.idCard === undefined ? null : maskIdCardNumber(told.idCard), sealed.cipher, sealed.keyId,
        by.caller.account?.id, by.caller.account?.name, window.name]);
    const routes = routeNeeds(input.needs, by.today, await openMatters(tx, home, by.today));
    const handovers = [];
    for (const route of routes) {
      handovers.push(await sendHandover(tx, by, { intakeId: id, divisionId: window.division_id, homeDivisionId: home, need: route.need, to: route.to, law: route.law, nameMasked: maskName(told.name), personId: person, told }));
    }
    return { intake: id, number, code: followCode(by.city, number), handovers };
  },
});

/** The window the clerk sits at: that of the post's own office. */
async function windowOf(tx: Tx, by: CommandContext): Promise<{ id: number; division_id: number; name: string }> {
  const window = await tx.find<{ id: number; division_id: number; name: string }>(
    'select id, division_id, name from service_window where division_id = $1 and opened_on <= $2 and (closed_on is null or closed_on > $2)', [by.caller.post?.divisionId, by.today]);
  if (!window) throw new Refusal('window.none-here', { office: by.caller.post?.divisionName ?? '' });
  return window;
}

/** Who showed an identity number is known from then on, and sees the request under 我的. Nobody is turned away without one. */
async function personOf(tx: Tx, by: CommandContext, told: Told, division: number, home: number): Promise<number | null> {
  if (told.idCard === undefined) return null;
  const read = checkIdCardNumber(told.idCard, { today: by.today, demo: by.city.demo });
  if (!read.ok) throw new Refusal('input.invalid', { fields: [{ path: 'idCard', code: read.code, sentence: read.sentence }] });
  const handling = by.caller.divisions.includes(home) ? home : division;
  const person = await registerPerson(tx, by, {
    name: told.name, sex: read.sex, birthDate: read.birthDate, hukouKind: null, hukouDivisionId: null, residenceDivisionId: home, handlingDivisionId: handling, document: { kind: 'id-card', number: read.number },
  }, '窗口求助登记');
  return person.id;
}
