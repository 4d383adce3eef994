import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput, seenInput } from '../../../../kernel/records/door-input.ts';
import { getSub, plantEntries } from '../../../../kernel/records/write/add-entries.ts';
import { loadRecord } from '../../../../kernel/records/write/load-record.ts';
import { setState } from '../../../../kernel/records/write/set-state.ts';
import { drawPeople } from '../sample/draw-people.ts';
import { listEntitled } from '../sample/list-entitled.ts';
import { specialCareSurvey } from '../survey.register.ts';

const SEED_BYTES = 32;

/** 抽样: the platform draws a survey's sample from the persons its own service register serves today. Seed, size and population are written on the survey; a survey is drawn once. */
export default defineCommand({
  id: 'special-care-social-work.draw-sample', title: '抽样', allow: { roles: ['special-care-clerk'] },
  input: z.strictObject({ record: recordInput, seen: seenInput }),
  async run(tx, { record, seen }, by) {
    const { home, row, values } = await loadRecord(tx, by, specialCareSurvey.id, record, seen);
    if (row.state !== 'planned') throw new Refusal('special-care-survey.drawn');
    const people = await listEntitled(tx, by.today, null);
    const size = Number(values['sampleSize']);
    if (people.length < size) throw new Refusal('special-care-survey.too-few', { population: people.length, size });
    const seed = randomBytes(SEED_BYTES);
    const drawn = drawPeople(seed, people, size);
    await plantEntries(tx, by, home, getSub(home, 'answers'), drawn.map(({ person, lot }) => ({ record, divisionId: row.division_id, day: by.today, personId: person, values: { lot, reply: 'waiting', followUp: 'none' }, reason: '抽样' })));
    const written = { population: people.length, seed: seed.toString('hex'), drawnOn: by.today, sampling: '平台抽样：服务台账里在册的优抚对象，照种子抽签，数小的抽中' };
    await setState(tx, by, { register: home.register.id, record, seen, state: 'asking', on: by.today, values: written, reason: '抽样' });
    return { record, population: people.length, size };
  },
});
