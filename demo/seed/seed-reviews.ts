import type { HouseholdPage } from '../../src/kernel/registers/household/queries/get-household.ts';
import type { DemoOffice } from './demo-office.ts';
import type { StoryEvent } from './seed-cases.ts';

interface Row { readonly grant: number; readonly household: number; readonly caseId: number; readonly seen: number; readonly differences: readonly string[] }
interface Listed { readonly rows: readonly Row[] }

const BENEFIT = 'subsistence-allowance';

/** From November on households are reviewed here: the cases of the month open, a clerk looks at some, one is suspended, one refuses work. */
export const reviewsOfNovember: StoryEvent = {
  day: '2014-11-03',
  run: async (office) => {
    await office.act('approver', 'reviews.start', { benefit: BENEFIT, from: '2014-11', reason: '各镇区花名册已全部接收，十一月起在本平台复核' });
    await office.work();
    const { rows } = await office.see<Listed>('shiqi', 'reviews.list', { view: 'open', limit: 1000 });
    const open = rows.filter((row) => row.differences.length === 0);
    await setClasses(office, open.slice(0, 6));
    const kept = open.slice(6, 14);
    await office.act('shiqi', 'bulk.start', {
      work: 'reviews.take-step', what: 'keep', trial: false, rows: kept.map((row) => ({ id: row.caseId, seen: row.seen })), data: { how: 'visit', lookedOn: '2014-11-03', opinion: '入户看过，人口、收入没有变化。' },
    });
    await office.work();
    await lookInto(office, open[14]);
    await suspend(office, open[15]);
    await offerWork(office, open.slice(16));
    await office.work();
  },
};

/** What the rosters did not tell the town knows. */
async function setClasses(office: DemoOffice, rows: readonly Row[]): Promise<void> {
  const set = (part: readonly Row[], to: string, reason: string) => (part.length === 0 ? undefined : office.act('shiqi', 'reviews.set-class', { grants: part.map((row) => row.grant), class: to, reason }));
  await set(rows.slice(0, 3), 'unchanging', '城市三无老人，入户核实');
  await set(rows.slice(3), 'unsteady', '户主打零工，收入不固定');
}

async function lookInto(office: DemoOffice, row: Row | undefined): Promise<void> {
  if (row) await office.act('shiqi', 'casework.take-step', { caseId: row.caseId, step: 'investigate', seen: row.seen, data: { what: '邻居说户主最近在酒楼上班，要核实工资。' } });
}

/** The employment office offered a member work, who said no: the first refusal changes nothing yet, and is counted. */
async function offerWork(office: DemoOffice, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const home = await office.see<HouseholdPage>('shiqi', 'household.get-household', { household: row.household });
    const able = home.members.find((one) => one.birthDate !== null && one.birthDate > '1964' && one.birthDate < '1994');
    if (!able) continue;
    await office.act('shiqi', 'subsistence-allowance.record-job-offer', {
      grant: row.grant, person: able.person, offeredOn: '2014-10-28', offeredBy: '石岐区人力资源和社会保障分局', job: '社区保洁，每天六小时', answer: 'refused', reason: '说离家远，不愿意去，没有别的理由',
    });
    return;
  }
}

/** Three visits and nobody there: proposed by the town, agreed, waiting for the city's decision. */
async function suspend(office: DemoOffice, row: Row | undefined): Promise<void> {
  if (!row) return;
  const { caseId, version } = await office.act<{ caseId: number; version: number }>('shiqi', 'casework.open-grant-case', {
    grantId: row.grant, kind: 'stop', values: { ask: 'suspend', suspendGround: 'unreachable', facts: '10月13日、20日、27日三次上门没有人，电话停机，邻居说外出务工。' },
  });
  await office.act('shiqi-lead', 'casework.take-step', { caseId, step: 'agree', seen: version, data: { opinion: '情况属实，拟同意暂停。' } });
}
