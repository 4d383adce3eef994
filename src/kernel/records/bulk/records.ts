import { defineBulkWork, type BulkOffer, type BulkSubject } from '../../contract/bulk.ts';
import type { Form, FormField } from '../../contract/form.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { RegisterField } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { tableOf } from '../../registry/check-register.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { maskName } from '../../values/name-mask.ts';
import { loadRegisters } from '../load-registers.ts';
import { mayKeep } from '../read/face-of.ts';
import type { RegisterHome } from '../register-home.ts';
import { isSecret } from '../table/column-types.ts';
import { CURRENT } from '../table/write-table.ts';
import { mayGo } from '../write/step-state.ts';
import { setState } from '../write/set-state.ts';
import changeRecord from '../commands/change.ts';

/** Kinds one value of which may be right for many. */
const SHARED = new Set<RegisterField['kind']>(['choice', 'choices', 'yes-no', 'date', 'month', 'year', 'integer', 'number', 'money', 'text', 'long-text', 'division', 'link']);
const day = (title: string): FormField => ({ key: 'on', title, kind: 'date', required: true });
const why: FormField = { key: 'reason', title: '原因', kind: 'text', required: true, maxLength: 200, again: true };
const formOf = (id: string, title: string, fields: readonly FormField[]): Form => ({ id, title, sections: [{ id, title, fields }] });

/** Records ticked on one register's list: fields of all changed from a day, or all moved into a state. Each is judged and written for itself, as by its own page. */
export default defineBulkWork({
  id: 'records', unit: '条',
  async offer(tx, by, ids) {
    const rows = await tx.rows<{ id: number; register: string; state: string }>('select id, register, state from register_record where id = any ($1::bigint[]) and not taken_back', [ids]);
    const [first] = rows;
    const home = first && (await loadRegisters(tx)).get(first.register);
    if (home === undefined || rows.some((row) => row.register !== first?.register) || !mayKeep(home, by.caller.post?.role ?? '')) return [];
    const { register } = home;
    const steps = Object.entries(register.states).map(([id, state]): BulkOffer => ({
      what: `state:${id}`, title: `转到“${state.title}”`, form: formOf('state', `转到“${state.title}”`, [day('从哪一天起'), ...register.fields.filter((field) => state.needs?.includes(field.key) && !isSecret(field) && field.kind !== 'files').map((field) => ({ ...(field as FormField), required: false, help: field.help ?? '各条已经写了的可以不填' })), why]),
      fits: rows.filter((row) => mayGo(register, row.state, id)).map((row) => row.id),
    }));
    const open = rows.filter((row) => register.states[row.state]?.ends !== true).map((row) => row.id);
    const fields = register.fields.filter((field) => SHARED.has(field.kind) && !isSecret(field) && field.key !== register.name && !register.key?.includes(field.key)).map((field) => ({ ...(field as FormField), required: false }));
    const change: BulkOffer = { what: 'change', title: '一起改', form: formOf('change', '一起改，没填的不动', [day('从哪一天起'), why, ...fields]), fits: open };
    return [change, ...steps].filter((offer) => offer.fits.length > 0);
  },
  async describe(tx, ids) {
    const rows = await tx.rows<{ id: number; register: string; number: string; name: string | null; person: string | null; division_id: number; division: string }>(
      `select r.id, r.register, r.number, r.name, p.name as person, r.division_id, d.name as division from register_record r join division d on d.id = r.division_id left join person p on p.id = r.person_id
        where r.id = any ($1::bigint[]) and r.division_id = any ((select caller_divisions())::int[])`, [ids]);
    return new Map(rows.map((row): [number, BulkSubject] => [row.id, { divisionId: row.division_id, title: row.name ?? (row.person === null ? row.number : maskName(row.person)), note: `${row.number} · ${shortDivisionName(row.division)}`, href: `/registers/${row.register}/${row.id}` }]));
  },
  async run(tx, by, what, row, data) {
    const { home, seen } = await standing(tx, row.id);
    const { on, reason, ...values } = data;
    const [kind, name = ''] = what.split(':');
    const asked = { register: home.register.id, record: row.id, seen: row.seen ?? seen, values, reason: String(reason ?? '') };
    if (kind === 'state' && home.register.states[name] !== undefined) await setState(tx, by, { ...asked, state: name, on: on as PlainDate });
    else if (kind === 'change') await changeRecord.run(tx, { ...asked, from: on as PlainDate }, by);
    else throw new Refusal('bulk.not-offered');
  },
});

/** The version that stands: whoever ordered this saw the list, not each record. */
async function standing(tx: Tx, record: number): Promise<{ home: RegisterHome; seen: number }> {
  const of = await tx.find<{ register: string }>('select register from register_record where id = $1 and not taken_back', [record]);
  const home = of && (await loadRegisters(tx)).get(of.register);
  const row = home && await tx.find<{ id: number }>(`select id from ${tableOf(home.register)} where record_id = $1 and ${CURRENT}`, [record]);
  if (home === undefined || !row) throw new Refusal('record.not-found');
  return { home, seen: row.id };
}
