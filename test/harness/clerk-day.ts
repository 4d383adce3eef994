import { applicationOf, type Applicant } from './applicants.ts';
import type { DeskOffice } from './desk-office.ts';
import { openHand, type Hand } from './hand.ts';
import { caseStory, MATTER } from './seed-cases.ts';

/** What a day by keyboard came to. */
export interface ClerkDay {
  readonly cases: readonly number[];
  /** Keys a step took from the moment its case stood on the screen, text left out; by step, the most any took. */
  readonly keysPerStep: Readonly<Record<string, number>>;
  readonly keys: number; readonly letters: number; readonly mouse: number;
  /** How each case stands at the end. */
  readonly outcomes: readonly string[];
}

const FAMILY = '陈黄梁周何欧马卢林李张王刘钟谭邓郑吴冯蔡';
/** People living alone who apply one after another. */
const applicant = (at: number): readonly Applicant[] => [{ name: `${FAMILY[at % FAMILY.length] ?? '陈'}试${'甲乙丙丁戊己庚辛壬癸'[Math.floor(at / FAMILY.length) % 10] ?? ''}`, birth: `19${String(40 + (at % 20))}-0${String(1 + (at % 9))}-1${String(at % 9)}`, order: 100 + at * 2, relation: 'self', more: { labour: 'none' } }];

/** Cases in every state of a town's morning: come in, under investigation, checked, visited. */
async function layOut(desk: DeskOffice, size: number): Promise<number[]> {
  const story = caseStory(desk);
  const cases: number[] = [];
  for (let at = 0; at < size; at += 1) {
    const { caseId } = await desk.office.act<{ caseId: number }>('shiqi', 'casework.register-application', { matter: MATTER, values: applicationOf(applicant(at)) });
    await desk.office.act('shiqi', 'casework.authorise', { caseId });
    if (at % 4 > 0) await story.step('shiqi', caseId, 'accept', { complete: true, relativeOfStaff: false });
    if (at % 4 > 1) await story.step('shiqi', caseId, 'start-verification');
    cases.push(caseId);
  }
  await desk.settle();
  for (const caseId of cases.filter((_, at) => at % 4 === 3)) await story.step('shiqi', caseId, 'complete-verification');
  return cases;
}

/** A town's clerk, its lead and the city's approver work a pile of cases through to the decision, by keyboard alone. */
export async function runClerkDay(desk: DeskOffice, size: number): Promise<ClerkDay> {
  const cases = await layOut(desk, size);
  const most = new Map<string, number>();
  const clerk = await sit(desk, 'shiqi');
  await acceptTogether(clerk, most, cases.filter((_, at) => at % 4 === 0).length, desk);
  await clerkSteps(desk, clerk, most);
  await desk.settle();
  // what was put off while the agencies were asked is back in its place the next morning
  await desk.office.goTo('2014-10-14');
  await clerkSteps(desk, clerk, most);
  const lead = await sit(desk, 'shiqi-lead');
  await walk(desk, lead, 'shiqi-lead', most, { propose: propose });
  await desk.office.goTo('2014-10-28');
  const lead2 = await again(lead);
  await submitTogether(lead2, most, cases.length, desk);
  const approver = await sit(desk, 'approver');
  await walk(desk, approver, 'approver', most, { 'propose-approval': proposeApproval });
  await desk.office.goTo('2014-11-10');
  await walk(desk, await again(approver), 'approver', most, { approve: confirmOnly });
  const hands = [clerk, lead, approver];
  const mouse = (await Promise.all(hands.map((hand) => hand.mouse()))).reduce((sum, count) => sum + count, 0);
  const { rows } = await desk.owner.query<{ outcome: string | null }>('select outcome from city_442000.case_file where id = any ($1)', [cases]);
  return { cases, keysPerStep: Object.fromEntries(most), keys: sum(hands, 'keys'), letters: sum(hands, 'letters'), mouse, outcomes: rows.map((row) => row.outcome ?? 'open') };
}

const sum = (hands: readonly Hand[], what: 'keys' | 'letters'): number => hands.reduce((all, hand) => all + hand.total()[what], 0);

async function sit(desk: DeskOffice, login: string): Promise<Hand> {
  const { page } = await desk.signedIn(login, '/tasks');
  await page.getByRole('heading', { name: '待办' }).waitFor();
  const hand = await openHand(page);
  await page.getByRole('heading', { name: '待办' }).waitFor();
  return hand;
}

/** Back to the worklist, as it stands now: G T, and what others did meanwhile is taken. */
async function again(hand: Hand): Promise<Hand> {
  await hand.press('g', 't');
  await hand.page.getByRole('heading', { name: '待办' }).waitFor();
  await hand.page.reload();
  await hand.page.getByRole('heading', { name: '待办' }).waitFor();
  hand.take();
  return hand;
}

const note = (most: Map<string, number>, step: string, keys: number): void => { most.set(step, Math.max(most.get(step) ?? 0, keys)); };
const onBar = async (hand: Hand, title: string): Promise<void> => {
  await hand.page.getByRole('group', { name: '一起办' }).getByRole('button', { name: new RegExp(`^${title}`) }).waitFor();
  await hand.press('b');
};

/** All that came in is accepted at once: ticked from the list, tried, done. */
async function acceptTogether(hand: Hand, most: Map<string, number>, many: number, desk: DeskOffice): Promise<void> {
  const rows = await hand.page.locator('tbody tr[data-row]').evaluateAll((all) => all.map((row) => row.textContent?.includes('受理') === true));
  hand.take();
  // the first is chosen already
  for (const [at, fits] of rows.entries()) {
    if (at > 0) await hand.press('j');
    if (fits) await hand.press('x');
  }
  await onBar(hand, '受理');
  await hand.press('Enter');
  await hand.dialog('受理');
  await hand.press('1', '2', 'Enter');
  await bulkDone(hand, desk, many);
  note(most, '受理（批量，每件）', Math.ceil(hand.take() / many));
}

async function submitTogether(hand: Hand, most: Map<string, number>, many: number, desk: DeskOffice): Promise<void> {
  await hand.page.locator('tbody tr[data-row]').nth(many - 1).waitFor();
  await hand.press('x');
  for (let at = 1; at < many; at += 1) await hand.press('Shift+J');
  await onBar(hand, '审核同意');
  await hand.press('Enter');
  await hand.dialog('审核同意，上报审批');
  await hand.press('Enter');
  await bulkDone(hand, desk, many);
  note(most, '上报（批量，每件）', Math.ceil(hand.take() / many));
}

/** The trial, the word, the work; then the dialog is put away. */
async function bulkDone(hand: Hand, desk: DeskOffice, many: number): Promise<void> {
  const says = async (text: string): Promise<void> => {
    for (let round = 0; round < 100; round += 1) {
      await desk.office.work();
      if ((await hand.page.getByRole('dialog').innerText()).includes(text)) return;
      await hand.page.waitForTimeout(200);
    }
    throw new Error(`the bulk never said ${text}: ${await hand.page.getByRole('dialog').innerText()}`);
  };
  await says(`${many} 件可以办`);
  await hand.press('Enter');
  await says(`办好 ${many} 件`);
  await hand.press('Enter');
  await hand.gone();
}

type Fill = (hand: Hand) => Promise<void>;
const confirmOnly: Fill = (hand) => hand.press('Enter');
const survey: Fill = async (hand) => {
  await hand.press('t', 'Tab');
  for (const name of ['刘志敏', '钟伟']) {
    await hand.press('Enter');
    await hand.until(`document.activeElement?.tagName === 'INPUT' && document.activeElement.type === 'text'`);
    await hand.write(name);
    await hand.press('Tab', '1');
    await hand.until(`document.activeElement?.textContent?.includes('加一项') === true`);
  }
  await hand.press('Tab', '1');
  await hand.until(`document.activeElement?.tagName === 'TEXTAREA'`);
  await hand.write('独居，与申报相符');
  await hand.press('Control+Enter');
};
const appraise: Fill = async (hand) => {
  await hand.press('t', 'Tab');
  for (const text of ['太平社区居委会', '15', '11', '14', '1']) { await hand.write(text); await hand.press('Tab'); }
  await hand.press('1');
  await hand.until(`document.activeElement?.tagName === 'TEXTAREA'`);
  await hand.write('情况属实');
  await hand.press('Tab', '1', 'Control+Enter');
};
const propose: Fill = async (hand) => {
  await hand.write('符合条件，同意上报。');
  await hand.press('Tab');
  await hand.write('太平社区公告栏');
  await hand.press('Control+Enter');
};
const proposeApproval: Fill = async (hand) => {
  await hand.write('符合条件，拟批准。');
  await hand.press('Tab', '1');
  await hand.write('市民政局网站、太平社区公告栏');
  await hand.press('Control+Enter');
};

const clerkSteps = (desk: DeskOffice, hand: Hand, most: Map<string, number>): Promise<void> =>
  walk(desk, hand, 'shiqi', most, { survey, appraise, 'complete-verification': confirmOnly, 'start-verification': confirmOnly });

/** Opens the first of the worklist and takes what can be taken; the next opens by itself; what only waits is put off. */
async function walk(desk: DeskOffice, hand: Hand, login: string, most: Map<string, number>, fills: Readonly<Record<string, Fill>>): Promise<void> {
  await again(hand);
  const first = await desk.office.see<{ next: { caseId: number } | null }>(login, 'casework.get-next-task', {});
  if (first.next === null) return;
  await hand.reads('打开这一件');
  await hand.press('Enter');
  let caseId: number | undefined = first.next.caseId;
  while (caseId !== undefined) caseId = await oneCase(desk, hand, login, caseId, most, fills);
}

async function oneCase(desk: DeskOffice, hand: Hand, login: string, caseId: number, most: Map<string, number>, fills: Readonly<Record<string, Fill>>): Promise<number | undefined> {
  await hand.page.waitForURL(`**/cases/${caseId}`, { timeout: 60_000 });
  const { version, steps, verification } = await caseStory(desk).look(caseId, login);
  // a second round of questions may be asked after a report; nobody does here
  const sensible = (id: string): boolean => fills[id] !== undefined && (id !== 'start-verification' || verification.lines.length === 0);
  const can = steps.find((step) => step.no === null && sensible(step.id));
  const after = async (): Promise<number | undefined> => (await desk.office.see<{ next: { caseId: number } | null }>(login, 'casework.get-next-task', { after: caseId })).next?.caseId;
  if (can === undefined) {
    await hand.page.getByRole('button', { name: /^稍后/ }).waitFor();
    await hand.press('l');
    await hand.dialog(/稍后再办/);
    await hand.press('Enter');
    await hand.gone();
    return after();
  }
  await hand.page.getByRole('button', { name: can.title }).first().waitFor();
  await hand.until(`document.querySelector('dialog[open]') === null`);
  hand.take();
  const own = steps.filter((step) => step.no === null && (!step.generic || step.id === 'supplement')).toSorted((a, b) => Number(b.main) - Number(a.main));
  await hand.press(can.key?.toLowerCase() ?? String(own.indexOf(can) + 1));
  await hand.dialog(can.title);
  await fills[can.id]?.(hand);
  await hand.gone();
  note(most, can.title, hand.take());
  for (let round = 0; round < 200 && (await caseStory(desk).look(caseId, login)).version === version; round += 1) await hand.page.waitForTimeout(50);
  const next = await after();
  if (next !== undefined) return next;
  // nothing else is left: the case itself may have more to do
  const left = (await caseStory(desk).look(caseId, login)).steps.some((step) => step.no === null && step.id !== 'start-verification' && fills[step.id] !== undefined);
  return left ? caseId : undefined;
}
