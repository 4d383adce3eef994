import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody, type Caller } from '../../src/kernel/access/caller.ts';
import { command } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';
import proposeChange from '../../src/kernel/items/commands/propose-change.ts';
import signChange from '../../src/kernel/items/commands/sign-change.ts';
import getFigure from '../../src/kernel/statistics/queries/get-figure.ts';
import listCatalogue from '../../src/kernel/statistics/queries/list-catalogue.ts';
import listItems from '../../src/kernel/items/queries/list-items.ts';
import { staff } from '../harness/city.ts';
import { CHEN_FORM } from './application-world.ts';
import { openWindowWorld, TOLD, WINDOWS, type WindowWorld } from './window-world.ts';

let world: WindowWorld;
let officer: Caller;
let second: Caller;
beforeAll(async () => {
  world = await openWindowWorld();
  officer = await staff(world.cities, world.cities.zhongshan, 'standards-officer', '442000');
  second = await staff(world.cities, world.cities.zhongshan, 'standards-officer', '442000');
  await world.done(world.posts.city, 'single-window.register-windows', { windows: WINDOWS });
}, 120_000);
afterAll(() => world?.close());

const items = async (day?: string) => (await world.look(nobody, 'items.list-items', day === undefined ? {} : { day }));
const item = async (id: string, day: string) => (await items(day)).items.find((one: { id: string }) => one.id === id);
const doc = { title: '中山市关于取消一批审批事项的决定（测试用）', number: '测〔2014〕2号' };

describe('[S216] 事项目录，看哪一天是哪一天', () => {
  test('[S216] 每一项有依据、材料、时限、收费、网上办理程度；不用登录', async () => {
    const { items: all } = await items('2014-11-03');
    expect(all.length).toBeGreaterThan(15);
    for (const one of all) {
      expect(one.law.length).toBeGreaterThan(0);
      expect(one.bring.length).toBeGreaterThan(0);
      expect(one.limit.days === null ? one.limit.note : one.limit.law?.article).toBeTruthy();
      expect(one.fee).not.toBe('');
    }
    expect(await item('association-registration', '2014-11-03')).toMatchObject({ limit: { days: 60, calendar: 'calendar', law: { article: '第十二条' } } });
    expect(await item('subsistence-allowance', '2014-11-03')).toMatchObject({ built: true, applyAt: '/get/subsistence-allowance', levelTitle: '网上预审' });
    // a matter that exists is an item: nothing carried out here is missing from the catalogue
    expect(all.map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining(['single-window', 'subsistence-allowance']));
  });

  test('[S216] 取消的那一天起写明文件；前一天还在办；还没列入的看不到', async () => {
    expect((await item('association-branch-registration', '2013-11-07')).state.cancelled).toBeNull();
    expect((await item('association-branch-registration', '2013-11-08')).state.cancelled).toMatchObject({ from: '2013-11-08', document: { number: '国发〔2013〕44号' } });
    expect(await item('public-fundraising', '2014-11-03')).toBeUndefined();
    expect(await item('public-fundraising', '2016-09-01')).toBeDefined();
  });

  test('[S216] 网上办理程度按日期走；依法要到场的不能开网办；同一天同样的变动记不了两次', async () => {
    expect((await item('old-age-allowance', '2014-05-31')).levelTitle).toBe('窗口办理');
    expect((await item('old-age-allowance', '2014-06-01')).levelTitle).toBe('网上预审');
    const change = (body: object) => world.run(officer, 'items.propose-change', body);
    expect(await change({ item: 'marriage-registration', event: 'online', level: 'full', from: '2014-12-01', document: doc })).toMatchObject({ ok: false, refused: { code: 'item.not-online' } });
    expect(await change({ item: 'cemetery-approval', event: 'online', level: 'filing', from: '2014-11-20', document: { title: ' ', number: null } })).toMatchObject({ ok: false, refused: { code: 'item.document-missing' } });
    const entered = await change({ item: 'cemetery-approval', event: 'online', level: 'filing', from: '2014-11-20', document: doc }) as { result: { proposal: number } };
    expect(entered).toMatchObject({ ok: true });
    // one signature puts nothing into force, and the second is another person's
    expect((await item('cemetery-approval', '2014-11-20')).online).toBe(false);
    const { proposal } = entered.result;
    expect(await world.look(second, 'items.list-proposals')).toMatchObject([{ id: proposal, item: 'cemetery-approval', mine: false }]);
    expect(await world.run(officer, 'items.sign-change', { proposal, agree: true })).toMatchObject({ ok: false, refused: { code: 'item.same-person' } });
    expect(await world.run(world.posts.town, 'items.sign-change', { proposal, agree: true })).toMatchObject({ ok: false, refused: { code: 'access.not-yours' } });
    expect(await change({ item: 'cemetery-approval', event: 'online', level: 'filing', from: '2014-11-20', document: doc })).toMatchObject({ ok: false, refused: { code: 'item.already' } });
    expect(await world.run(second, 'items.sign-change', { proposal, agree: true })).toMatchObject({ ok: true, result: { signed: true } });
    expect(await world.run(second, 'items.sign-change', { proposal, agree: true })).toMatchObject({ ok: false, refused: { code: 'item.not-waiting' } });
    const back = await change({ item: 'old-age-allowance', event: 'cancelled', from: '2014-11-20', document: doc }) as { result: { proposal: number } };
    expect(await world.run(second, 'items.sign-change', { proposal: back.result.proposal, agree: false })).toMatchObject({ ok: true, result: { signed: false } });
    expect((await item('old-age-allowance', '2014-11-20')).state.cancelled).toBeNull();
    expect(await change({ item: 'cemetery-approval', event: 'online', level: 'filing', from: '2014-11-20', document: doc })).toMatchObject({ ok: false, refused: { code: 'item.already' } });
    expect((await item('cemetery-approval', '2014-11-19')).online).toBe(false);
    expect(await item('cemetery-approval', '2014-11-20')).toMatchObject({ online: true, state: { levelDocument: { number: '测〔2014〕2号' } } });
    expect(await world.run(world.posts.town, 'items.propose-change', { item: 'cemetery-approval', event: 'cancelled', from: '2014-12-01', document: doc })).toMatchObject({ ok: false, refused: { code: 'access.not-yours' } });
  });

  test('[S216] 再次启动不重复入库；导出的行数就是目录的行数', async () => {
    expect(await world.done(world.posts.admin, 'items.publish-declared', {})).toEqual({ added: 0, closed: 0 });
    expect((await world.look(world.posts.city, 'items.export-items', { day: '2014-11-03' })).rows).toBe((await items('2014-11-03')).items.length);
  });
});

describe('[S216] 超期监督和督办', () => {
  let caseId: number;
  test('[S216] 快到期先预警，超期按单位列出，超得久的为严重；等补材料停着的不算', async () => {
    caseId = (await world.done(world.posts.town, 'casework.register-application', { matter: 'subsistence-allowance', values: CHEN_FORM })).caseId;
    await world.done(world.posts.town, 'casework.authorise', { caseId });
    const { version } = await world.look(world.posts.town, 'casework.get-case', { caseId });
    await world.done(world.posts.town, 'casework.take-step', { caseId, step: 'accept', seen: version, data: { complete: true, relativeOfStaff: false } });
    const clocks = async () => (await world.look(world.posts.auditor, 'supervision.list-clocks')).lines.filter((line: { source: string }) => line.source === 'task');
    expect(await clocks()).toEqual([]);
    const { rows: [task] } = await world.cities.owner.query<{ due: string }>('select to_char(min(due_on), \'YYYY-MM-DD\') as due from city_442000.case_task where done_on is null and dropped_on is null and not waits');
    await world.on(task?.due ?? '');
    expect((await clocks())[0]).toMatchObject({ delay: 'today', left: 0, office: '石岐区' });
    const later = new Date(`${task?.due}T00:00:00Z`);
    later.setUTCDate(later.getUTCDate() + 1);
    await world.on(later.toISOString().slice(0, 10));
    expect((await clocks())[0]).toMatchObject({ delay: 'over' });
    later.setUTCDate(later.getUTCDate() + 10);
    await world.on(later.toISOString().slice(0, 10));
    expect((await clocks())[0]).toMatchObject({ delay: 'serious' });
  });

  test('[S216] 督办一件只有一张等答复的；不能自己答复自己；别的镇看不到', async () => {
    const [clock] = (await world.look(world.posts.auditor, 'supervision.list-clocks')).lines;
    const urge = { source: clock.source, subjectId: clock.subjectId, content: '请说明原因，三天内办完' };
    expect(await world.run(world.posts.auditor, 'supervision.urge', { ...urge, subjectId: 999_999 })).toMatchObject({ ok: false, refused: { code: 'supervision.no-clock' } });
    const note = await world.done(world.posts.auditor, 'supervision.urge', urge);
    expect(await world.run(world.posts.city, 'supervision.urge', urge)).toMatchObject({ ok: false, refused: { code: 'supervision.waiting', details: { number: note.number } } });
    expect(await world.look(world.posts.town, 'supervision.count-notes')).toEqual({ count: 1 });
    expect(await world.look(world.posts.otherTown, 'supervision.list-notes')).toMatchObject({ lines: [] });
    expect(await world.run(world.posts.auditor, 'supervision.answer-note', { note: note.note, content: '我自己答' })).toMatchObject({ ok: false, refused: { code: 'supervision.own' } });
    expect(await world.run(world.posts.otherTown, 'supervision.answer-note', { note: note.note, content: '不是我的' })).toMatchObject({ ok: false, refused: { code: 'supervision.not-found' } });
    await world.done(world.posts.town, 'supervision.answer-note', { note: note.note, content: '入户未遇，下周一前办完' });
    expect(await world.run(world.posts.town, 'supervision.answer-note', { note: note.note, content: '再答' })).toMatchObject({ ok: false, refused: { code: 'supervision.answered' } });
    expect((await world.look(world.posts.auditor, 'supervision.list-notes')).lines).toMatchObject([{ state: 'answered', answer: '入户未遇，下周一前办完' }]);
  });

  test('[S216] 取消以后开不了新的，话里写明文件；在办的照常办；窗口的求助改转到科里', async () => {
    const { today } = await items();
    const { proposal } = await world.done(officer, 'items.propose-change', { item: 'subsistence-allowance', event: 'cancelled', from: today, document: doc });
    await world.done(second, 'items.sign-change', { proposal, agree: true });
    const another = { ...CHEN_FORM, members: [{ ...CHEN_FORM.members[0], name: '谭小辉', idCard: '442099197205060312' }], incomes: [], accountHolder: '谭小辉' };
    const refused = await world.run(world.posts.town, 'casework.register-application', { matter: 'subsistence-allowance', values: another });
    expect(refused).toMatchObject({ ok: false, refused: { code: 'item.cancelled', details: { document: expect.stringContaining('测〔2014〕2号') } } });
    const { version } = await world.look(world.posts.town, 'casework.get-case', { caseId });
    expect(await world.run(world.posts.town, 'casework.take-step', { caseId, step: 'withdraw', seen: version, data: { reason: '本人不办了' } })).toMatchObject({ ok: true });
    const taken = await world.done(world.posts.village, 'single-window.take-in', { values: TOLD, needs: ['daily-life'] });
    expect(await world.look(world.posts.village, 'single-window.get-handover', { handover: taken.handovers[0].id })).toMatchObject({ receiver: '民政局社会救助科' });
  });
});

describe('[S216] 民政业务网上办理率', () => {
  test('[S216] 只算能网上办的、没取消的；能申报才算网上办；往前看是当时的数', async () => {
    const share = async (to: string) => (await world.look(world.posts.city, 'statistics.get-figure', { id: 'online-handling.online-share', from: '2013-01-01', to })).all;
    const shown = await items('2014-10-31');
    expect((await share('2014-11-01')).value).toBe(Math.round((shown.online / shown.canBeOnline) * 1000) / 10);
    expect((await share('2013-12-01')).value).toBe(0);
    expect((await share('2014-01-01')).value).toBeGreaterThan(0);
  });

  test('[S216 whole] 目录、取消、监督都在；广州 2013 年底全部开通以后，与计划“全部在网上办理”一致', async () => {
    const gz = world.cities.guangzhou;
    const by = await staff(world.cities, gz, 'standards-officer', '440100');
    const other = await staff(world.cities, gz, 'standards-officer', '440100');
    const statistician = await staff(world.cities, gz, 'statistician', '440100');
    const figure = async () => (await query(gz, statistician, getFigure, { id: 'online-handling.online-share', from: '2013-01-01', to: '2014-01-01' })) as unknown as { result: { all: { value: number } } };
    expect((await figure()).result.all.value).toBeLessThan(100);
    const list = (await query(gz, nobody, listItems, { day: '2013-12-31' })) as unknown as { result: { items: { id: string; state: { canBeOnline: boolean; cancelled: unknown } }[] } };
    const open = list.result.items.filter((one) => one.state.canBeOnline && one.state.cancelled === null);
    for (const one of open) {
      const change = { item: one.id, event: 'online', level: 'full', from: '2013-12-20', document: { title: '广州市民政局2013年工作计划（测试用）', number: null } };
      const entered = await command(gz, by, proposeChange, change, { key: `online-${one.id}` }) as unknown as { result: { proposal: number } };
      expect(await command(gz, other, signChange, { proposal: entered.result.proposal, agree: true }, { key: `sign-${one.id}` })).toMatchObject({ ok: true, result: { signed: true } });
    }
    expect((await figure()).result.all.value).toBe(100);
    const printed = (await query(gz, statistician, listCatalogue, {})) as unknown as { result: readonly { figure: { id: string }; relation: string; ours: number }[] | { lines: readonly { figure: { id: string }; relation: string; ours: number }[] } };
    const lines = 'lines' in printed.result ? printed.result.lines : printed.result;
    expect(lines.find((line) => line.figure.id === 'gz2013p-035')).toMatchObject({ ours: 100, relation: 'holds' });
  });
});
