import type { DemoOffice } from './demo-office.ts';
import type { StoryEvent } from './seed-cases.ts';

interface Unserved { readonly decisionId: number; readonly caseId: number; readonly outcome: string; readonly matter: string }
interface Lodged { readonly complaintId: number }
interface Detail { readonly version: number; readonly grants: readonly { readonly id: number }[] }
interface Income { readonly category: string; readonly monthlyFen: number; readonly note?: string }
interface Facts { readonly members: readonly { readonly relation: string; readonly incomes: readonly Income[] }[] }

const PLACE = { division: '442000001016', matter: 'subsistence-allowance' } as const;
const INVESTIGATORS = ['刘志敏', '钟伟'];

/** Takes a complaint a step on, as it stands at that moment. */
async function act(office: DemoOffice, login: string, step: string, complaintId: number, body: Record<string, unknown>): Promise<void> {
  const { version } = await office.see<Detail>('supervisor', 'complaints.get-complaint', { complaintId });
  await office.act(login, `complaints.${step}`, { complaintId, seen: version, ...body });
}
const register = async (office: DemoOffice, login: string, content: string, more: Record<string, unknown> = {}): Promise<number> =>
  (await office.act<Lodged>(login, 'complaints.register', { ...PLACE, about: 'household', how: 'desk', content, ...more })).complaintId;
const assign = (office: DemoOffice, complaintId: number, household?: string): Promise<void> => act(office, 'shiqi-lead', 'assign', complaintId, { investigators: INVESTIGATORS, ...(household === undefined ? {} : { household }) });
const investigate = (office: DemoOffice, complaintId: number, heldOn: string, findings: string, login = 'shiqi'): Promise<void> =>
  act(office, login, 'investigate', complaintId, { heldOn, investigators: INVESTIGATORS.map((name) => ({ name, signed: true })), findings });

/** What has not reached its applicant yet, of one outcome. */
async function findUnserved(office: DemoOffice, outcome: string): Promise<Unserved> {
  const { lines } = await office.see<{ lines: readonly Unserved[] }>('shiqi', 'service.list-unserved', {});
  const line = lines.find((one) => one.outcome === outcome && one.matter === PLACE.matter);
  if (!line) throw new Error(`no ${outcome} decision waits to be served`);
  return line;
}

/** The household whose grant is paid from October on, as the complaint about it needs it. */
interface Known { caseId: number; household: string; person: number }
const granted: Known = { caseId: 0, household: '', person: 0 };
const refused: Known = { caseId: 0, household: '', person: 0 };

async function remember(office: DemoOffice, into: Known, caseId: number): Promise<void> {
  const { householdId, members } = await office.see<{ householdId: number; members: readonly { personId: number; applicant: boolean }[] }>('shiqi', 'casework.get-case', { caseId });
  const { number } = await office.see<{ number: string }>('shiqi', 'household.get-household', { household: householdId });
  Object.assign(into, { caseId, household: number, person: members.find((one) => one.applicant)?.personId ?? 0 });
}

/** 100 元 more of income a month than was declared: October was paid too high, and is held back in two parts. */
async function upholdAndRecover(office: DemoOffice): Promise<void> {
  const complaintId = await register(office, 'shiqi', '他家儿媳妇从九月起在菜市场帮人看档，每月有一百多元，申请时没有说。', { how: 'phone' });
  await assign(office, complaintId, granted.household);
  await investigate(office, complaintId, '2014-10-28', '问过档主和本人，九月起帮忙看档，每月 100 元，本人承认忘记报。');
  const { grants } = await office.see<Detail>('supervisor', 'complaints.get-complaint', { complaintId });
  const grantId = grants[0]?.id;
  const { facts } = await office.see<{ facts: Facts }>('approver', 'benefits.get-grant-facts', { grant: grantId });
  const [first, ...others] = facts.members;
  const corrected = { ...facts, members: [{ ...first, incomes: [...(first?.incomes ?? []), { category: 'other', note: '看档', monthlyFen: 10_000 }] }, ...others] };
  await act(office, 'approver', 'conclude', complaintId, {
    outcome: 'upheld', opinion: '少报收入属实，数额小，本人承认，按更正后的情况重算，多发的分期扣回，不作失信记录。', reply: '查实有一项收入没有报，已按规定重算。', correction: { kind: 'change', grantId, fromMonth: '2014-10', facts: corrected },
  });
  const { restFen } = await office.see<{ restFen: number }>('approver', 'benefits.get-recovery', { grant: grantId });
  await office.act('approver', 'benefits.plan-recovery', { grant: grantId, totalFen: restFen, monthlyFen: Math.ceil(restFen / 2), reason: '与本人商定，分两个月扣' });
}

/** The refused applicant had hidden a lorry: found true, and on record for a year. */
async function recordDishonesty(office: DemoOffice): Promise<void> {
  await remember(office, refused, (await findUnserved(office, 'refused')).caseId);
  const complaintId = await register(office, 'shiqi', '他说没有车，其实有一台小货车挂在表弟名下，天天自己开。');
  await assign(office, complaintId, refused.household);
  await investigate(office, complaintId, '2014-11-03', '查行驶证、保险和加油卡，车由本人出钱买、本人用，申请表写“没有车辆”。');
  await act(office, 'approver', 'conclude', complaintId, { outcome: 'upheld', opinion: '隐瞒财产属实。申请已经不予批准，没有发过钱；作失信记录。', reply: '查实申请时隐瞒了车辆，没有领到钱。' });
  const { recordId } = await office.act<{ recordId: number }>('approver', 'dishonesty.record', {
    person: refused.person, ground: '申请时隐瞒实际所有的小货车', complaintId, law: { instrument: '社会救助暂行办法', article: '第六十八条', documentNumber: '国务院令第649号' },
  });
  await office.act('shiqi-lead', 'dishonesty.tell', { recordId });
}

/** One complaint in each place of the desk: just come in, with the town, waiting for the conclusion, and with the supervisors alone. */
async function complaintsOnTheDesk(office: DemoOffice): Promise<void> {
  await register(office, 'shiqi', '公布栏里有一户写三个人，我们楼里只见过两个人住，请查一查。', { how: 'phone' });
  await assign(office, await register(office, 'shiqi', '公布栏里有一户，孩子已经在外面上班了，请查一查。'));
  const checked = await register(office, 'shiqi', '有一户出租了祖屋，每月收租。');
  await assign(office, checked);
  await investigate(office, checked, '2014-11-03', '祖屋确有租客，租金由哥哥收，哥哥不是共同生活的成员。');
  await register(office, 'supervisor', '有一家儿子开货车，没有报收入。', { how: 'letter', name: '一位老街坊', contact: '见来信' });
  await office.act('supervisor', 'complaints.register', { division: '442000001', matter: 'subsistence-allowance', about: 'staff', how: 'letter', content: '窗口的人让我跑了三趟，每次说的材料都不一样。' });
  const named = await register(office, 'supervisor', '邻居家在珠海买了房。', { how: 'letter', name: '何先生', contact: '13900000000' });
  await office.act('supervisor', 'complaints.hand-over', { complaintId: named, seen: 1, content: '反映某户在外市有房产，请核查。' });
}

/** 监督 in the story: decisions brought to their people, complaints in every state, an overpayment held back, a record for a lie. */
export const supervision: readonly StoryEvent[] = [
  { day: '2014-09-16', run: async (office) => {
    const line = await findUnserved(office, 'granted');
    await remember(office, granted, line.caseId);
    await office.act('shiqi', 'service.record', { decisionId: line.decisionId, how: 'direct', triedOn: '2014-09-16', reached: true, receiver: '本人', by: INVESTIGATORS });
  } },
  { day: '2014-10-15', run: async (office) => {
    const complaintId = await register(office, 'shiqi', '听说有一户去年就搬去珠海了，低保还在领。', { how: 'phone' });
    await assign(office, complaintId);
    await investigate(office, complaintId, '2014-10-15', '到户看过，人在家，水电照常用。反映的是同名的另一户，不领低保。');
    await act(office, 'approver', 'conclude', complaintId, { outcome: 'rejected', opinion: '不属实，不改数据。', reply: '查过了，反映的情况不属实。' });
  } },
  { day: '2014-10-28', run: upholdAndRecover },
  { day: '2014-11-03', run: async (office) => {
    const { decisionId } = await findUnserved(office, 'refused');
    await office.act('shiqi', 'service.record', { decisionId, how: 'direct', triedOn: '2014-11-03', reached: false, because: '家中无人，邻居说去了外地', by: INVESTIGATORS });
    await recordDishonesty(office);
    await complaintsOnTheDesk(office);
  } },
];
