import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReturnFile } from '../../demo/bank/make-return-file.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { staff } from '../harness/city.ts';
import { openRecognitionOverHttp, type Body } from './recognition-http.ts';
import { CHEN_FORM } from './application-world.ts';
import { LOW, recognitionForm } from './recognition-world.ts';

/** 一位70岁的独居老人，没有收入：低保全额，再加老年人一类. */
const ELDER_FORM = {
  ...CHEN_FORM, members: [{ name: '梁国栋', idCard: '442099194401031013', relation: 'self', hukouHere: true, livesTogether: true, hasDisability: false, seriousIllness: false, study: 'none', labour: 'none' }],
  incomes: [], movable: '1800', accountHolder: '梁国栋', accountNumber: '6228480012345678919',
};
let http: Awaited<ReturnType<typeof openRecognitionOverHttp>>;
let desk: Readonly<Record<'first' | 'second' | 'officer' | 'approver' | 'finance', Caller>>;
let recognised: number;
let recognition: Body;
let roll: number;

const at = async () => ({ roll, version: (await http.see(desk.officer, 'payroll.get-roll', { roll }))['version'] as number });
const figure = async (id: string, from = '2014-12-01', to = '2015-01-01'): Promise<number> => Number((await http.see(desk.officer, 'statistics.get-figure', { id, from, to }))['all'].measure);
/** A figure of the city's own document, entered by one and signed by another. */
async function publish(parameter: string, value: unknown): Promise<void> {
  const { id } = await http.done(desk.first, 'policy.propose-value', { parameter, division: '442000', from: '2014-01-01', to: '2020-01-01', value, document: { title: '中山市分类救助规定（测试用）', number: '测〔2014〕9号' } });
  await http.done(desk.second, 'policy.sign-value', { proposal: id, agree: true });
}

beforeAll(async () => {
  http = await openRecognitionOverHttp();
  const post = (role: string) => staff(http.world.cities, http.world.cities.zhongshan, role, '442000');
  desk = { first: await post('standards-officer'), second: await post('standards-officer'), officer: await post('payroll-officer'), approver: await post('payroll-approver'), finance: await post('finance-officer') };
  for (const caller of Object.values(desk)) await http.signIn(caller);
}, 120_000);
afterAll(() => http.close());

describe('[S004 whole] 分类救助：类别、数额、叠加是参数；从认定到到账，在低保同一批里，单列一项，能分开报也能合起来报', { timeout: 180_000 }, () => {
  test('没有规定的地方一分不发：认定不发钱', async () => {
    await http.world.on('2014-10-14');
    const caseId = await http.investigated('low-income-recognition', recognitionForm(LOW), '2014-10-14');
    await http.noticed(caseId, '2014-10-24');
    recognised = caseId;
    expect((await http.see(http.world.posts.approver, 'casework.get-case', { caseId }))['assessment']).toMatchObject({ outcome: 'granted', fen: 0 });
  });

  test('市里出了文件，两人录入复核：六十岁以上60元、重残100元、在校80元，几类只发最高', async () => {
    for (const [parameter, value] of [['classified-assistance', true], ['classified-for-low-income', true], ['classified-elder', 6000], ['classified-severe-disability', 10_000], ['classified-disability', 0], ['classified-student', 8000], ['classified-stacking', 'best-of']] as const) await publish(parameter, value);
    expect(await http.must('approver', recognised, 'recognise', { opinion: '认定' })).toMatchObject({ state: 'recognised' });
    [recognition] = (await http.see(http.world.posts.approver, 'recognitions.list-recognitions', {}))['rows'];
    const { rows } = await http.world.cities.owner.query<{ benefit: string; first: string; last: string; lines: Body }>(
      `select g.benefit, to_char(v.from_month, 'YYYY-MM') as first, to_char(v.to_month, 'YYYY-MM') as last,
              (select json_agg(json_build_object('item', l.item, 'fen', l.fen) order by l.id) from city_442000.grant_line l where l.version_id = v.id) as lines
         from city_442000.benefit_grant g join city_442000.grant_version v on v.grant_id = g.id and v.known_to is null and v.state = 'paid'`);
    // 黄志强 is sixty and severely disabled: the higher of the two, once
    expect(rows).toMatchObject([{ benefit: 'low-income-supplement', first: '2014-11', last: '2015-11', lines: [{ item: 'low-income-classified', fen: 10_000 }, { item: 'low-income-classified', fen: 8000 }] }]);
  });

  test('低保户的分类救助和低保金同一笔发，项目分开', async () => {
    const caseId = await http.investigated('subsistence-allowance', ELDER_FORM, '2014-10-24');
    await http.noticed(caseId, '2014-11-03');
    await http.must('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: true, place: '市局网站' });
    await http.world.on('2014-11-13');
    await http.must('approver', caseId, 'approve');
    const { decision } = await http.see(http.world.posts.approver, 'casework.get-case', { caseId });
    expect(decision).toMatchObject({ fen: 53_300 + 6000, firstMonth: '2014-12' });
  });

  test('同一张花名册上发：每户一行，各项有名；一个月只能编一次', async () => {
    await http.world.on('2014-12-02');
    const drawn = await http.done(desk.officer, 'payroll.draw-up', { benefit: 'subsistence-allowance', month: '2014-12' });
    roll = drawn['roll'] as number;
    expect(await http.act(desk.officer, 'payroll.draw-up', { benefit: 'low-income-supplement', month: '2014-12' })).not.toMatchObject({ status: 200 });
    expect(await http.act(desk.officer, 'payroll.draw-up', { benefit: 'subsistence-allowance', month: '2014-12' })).toMatchObject({ status: 409, body: { code: 'roll.exists' } });
    await http.done(desk.officer, 'payroll.check', await at());
    for (const finding of (await http.see(desk.officer, 'payroll.get-roll', { roll }))['findings']) await http.done(desk.officer, 'payroll.resolve-finding', { ...(await at()), finding: finding.id, action: 'keep', reason: '核对过' });
    await http.done(desk.officer, 'payroll.submit', await at());
    await http.done(desk.approver, 'payroll.approve', await at());
    await http.done(desk.finance, 'payroll.confirm', await at());
    expect(await http.done(desk.officer, 'payroll.send', { ...(await at()), payDate: '2014-12-08' })).toMatchObject({ repeated: false });
    const file = await http.see(desk.officer, 'payroll.get-bank-file', { roll, purpose: 'hand-to-bank' });
    await http.done(desk.officer, 'payroll.read-return', { ...(await at()), fileName: '回盘.txt', content: makeReturnFile(Buffer.from(file['base64'] as string, 'base64'), [], '2014-12-08T10:30:00').toString('base64') });
    const { rows } = await http.world.cities.owner.query<{ item: string; fen: number }>(
      `select item, sum(fen)::int as fen from city_442000.ledger_entry where kind = 'paid' group by item, benefit order by item`);
    // of 低收入 two months: November is made up for in December
    expect(rows.map(({ item, fen }) => [item, fen])).toEqual([['classified-assistance', 6000], ['difference', 53_300], ['low-income-classified', 36_000]]);
  });

  test('分开报、合起来报，都从到账的一笔笔来，加得上', async () => {
    const [low, own, both, joint] = [await figure('classified-assistance.amount-paid-low-income'), await figure('classified-assistance.amount-paid-subsistence'), await figure('classified-assistance.amount-paid'), await figure('classified-assistance.joint-amount-paid')];
    expect([low, own, both, joint]).toEqual([36_000, 6000, 42_000, 95_300]);
    expect(await figure('subsistence-allowance.amount-paid')).toBe(59_300);
  });

  test('认定提前终止，分类救助跟着停：1月的花名册上没有这一户；终止以前的不动', async () => {
    await http.world.on('2014-12-20');
    await http.done(http.world.posts.approver, 'recognitions.end', { recognition: recognition.id, version: recognition.version, on: '2014-12-21', reason: '家里收入增加' });
    await http.world.on('2015-01-05');
    const next = await http.done(desk.officer, 'payroll.draw-up', { benefit: 'subsistence-allowance', month: '2015-01' });
    const { rows } = await http.world.cities.owner.query<{ item: string }>(
      `select distinct i.item from city_442000.roll_line_item i join city_442000.roll_line l on l.id = i.line_id where l.roll_id = $1 order by 1`, [next['roll']]);
    expect(rows.map((row) => row.item)).toEqual(['classified-assistance', 'difference']);
    expect(await figure('classified-assistance.amount-paid-low-income')).toBe(36_000);
  });
});
