import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { registerPerson } from '../../registers/person/register-person.ts';
import { checkIdCardNumber } from '../../values/id-card-number.ts';
import { giveOneTimePassword } from '../give-one-time-password.ts';
import { noteAccountEvent } from '../managed-account.ts';

/** Opens a portal account for a resident who showed an identity card at a window (实名), and registers the person where the city has not met them. */
export default defineCommand({
  id: 'access.register-resident', title: '登记居民并开通网上账号', allow: { roles: ['administrator', 'town-clerk', 'village-clerk'] },
  input: z.strictObject({ login: z.string().trim().min(4).max(50), name: z.string().min(1).max(50), idNumber: z.string().max(30), hukouKind: z.enum(['urban', 'rural']), division: divisionInput }),
  async run(tx, input, by) {
    const checked = checkIdCardNumber(input.idNumber, { demo: by.city.demo, today: by.today });
    if (!checked.ok) throw new Refusal('access.bad-id', { sentence: checked.sentence });
    const person = await registerPerson(tx, by, {
      name: input.name, sex: checked.sex, birthDate: checked.birthDate, hukouKind: input.hukouKind, hukouDivisionId: input.division, residenceDivisionId: input.division,
      handlingDivisionId: input.division, document: { kind: 'id-card', number: checked.number },
    }, '开通居民账号');
    if (await tx.find('select 1 from portal_account_of($1)', [person.id])) throw new Refusal('account.has-portal');
    const made = await tx.find<{ id: number }>(`insert into account (login, name, kind, person_id) values ($1, $2, 'resident', $3) on conflict do nothing returning id`, [input.login, input.name, person.id]);
    if (!made) throw new Refusal('access.login-taken');
    await noteAccountEvent(tx, by, made.id, 'opened', '本人持身份证到窗口开通');
    await giveOneTimePassword(tx, by, { id: made.id, login: input.login, kind: 'resident' });
    return { person: person.id };
  },
});
