import { z } from 'zod';
import { roleTitle } from '../../access/roles.ts';
import { defineQuery } from '../../contract/door.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { plainTitleOf } from '../../contract/matter.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { FIELDS, type CorrectableField } from '../fields.ts';

const DAY_OF = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** 我的信息 (个人信息保护法 第四十五条): everything held about the caller, by kind, and who read it for what. Whole, so that it can be taken away as a file. */
export default defineQuery({
  id: 'own-data.my-data', title: '我的信息', allow: { residents: true }, sensitive: true, input: z.strictObject({}),
  async run(tx, _input, by) {
    const me = by.caller.person;
    const person = await tx.find<{ name: string; sex: string; birthDate: string | null; deathDate: string | null; hukouKind: string | null; hukou: string | null; residence: string | null }>(
      `select p.name, p.sex, p.birth_date as "birthDate", p.death_date as "deathDate", p.hukou_kind as "hukouKind", h.name as hukou, r.name as residence
         from person p left join division h on h.id = p.hukou_division_id left join division r on r.id = p.residence_division_id where p.id = $1`, [me]);
    if (!person || me === null) throw new Refusal('own-data.nothing-known');
    by.saw('person', [me], '本人看自己的信息');
    const registry = await loadRegistry();
    const benefit = (id: string): string => registry.findBenefit(id)?.benefit.title ?? id;
    const rows = await Promise.resolve({
      documents: await tx.rows<{ kind: string; masked: string; withdrawn: boolean }>('select kind, masked, withdrawn from person_document where person_id = $1 order by id', [me]),
      versions: await tx.rows<{ from: string; to: string | null; name: string; birthDate: string | null; hukouKind: string | null; reason: string; superseded: boolean }>(
        'select valid_from as from, valid_to as to, name, birth_date as "birthDate", hukou_kind as "hukouKind", reason, known_to is not null as superseded from person_version where person_id = $1 order by id', [me]),
      memberships: await tx.rows<{ household: number; relation: string; from: string; to: string | null }>('select household_id as household, relation, valid_from as from, valid_to as to from household_member where person_id = $1 and known_to is null order by valid_from', [me]),
      cases: await tx.rows<{ id: number; number: string; matter: string; openedOn: string; outcome: string | null }>('select id, number, matter, opened_on as "openedOn", outcome from case_file order by id desc'),
      authorisations: await tx.rows<{ number: string; signedOn: string; how: string }>('select c.number, a.signed_on as "signedOn", a.how from authorisation a join case_file c on c.id = a.case_id where a.person_id = $1 order by a.id', [me]),
      grants: await tx.rows<{ id: number; benefit: string; state: string; firstMonth: string; lastMonth: string | null }>(
        `select id, benefit, state, to_char(first_month, 'YYYY-MM') as "firstMonth", to_char(last_month, 'YYYY-MM') as "lastMonth" from benefit_grant order by id`),
      payments: await tx.rows<{ grant: number; month: string; on: string; kind: string; fen: number }>(
        `select grant_id as grant, to_char(for_month, 'YYYY-MM') as month, booked_on as on, kind, sum(fen)::bigint as fen from ledger_entry where kind in ('paid', 'returned') group by grant_id, for_month, booked_on, kind order by for_month desc, booked_on desc limit 600`),
      readings: await tx.rows<{ at: string; query: string; purpose: string | null; role: string | null; division: string | null; own: boolean }>('select at, query, purpose, role, division, own from readings_of_me()'),
      requests: await tx.rows<{ id: number; field: CorrectableField; wanted: string; reason: string; askedOn: string; accepted: boolean | null; answer: string | null; answeredOn: string | null }>(
        `select r.id, r.field, r.wanted, r.reason, r.asked_on as "askedOn", a.accepted, a.reason as answer, a.answered_on as "answeredOn" from correction_request r left join correction_answer a on a.request_id = r.id where r.person_id = $1 order by r.id desc`, [me]),
    });
    return {
      today: by.today, person: { ...person, hukou: person.hukou === null ? null : shortDivisionName(person.hukou), residence: person.residence === null ? null : shortDivisionName(person.residence) }, ...rows,
      cases: rows.cases.map(({ matter, ...one }) => ({ ...one, title: plainTitleOf(registry.findMatter(matter) ?? { title: matter }) })),
      grants: rows.grants.map((one) => ({ ...one, title: benefit(one.benefit) })),
      requests: rows.requests.map((one) => ({ ...one, fieldTitle: FIELDS[one.field] })),
      // a clerk is named by office and post: who it was is known to the auditor
      readings: rows.readings.map(({ at, role, division, own, purpose }) => ({ at: DAY_OF.format(new Date(at)), who: own ? '您自己' : role === null ? '系统' : `${division ?? ''}，${roleTitle(role)}`, purpose: purpose ?? '未写明' })),
    };
  },
});
