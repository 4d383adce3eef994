import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { registerPerson } from '../../registers/person/register-person.ts';
import { checkIdCardNumber } from '../../values/id-card-number.ts';
import { hashPassword } from '../password.ts';

/** Opens a portal account for a resident who showed an identity card at a window (实名). */
export default defineCommand({
  id: 'access.register-resident', title: '开通居民账号', allow: { roles: ['administrator', 'town-clerk', 'village-clerk'] },
  input: z.strictObject({
    login: z.string().min(4).max(50), password: z.string().min(8).max(200), name: z.string().min(1).max(50), idNumber: z.string().max(30),
    hukouKind: z.enum(['urban', 'rural']), division: divisionInput,
  }),
  async run(tx, input, by) {
    const checked = checkIdCardNumber(input.idNumber, { demo: by.city.demo, today: by.today });
    if (!checked.ok) throw new Refusal('access.bad-id', { sentence: checked.sentence });
    const person = await registerPerson(tx, by, {
      name: input.name, sex: checked.sex, birthDate: checked.birthDate, hukouKind: input.hukouKind, hukouDivisionId: input.division, residenceDivisionId: input.division,
      handlingDivisionId: input.division, document: { kind: 'id-card', number: checked.number },
    }, '开通居民账号');
    const made = await tx.run(
      `insert into account (login, name, kind, person_id, password) values ($1, $2, 'resident', $3, $4) on conflict do nothing`, [input.login, input.name, person.id, await hashPassword(input.password)]);
    if (made === 0) throw new Refusal('access.login-taken');
    return { person: person.id };
  },
});
