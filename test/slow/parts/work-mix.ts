import { DEMO_PASSWORD } from '../../../demo/seed/staff.ts';
import { applicationOf } from '../../harness/applicants.ts';
import { HttpCaller, type HttpAnswer } from '../../harness/http-caller.ts';

/** A day at the offices of the demo city, over and over: looking, applying, stepping on the same cases from two desks, taking files away. */
export interface Mix { once(lane: number): Promise<void>; failures(): string[]; numbers(): Record<string, unknown> }

const LOGINS = ['shiqi', 'shiqi2', 'shiqi-lead', 'approver', 'payroll', 'statistician', 'auditor', 'resident', 'admin'] as const;
type Login = (typeof LOGINS)[number];
const BENEFIT = 'subsistence-allowance';
const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** What the step asks for is beside the point here: any answer but a fault will do. */
const STEPS: Readonly<Record<string, unknown>> = { accept: { complete: true, relativeOfStaff: false }, 'start-verification': {} };

export async function workMix(url: string): Promise<Mix> {
  const desks = new Map<Login, HttpCaller>();
  for (const login of LOGINS) desks.set(login, await HttpCaller.signedIn(url, login, DEMO_PASSWORD));
  const counts = new Map<string, number>();
  const refusals = new Map<string, number>();
  const faults: string[] = [];
  let serial = 0;
  const note = (what: string, answer: Pick<HttpAnswer, 'status'> & { body?: HttpAnswer['body'] }): void => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
    if (answer.status < 400) return;
    const code = String(answer.body?.['code'] ?? answer.status);
    refusals.set(code, (refusals.get(code) ?? 0) + 1);
    if (answer.status === 500 || code === 'unexpected' || code === 'server.database-away' || code === 'access.sign-in-first') faults.push(`${what}: ${code} (${String(answer.body?.['request'])})`);
  };
  const at = (login: Login): HttpCaller => desks.get(login)!;
  const look = async (login: Login, door: string, input: unknown = {}): Promise<HttpAnswer> => { const answer = await at(login).see(door, input); note(`q/${door}`, answer); return answer; };

  const apply = async (): Promise<void> => {
    serial += 1;
    const birth = `19${String(40 + (serial % 50)).padStart(2, '0')}-0${1 + (serial % 9)}-${10 + (Math.floor(serial / 9) % 18)}`;
    const opened = await at('shiqi').act('casework.register-application', { matter: BENEFIT, values: applicationOf([{ name: '试验人', birth, order: 1 + (Math.floor(serial / 50) % 990), relation: 'self' }]) });
    note('c/casework.register-application', opened);
    const caseId = opened.body['caseId'] as number | undefined;
    if (caseId === undefined) return;
    note('c/casework.authorise', await at('shiqi').act('casework.authorise', { caseId }));
    // two desks take the same step with the same knowledge: one of them is told
    for (const [step, data] of Object.entries(STEPS)) {
      const seen = (await look('shiqi2', 'casework.get-case', { caseId })).body['version'] as number;
      const both = await Promise.all([at('shiqi'), at('shiqi2')].map((desk) => desk.act('casework.take-step', { caseId, step, seen, ...(step === 'accept' ? { data } : {}) })));
      for (const answer of both) note('c/casework.take-step', answer);
      if (both.filter((one) => one.status === 200).length > 1) faults.push(`${step} was taken twice in case ${caseId}`);
    }
  };
  const acts: readonly (() => Promise<unknown>)[] = [
    () => look('shiqi', 'casework.list-tasks'), () => look('shiqi', 'casework.list-cases'), () => look('shiqi', 'casework.count-tasks'), () => look('approver', 'casework.list-tasks'), apply,
    () => look('payroll', 'payroll.list-rolls', { limit: 24, void: false }), () => look('payroll', 'payroll.list-lines', { roll: 1, view: 'all', limit: 200 }), () => look('statistician', 'statistics.list-catalogue'),
    () => look('resident', 'casework.my-cases'), () => look('resident', 'inbox.my-messages'), () => look('resident', 'own-data.my-data'), () => look('shiqi-lead', 'supervision.list-clocks'), apply,
    async () => note('x/notices.list-public', await at('shiqi').take('notices.list-public', {})), async () => note('x/household.list-households', await at('shiqi').take('household.list-households', {})),
    async () => note('files', await at('shiqi').upload('材料.pdf', 'application/pdf', PDF)), () => look('admin', 'operations.get-status'), () => look('admin', 'jobs.list-jobs'),
    async () => { const desk = new HttpCaller(url); note('sign-in', await desk.post('/api/c/session.sign-in', { name: 'statistician', password: DEMO_PASSWORD })); note('sign-out', await desk.post('/api/c/session.sign-out', {})); },
    async () => { const page = await fetch(`${url}/workbench/`); await page.arrayBuffer(); note('page', { status: page.status }); },
  ];
  const turn = new Map<number, number>();
  return {
    async once(lane) {
      const next = (turn.get(lane) ?? lane * 5) + 1;
      turn.set(lane, next);
      await acts[next % acts.length]!().catch((fault: Error) => { faults.push(`the connection broke: ${fault.message}`); });
    },
    failures: () => faults.slice(0, 20),
    numbers: () => ({ requests: [...counts.values()].reduce((sum, one) => sum + one, 0), byDoor: Object.fromEntries(counts), refusals: Object.fromEntries(refusals) }),
  };
}
