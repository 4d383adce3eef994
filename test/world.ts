import { makeReturnFile } from '../demo/bank/make-return-file.ts';
import { checkCases } from '../src/kernel/casework/check-cases.ts';
import { loadRegistry } from '../src/kernel/registry/find-declarations.ts';
import { addDays, plainDate } from '../src/kernel/values/plain-date.ts';
import type { Applicant } from './harness/applicants.ts';
import { Bureau, type Wire } from './harness/bureau.ts';
import { BENEFIT } from './harness/payroll-world.ts';
import { Home } from './world-home.ts';

/** What a household finds on the roll of a month. All sums in 分. */
export interface Line {
  readonly fen: number; readonly arrears: number; readonly recovery: number; readonly persons: number; readonly change: string | null; readonly reason: string; readonly status: string; readonly place: string;
  /** What it is made of: month, item, why (regular, arrears, recovery). */
  readonly items: readonly { readonly month: string; readonly title: string; readonly cause: string; readonly fen: number }[];
  /** How the month is reckoned, as the household's page says it. */
  readonly explanation: string;
}

/**
 * A city whose households apply, are granted 低保, live, and are paid month by month. Everything goes through the doors of the app, as a clerk, a
 * lead, an approver, the roll desk or a resident would; the business day moves through the clock. A story is told top to bottom, by day.
 */
export class World {
  readonly bureau: Bureau;
  readonly #rolls = new Map<string, number>();

  private constructor(bureau: Bureau) { this.bureau = bureau; }

  static async open(city: '442000' | '440100', day: string): Promise<World> { return new World(await Bureau.open(city, day)); }

  /** An invented household that may apply; `more` are further answers of the form. */
  household(people: readonly Applicant[], more: Readonly<Record<string, unknown>> = {}): Home { return new Home(this, people, more); }

  day(day: string): Promise<void> { return this.bureau.day(day); }

  /** Households apply together today; each is decided under the law of the day. 2012: two notices of seven days; 2021: one. */
  async apply(homes: readonly Home[]): Promise<void> {
    const law = this.bureau.today < '2021-07-01' ? 2012 : 2021;
    const opened: { home: Home; caseId: number }[] = [];
    for (const home of homes) opened.push({ home, caseId: await home.opens() });
    for (const { home, caseId } of opened) await home.investigated(caseId, law);
    await this.day(addDays(plainDate(this.bureau.today), 8));
    for (const { home, caseId } of opened) await home.submitted(caseId, law);
    if (law === 2012) await this.day(addDays(plainDate(this.bureau.today), 8));
    for (const { home, caseId } of opened) await home.approved(caseId, law);
  }

  /** The roll of a month on its first day: drawn, checked, approved, confirmed, sent, answered by the bank without a failure, closed. */
  async month(month: string): Promise<void> {
    const { bureau } = this;
    await bureau.day(`${month}-01`);
    const [officer, approver, finance] = await Promise.all([bureau.at('payroll-officer'), bureau.at('payroll-approver'), bureau.at('finance-officer')]);
    const roll = (await bureau.done(officer, 'payroll.draw-up', { benefit: BENEFIT, month }))['roll'] as number;
    this.#rolls.set(month, roll);
    const at = async () => ({ roll, version: (await bureau.see(officer, 'payroll.get-roll', { roll }))['version'] as number });
    await bureau.done(officer, 'payroll.check', await at());
    for (const finding of (await bureau.see(officer, 'payroll.get-roll', { roll }))['findings'] as { id: number; resolution: string | null; mustHold: boolean }[]) {
      if (finding.resolution === null) await bureau.done(officer, 'payroll.resolve-finding', { ...(await at()), finding: finding.id, action: finding.mustHold ? 'hold' : 'pay', reason: '已核对' });
    }
    await bureau.done(officer, 'payroll.submit', await at());
    await bureau.done(approver, 'payroll.approve', await at());
    await bureau.done(finance, 'payroll.confirm', await at());
    await bureau.done(officer, 'payroll.send', await at());
    const file = await bureau.see(officer, 'payroll.get-bank-file', { roll, purpose: 'hand-to-bank' });
    const content = makeReturnFile(Buffer.from(file['base64'] as string, 'base64'), [], `${month}-08T10:30:00`).toString('base64');
    await bureau.done(officer, 'payroll.read-return', { ...(await at()), fileName: '回盘.txt', content });
    await bureau.done(officer, 'payroll.close', await at());
  }

  /** A household's line of a month, from the roll as its clerk opens it; undefined when it stands on none. */
  async roll(home: Home, month: string): Promise<Line | undefined> {
    const { bureau } = this;
    const officer = await bureau.at('payroll-officer');
    const { lines } = await bureau.see(officer, 'payroll.list-lines', { roll: this.#rolls.get(month), view: 'all', limit: 200 });
    const line = (lines as Wire[]).find((one) => one['householdId'] === home.household);
    if (!line) return undefined;
    const { items } = await bureau.see(officer, 'payroll.get-line', { line: line['id'] });
    return {
      fen: line['fen'], arrears: line['arrearsFen'], recovery: line['recoveryFen'], persons: line['persons'], change: line['changeTitle'], reason: line['reason'], status: line['status'], place: line['place'],
      items: (items as Wire[]).map(({ month: forMonth, title, cause, fen }) => ({ month: forMonth, title, cause, fen })), explanation: await home.explanation(month),
    };
  }

  /** A new standard with its document: entered, previewed, signed by a second person; every grant is priced again. */
  async standard(from: string, yuan: number, number: string): Promise<Wire> {
    const [entering, signing] = await Promise.all([this.bureau.at('standards-officer'), this.bureau.at('standards-officer', this.bureau.city.code, 2)]);
    const { id } = await this.bureau.done(entering, 'policy.propose-value', { parameter: 'subsistence-standard', division: this.bureau.city.code, from, to: null, value: yuan * 100, document: { title: '低保标准调整通知（试验用）', number } });
    await this.bureau.done(signing, 'repricing.preview', { proposal: id });
    await this.bureau.work();
    const { preview } = await this.bureau.see(signing, 'repricing.get-proposal', { proposal: id });
    await this.bureau.done(signing, 'policy.sign-value', { proposal: id, agree: true });
    await this.bureau.work();
    return preview as Wire;
  }

  /** The books: ledger even, every closed roll drawn again alike, every case rebuilt from its actions alike. */
  async books(): Promise<{ even: boolean; identical: readonly boolean[]; cases: readonly string[] }> {
    const officer = await this.bureau.at('payroll-officer');
    const identical: boolean[] = [];
    for (const roll of this.#rolls.values()) identical.push((await this.bureau.see(officer, 'payroll.redraw', { roll }))['identical'] as boolean);
    const { even } = await this.bureau.see(officer, 'ledger.check');
    return { even: even as boolean, identical, cases: await checkCases(this.bureau.city, await loadRegistry()) };
  }

  close(): Promise<void> { return this.bureau.close(); }
}
