import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDivisionsOn, readDivisionData } from '../src/kernel/registers/division/read-division-data.ts';
import { plainDate } from '../src/kernel/values/plain-date.ts';
import { fen, plainYuan } from '../src/kernel/values/money.ts';
import { makeReturnFile } from './bank/make-return-file.ts';
import { generatePopulation } from './population/generate-population.ts';
import { DEMO_PASSWORD } from './seed/staff.ts';
import { makeRosterWorkbook } from './workbooks/make-roster.ts';

const help = `用法：npm run -s demo:walk -- http://127.0.0.1:8080
  在刚启动的演示城市里，从外面（只用网页用的接口）走一遍低保：导入花名册，陈秀英在门户申请，核对、入户、评议、公示、批准，
  编制十二月花名册，银行退回三笔，补发，关账，重新编制核对指纹。每一步打印一行。只能走一遍：演示日期会往前走到 2014-12-12。`;

const base = process.argv[2] ?? '';
if (!base.startsWith('http')) { process.stdout.write(`${help}\n`); process.exit(base === '--help' ? 0 : 2); }

const BENEFIT = 'subsistence-allowance';
const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const cookies = new Map<string, string>();
let keys = 0;

async function request(login: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const isForm = body instanceof FormData;
  const response = await fetch(base + path, {
    method: 'POST', headers: { 'x-csrf': '1', cookie: cookies.get(login) ?? '', ...(isForm ? {} : { 'content-type': 'application/json' }), ...headers }, body: isForm ? body : JSON.stringify(body),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie) cookies.set(login, cookie);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${login} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}
const act = async <T>(login: string, door: string, body: unknown): Promise<T> => {
  if (!cookies.has(login)) await request(login, '/api/c/session.sign-in', { name: login, password: DEMO_PASSWORD });
  return await request(login, `/api/c/${door}`, body, { 'idempotency-key': `walk-${Date.now()}-${(keys += 1)}` }) as T;
};
const see = async <T>(login: string, door: string, body: unknown): Promise<T> => {
  if (!cookies.has(login)) await request(login, '/api/c/session.sign-in', { name: login, password: DEMO_PASSWORD });
  return await request(login, `/api/q/${door}`, body) as T;
};
const goTo = (day: string): Promise<unknown> => act('admin', 'clock.move', { to: day });
const yuan = (amount: number): string => plainYuan(fen(amount));

async function importRoster(): Promise<void> {
  const divisions = listDivisionsOn(readDivisionData(readFileSync(join(import.meta.dirname, '../data/divisions/guangdong.csv'), 'utf8')), plainDate('2014-10-31'));
  const households = generatePopulation({ seed: 77, divisions, households: 900, persons: 2100 }).filter((household) => household.village.startsWith('442000002'));
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await makeRosterWorkbook(households, { errors: true, month: '2014-11', place: '东区' }))]), '东区低保花名册.xlsx');
  await see('approver', 'session.me', {});
  const { id: file } = await request('approver', '/api/files', form) as { id: number };
  const preview = await see<{ good: { households: number; persons: number; fen: number }; bad: { households: number }; errors: { row: number; sentence: string }[] }>('approver', `${BENEFIT}.preview-roster`, { file });
  say(`导入 预览：好的 ${preview.good.households} 户 ${preview.good.persons} 人，有错的 ${preview.bad.households} 户，例如第 ${preview.errors[0]?.row} 行：${preview.errors[0]?.sentence}`);
  await act('approver', `${BENEFIT}.import-roster`, { file, expect: preview.good, firstMonth: '2014-12' });
  const bad = await see<{ content: string }>('approver', `${BENEFIT}.get-bad-rows`, { file });
  say(`导入 完成：${preview.good.households} 户从 2014-12 起发；有错的户另存 ${Buffer.from(bad.content, 'base64').length} 字节的工作簿，改好再导入`);
}

async function apply(): Promise<{ caseId: number; version: number; number: string }> {
  const member = (name: string, idCard: string, relation: string, more: object = {}): object => ({ name, idCard, relation, hukouHere: true, livesTogether: true, hasDisability: false, seriousIllness: false, study: 'none', labour: 'partly', away: 'no', ...more });
  const values = {
    division: '442000001016', address: '石岐区太平社区 太平路 12 号', phone: '13800000001', hukouKind: 'urban', application: 'household', singleParent: false, threeNone: false,
    members: [member('陈秀英', '442099195801024423', 'self'), member('黄志强', '442099195301023010', 'spouse', { hasDisability: true, disabilityKind: 'physical', disabilityGrade: '2', labour: 'none' }),
      member('黄欣', '442099199506070142', 'child', { study: 'undergraduate', labour: 'able' })],
    incomes: [{ person: '陈秀英', source: 'wage', note: '打零工，做清洁', regular: 'total', total: '3720', months: '6' }, { person: '黄志强', source: 'pension', regular: 'monthly', monthly: '165' },
      { person: '黄欣', source: 'education-grant', regular: 'monthly', monthly: '300' }],
    deductions: [], movable: '6318.42', vehicles: 0, houses: 1, hasAccount: true, bankCode: '314', accountHolder: '陈秀英', accountNumber: '9990000000000004417', authorise: true, relativeOfStaff: false, truthful: true,
  };
  await act('chen', 'casework.save-draft', { matter: BENEFIT, values });
  const opened = await act<{ caseId: number; version: number; number: string }>('chen', 'casework.apply', { matter: BENEFIT });
  say(`门户 陈秀英提交申请：${opened.number}`);
  return opened;
}

async function decide(opened: { caseId: number; version: number }): Promise<void> {
  let seen = opened.version;
  const step = async (login: string, id: string, data: object = {}): Promise<void> => { ({ version: seen } = await act<{ version: number }>(login, 'casework.take-step', { caseId: opened.caseId, step: id, seen, data })); };
  await step('shiqi', 'accept', { complete: true, relativeOfStaff: false });
  await act('shiqi', 'casework.authorise', { caseId: opened.caseId });
  await step('shiqi', 'start-verification');
  let verification = { missing: 1, text: '' };
  for (let i = 0; i < 60 && verification.missing > 0; i += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
    const view = await see<{ steps: { id: string; no: { code: string } | null }[] }>('shiqi', 'casework.get-case', { caseId: opened.caseId });
    verification = { missing: view.steps.find((one) => one.id === 'complete-verification')?.no ? 1 : 0, text: '' };
  }
  say('核对 两家单位、三口人都已答复');
  await goTo('2014-11-06');
  await step('shiqi', 'survey', { visitedOn: '2014-11-06', investigators: [{ name: '刘志敏', signed: true }, { name: '钟伟', signed: true }], personSigned: true, findings: '与申报一致' });
  await step('shiqi', 'complete-verification');
  await step('shiqi', 'appraise', { heldOn: '2014-11-06', place: '太平社区', attended: 15, representatives: 11, agree: 14, disagree: 1, conclusion: 'true', opinion: '情况属实', allSigned: true });
  await step('shiqi-lead', 'propose', { opinion: '符合条件', place: '太平社区公告栏' });
  await goTo('2014-11-14');
  await step('shiqi-lead', 'submit');
  await step('approver', 'propose-approval', { opinion: '拟批准', countyVisited: true, place: '太平社区公告栏、市局网站' });
  await goTo('2014-11-22');
  await step('approver', 'approve');
  const mine = await see<{ caseId: number; stateTitle: string }[]>('chen', 'casework.my-cases', {});
  const view = await see<{ assessment: { fen: number; explanation: string } }>('approver', 'casework.get-case', { caseId: opened.caseId });
  say(`批准 ${mine[0]?.stateTitle}：每月 ${yuan(view.assessment.fen)} 元。${view.assessment.explanation}`);
}

interface RollView { version: number; totals: { households: number; persons: number; fen: number }; findings: { id: number; mustHold: boolean; held: boolean; resolution: unknown }[]; failures: { householdId: number; reason: string }[]; bank: { paid: { lines: number; fen: number }; failed: { lines: number; fen: number } } }
const roll = (id: number): Promise<RollView> => see('payroll', 'payroll.get-roll', { roll: id });
const rollStep = async (login: string, id: number, door: string, more: object = {}): Promise<void> => { await act(login, `payroll.${door}`, { roll: id, version: (await roll(id)).version, ...more }); };

async function pay(id: number, failing: { seq: number; code: string }[]): Promise<void> {
  await rollStep('payroll', id, 'check');
  const checked = await roll(id);
  for (const finding of checked.findings.filter((one) => one.resolution === null && !one.held)) {
    await act('payroll', 'payroll.resolve-finding', { roll: id, version: checked.version, finding: finding.id, action: finding.mustHold ? 'hold' : 'pay', reason: finding.mustHold ? '等镇街核实' : '已与镇街核对' });
  }
  for (const [login, door] of [['payroll', 'submit'], ['payroll-approver', 'approve'], ['finance', 'confirm'], ['payroll', 'send']] as const) await rollStep(login, id, door);
  await answerBank(id, failing);
}

async function answerBank(id: number, failing: { seq: number; code: string }[]): Promise<void> {
  const file = await see<{ name: string; base64: string; sha256: string }>('payroll', 'payroll.get-bank-file', { roll: id, purpose: 'hand-to-bank' });
  const content = makeReturnFile(Buffer.from(file.base64, 'base64'), failing, `${(await see<{ today: string }>('payroll', 'session.me', {})).today}T10:30:00`).toString('base64');
  await rollStep('payroll', id, 'read-return', { fileName: '回盘.txt', content });
  const { bank } = await roll(id);
  say(`银行 ${file.name}：到账 ${bank.paid.lines} 笔 ${yuan(bank.paid.fen)} 元，退回 ${bank.failed.lines} 笔 ${yuan(bank.failed.fen)} 元`);
}

async function december(): Promise<void> {
  const { rolls } = await see<{ rolls: { id: number; month: string; state: string }[] }>('payroll', 'payroll.list-rolls', {});
  const november = rolls.find((one) => one.month === '2014-11');
  if (november?.state === 'sent') { await answerBank(november.id, []); await rollStep('payroll', november.id, 'close'); }
  await goTo('2014-12-02');
  const { roll: id, number } = await act<{ roll: number; number: string }>('payroll', 'payroll.draw-up', { benefit: BENEFIT, month: '2014-12' });
  for (let i = 0; i < 60 && !(await see<{ rolls: { id: number; state: string }[] }>('payroll', 'payroll.list-rolls', {})).rolls.some((one) => one.id === id && one.state === 'drawn'); i += 1) await new Promise((resolve) => { setTimeout(resolve, 500); });
  const drawn = await roll(id);
  say(`十二月 ${number}：${drawn.totals.households} 户 ${drawn.totals.persons} 人 ${yuan(drawn.totals.fen)} 元`);
  await goTo('2014-12-08');
  await pay(id, [{ seq: 11, code: 'E099' }, { seq: 22, code: 'E099' }, { seq: 33, code: 'E099' }]);
  await goTo('2014-12-10');
  const { roll: follow, lines } = await act<{ roll: number; lines: number }>('payroll', 'payroll.draw-follow-up', { roll: id, version: (await roll(id)).version });
  say(`补发册 ${lines} 笔`);
  await pay(follow, []);
  await rollStep('payroll', follow, 'close');
  await rollStep('payroll', id, 'close');
  await goTo('2014-12-12');
  const again = await see<{ identical: boolean; drawn: string; again: string }>('payroll', 'payroll.redraw', { roll: id });
  say(`关账后重新编制：${again.identical ? '相同' : '不同'} ${again.drawn.slice(0, 16)} ${again.again.slice(0, 16)}`);
  if (!again.identical) process.exitCode = 1;
  const ledger = await see<{ even: boolean }>('auditor', 'ledger.check', {});
  say(`账册核对：${ledger.even ? '相符' : '不符'}`);
}

async function figures(): Promise<void> {
  const indicators = await see<{ id: string; title: string; kind: string; unit: string; register: string | null }[]>('statistician', 'statistics.list-indicators', {});
  for (const indicator of indicators.filter((one) => one.register === null)) {
    const figure = await see<{ all: { value: number | null } }>('statistician', 'statistics.get-figure', indicator.kind === 'stock' ? { id: indicator.id, day: '2014-12-12' } : { id: indicator.id, from: '2014-07-01', to: '2014-12-13' });
    say(`统计 ${indicator.title}：${figure.all.value} ${indicator.unit}`);
  }
}

await importRoster();
const applied = await apply();
await decide(applied);
await december();
await figures();
