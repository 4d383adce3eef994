import type { HouseholdPage } from '../../src/kernel/registers/household/queries/get-household.ts';
import type { PersonPage } from '../../src/kernel/registers/person/queries/get-person.ts';
import type { DemoOffice } from './demo-office.ts';
import type { StoryEvent } from './seed-cases.ts';

const CLERK = 'shiqi';

/** 变化 of the first days of November among households long on the register: a child born, a split, work found, a death that holds the next payment. */
export const familyEvents: StoryEvent = {
  day: '2014-11-03',
  run: async (office) => {
    const homes = await listDrawing(office);
    const take = (fits: (home: HouseholdPage) => boolean): HouseholdPage => {
      const at = homes.findIndex(fits);
      const [home] = homes.splice(at, 1);
      if (at < 0 || !home) throw new Error('too few households for the changes of the story');
      return home;
    };
    const couple = take((home) => home.members.length >= 3 && home.members.every((one) => one.birthDate !== null));
    await report(office, couple, { kind: 'birth', happenedOn: '2014-10-26', name: '小满', relation: 'grandchild', sex: 'female', hukouHere: true, authorise: true });
    const large = take((home) => home.members.length >= 4);
    const leaving = large.members.find((one) => one.person !== large.head);
    await report(office, large, { kind: 'split', happenedOn: '2014-11-01', leaving: [{ person: leaving?.name }], newHead: leaving?.name, address: '悦来南路 18 号 302', movable: '0', houses: '0', vehicles: '0' });
    const worker = take((home) => home.members.length >= 2 && home.members.some((one) => one.birthDate !== null && one.birthDate > '1964' && one.birthDate < '1996'));
    await report(office, worker, { kind: 'job-found', happenedOn: '2014-10-27', person: worker.members.find((one) => one.birthDate !== null && one.birthDate > '1964' && one.birthDate < '1996')?.name, monthly: '1450' });
    const alone = take((home) => home.members.length === 1 && (home.members[0]?.birthDate ?? '9') < '1950');
    await mourn(office, alone);
  },
};

/** Households of the clerk's town that draw 低保 and whose members are each of a name of their own. */
async function listDrawing(office: DemoOffice): Promise<HouseholdPage[]> {
  const { rows } = await office.see<{ rows: { id: number }[] }>(CLERK, 'household.list-households', { limit: 60 });
  const homes: HouseholdPage[] = [];
  for (const { id } of rows) homes.push(await office.see<HouseholdPage>(CLERK, 'household.get-household', { household: id }));
  return homes.filter((home) => home.grants.some((grant) => grant.state === 'paid' && grant.toMonth === null) && new Set(home.members.map((one) => one.name)).size === home.members.length);
}

const report = (office: DemoOffice, home: HouseholdPage, values: Record<string, unknown>): Promise<unknown> =>
  office.act(CLERK, 'casework.report-change', { grant: home.grants.find((grant) => grant.toMonth === null)?.id, values });

/** The death is registered; the reaction holds the next payment and opens the decision. */
async function mourn(office: DemoOffice, home: HouseholdPage): Promise<void> {
  const person = await office.see<PersonPage>(CLERK, 'person.get-person', { person: home.members[0]?.person });
  await office.act(CLERK, 'person.record-death', { person: person.id, seen: person.version, diedOn: '2014-10-31', source: 'certificate', certificateNo: '编造 2014-1031', reason: '家属送来死亡证明' });
  await office.work();
}
