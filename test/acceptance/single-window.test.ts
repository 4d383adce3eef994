import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody } from '../../src/kernel/access/caller.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import { resident } from './people.ts';
import { openWindowWorld, TOLD, WINDOWS, type WindowWorld } from './window-world.ts';

let world: WindowWorld;
beforeAll(async () => { world = await openWindowWorld(); }, 120_000);
afterAll(() => world?.close());

const takeIn = (needs: readonly string[], values: Record<string, unknown> = TOLD, who: keyof WindowWorld['posts'] = 'village') => world.done(world.posts[who], 'single-window.take-in', { values, needs });
const handover = (who: keyof WindowWorld['posts'], id: number) => world.look(world.posts[who], 'single-window.get-handover', { handover: id });
const move = async (who: keyof WindowWorld['posts'], id: number, body: Record<string, unknown>) => {
  const { version } = await handover(who, id);
  return world.run(world.posts[who], 'single-window.move', { handover: id, seen: version, ...body });
};
const moved = async (who: keyof WindowWorld['posts'], id: number, body: Record<string, unknown>) => {
  const answer = await move(who, id, body);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { result: { onward: { id: number } | null; receiptNumber: string | null } }).result;
};

describe('[S022] 三级窗口', () => {
  test('[S022] 没有登记窗口的地方不能收求助；登记以后市、镇、村三级都有，层级数是 3', async () => {
    expect(await world.run(world.posts.village, 'single-window.take-in', { values: TOLD, needs: ['schooling'] })).toMatchObject({ ok: false, refused: { code: 'window.none-here', details: { office: '太平社区' } } });
    expect(await world.run(world.posts.city, 'single-window.register-windows', { windows: [{ ...WINDOWS[0], level: 'town' }] })).toMatchObject({ ok: false, refused: { code: 'window.wrong-level' } });
    await world.done(world.posts.city, 'single-window.register-windows', { windows: WINDOWS });
    expect(await world.run(world.posts.city, 'single-window.register-windows', { windows: [WINDOWS[1]] })).toMatchObject({ ok: false, refused: { code: 'window.twice' } });
    expect(await world.look(world.posts.town, 'single-window.list-windows')).toMatchObject({ levels: [{ level: 'city', windows: 1 }, { level: 'town', windows: 2 }, { level: 'village', windows: 1 }] });
    const figure = (day: string) => world.look(world.posts.city, 'statistics.get-figure', { id: 'single-window.levels', day });
    expect((await figure('2014-12-31')).all.value).toBe(3);
    expect((await figure('2014-02-28')).all.value).toBe(2);
  });
});

describe('[S022] 一件求助三样难处，分给三家', () => {
  let taken: { intake: number; number: string; code: string; handovers: { id: number; number: string }[] };
  let [study, house, life]: number[] = [];

  test('[S022] 说一次，分三件，各有编号、期限；当场给回执和查询码', async () => {
    expect(await world.run(world.posts.village, 'single-window.take-in', { values: TOLD, needs: [] })).toMatchObject({ ok: false, refused: { code: 'intake.no-need' } });
    expect(await world.run(world.posts.village, 'single-window.take-in', { values: { ...TOLD, name: '' }, needs: ['schooling'] })).toMatchObject({ ok: false, fields: [{ path: 'name' }] });
    taken = await takeIn(['schooling', 'housing', 'daily-life']);
    expect(taken).toMatchObject({ number: 'ZS-QZ-2014-000001', handovers: [{ number: 'ZS-ZB-2014-000001' }, {}, {}] });
    [study, house, life] = taken.handovers.map((one) => one.id);
    const intake = await world.look(world.posts.village, 'single-window.get-intake', { intake: taken.intake });
    expect(intake.handovers.map((one: { receiver: string; answerDue: string; receiveDue: string }) => [one.receiver, one.receiveDue, one.answerDue]))
      .toEqual([['教育局', '2014-11-05', '2014-11-17'], ['住房和城乡建设局', '2014-11-05', '2014-11-17'], ['石岐区（低保）', '2014-11-05', '2014-11-17']]);
    expect(intake.handovers[0].limits.answer).toMatchObject({ days: 10, demo: true });
  });

  test('[S022] 部门只看到转给它的：看不到别家的转办、求助登记、办件和人', async () => {
    expect((await world.look(world.posts.education, 'single-window.list-handovers')).lines.map((one: { id: number }) => one.id)).toEqual([study]);
    expect((await world.look(world.posts.housing, 'single-window.list-handovers')).lines.map((one: { id: number }) => one.id)).toEqual([house]);
    expect(await world.seen(world.posts.education, 'single-window.get-handover', { handover: house })).toMatchObject({ ok: false, refused: { code: 'handover.not-found' } });
    expect(await world.seen(world.posts.education, 'single-window.get-intake', { intake: taken.intake })).toMatchObject({ ok: false, refused: { code: 'intake.not-found' } });
    expect((await world.look(world.posts.education, 'single-window.list-intakes')).lines).toEqual([]);
    expect((await world.look(world.posts.education, 'person.list-people', { limit: 20 })).rows).toEqual([]);
    expect((await world.look(world.posts.education, 'casework.list-cases')).lines).toEqual([]);
    expect(await world.seen(world.posts.otherTown, 'single-window.get-handover', { handover: study })).toMatchObject({ ok: false });
    expect((await world.look(world.posts.otherTown, 'single-window.list-intakes')).lines).toEqual([]);
  });

  test('[S022] 签收有回执号；别家不能代签；答复以后窗口告知', async () => {
    expect(await move('village', study as number, { move: 'receive' })).toMatchObject({ ok: false, refused: { code: 'handover.receiver-only' } });
    expect(await move('education', study as number, { move: 'answer', outcome: 'helped', content: '已减免学费' })).toMatchObject({ ok: false, refused: { code: 'handover.not-here' } });
    expect(await moved('education', study as number, { move: 'receive' })).toMatchObject({ receiptNumber: 'ZS-HZ-2014-000001' });
    expect(await world.run(world.posts.education, 'single-window.move', { handover: study, seen: 1, move: 'answer', outcome: 'helped', content: '已减免学费' })).toMatchObject({ ok: false, refused: { code: 'handover.stale' } });
    await moved('education', study as number, { move: 'answer', outcome: 'helped', content: '学校已减免学费，发助学金' });
    expect(await move('education', study as number, { move: 'tell', how: 'phone' })).toMatchObject({ ok: false, refused: { code: 'handover.window-only' } });
    await moved('village', study as number, { move: 'tell', how: 'phone' });
    expect(await handover('village', study as number)).toMatchObject({ state: 'told', outcome: '已解决', events: [{ move: 'send' }, { move: 'receive' }, { move: 'answer', content: '学校已减免学费，发助学金' }, { move: 'tell', content: '电话' }] });
  });

  test('[S022] 转给本平台的：开申请，写过的一样不用再写；同一件只开一次', async () => {
    const { values, form } = await world.look(world.posts.town, 'single-window.get-application', { handover: life });
    expect(values).toMatchObject({ division: '442000001001', phone: '13800000000', address: '太平路 3 号' });
    const people = Object.values(values as Record<string, unknown>).find(Array.isArray) as Record<string, unknown>[];
    expect(people[0]).toMatchObject({ name: '陈秀英', idCard: '442099195801024423', relation: 'self' });
    expect(form.id).toBe('subsistence-allowance-application');
    const { CHEN_FORM } = await import('./application-world.ts');
    // only what the window did not ask is added
    const filled = { ...CHEN_FORM, ...values, members: [{ ...CHEN_FORM.members[0], ...people[0] }, ...CHEN_FORM.members.slice(1)] };
    expect(await world.run(world.posts.otherTown, 'single-window.open-application', { handover: life, values: filled })).toMatchObject({ ok: false });
    const opened = await world.done(world.posts.town, 'single-window.open-application', { handover: life, values: filled });
    expect(opened.number).toBe('ZS-DB-2014-000001');
    expect(await world.run(world.posts.town, 'single-window.open-application', { handover: life, values: filled })).toMatchObject({ ok: false, refused: { code: 'handover.case-open', details: { number: 'ZS-DB-2014-000001' } } });
    expect(await handover('town', life as number)).toMatchObject({ state: 'received', caseNumber: 'ZS-DB-2014-000001' });
    const { version } = await world.look(world.posts.town, 'casework.get-case', { caseId: opened.caseId });
    await world.done(world.posts.town, 'casework.take-step', { caseId: opened.caseId, step: 'withdraw', seen: version, data: { reason: '本人不办了' } });
    await world.work();
    expect(await handover('town', life as number)).toMatchObject({ state: 'answered', outcome: '本人不再需要' });
  });

  test('[S022] 转错了说明理由退回，窗口改转；全部答复以后求助才算办完', async () => {
    await moved('housing', house as number, { move: 'return', content: '不属住房困难，是房屋维修，请转慈善会' });
    expect(await move('housing', house as number, { move: 'reroute', content: '改', to: { kind: 'department', id: 'charity-federation' } })).toMatchObject({ ok: false });
    expect(await move('village', house as number, { move: 'reroute', content: '按住建局意见改转', to: { kind: 'department', id: 'housing' } })).toMatchObject({ ok: false, refused: { code: 'handover.same-receiver' } });
    expect(await move('village', house as number, { move: 'reroute', content: '按住建局意见改转', to: { kind: 'department', id: 'emergency-management' } })).toMatchObject({ ok: false, refused: { code: 'handover.no-such-receiver' } });
    const { onward } = await moved('village', house as number, { move: 'reroute', content: '按住建局意见改转', to: { kind: 'department', id: 'charity-federation' } });
    const next = onward?.id as number;
    expect(await world.look(world.posts.village, 'single-window.get-intake', { intake: taken.intake })).toMatchObject({ state: 'open' });
    // 慈善会 has no account: the window prints the slip, and writes the sealed answer down with its scan
    await moved('village', next, { move: 'receive' });
    expect(await move('village', next, { move: 'answer', outcome: 'helped', content: '慈善会已修缮' })).toMatchObject({ ok: false, refused: { code: 'handover.scan-missing' } });
    await moved('village', next, { move: 'answer', outcome: 'helped', content: '慈善会已修缮', scan: await world.scan(world.posts.village) });
    expect((await handover('village', next)).events.at(-1)).toMatchObject({ onBehalf: true, scan: expect.any(Number) });
    expect(await world.look(world.posts.village, 'single-window.get-intake', { intake: taken.intake })).toMatchObject({ state: 'answered', answeredOn: '2014-11-03' });
  });

  test('[S022] 本人拿回执不登录也查得到；登录在“我的”看到大白话；查询码错了查不到', async () => {
    const progress = await world.look(nobody, 'single-window.follow', { number: taken.number, code: taken.code.toLowerCase() });
    expect(progress).toMatchObject({ finished: true, open: 0 });
    expect(progress.lines.map((one: { says: string }) => one.says)).toEqual(['有答复了：已解决', '有答复了：本人不再需要', '有答复了：已解决']);
    expect(JSON.stringify(progress)).not.toMatch(/陈|138|太平路/);
    expect(await world.seen(nobody, 'single-window.follow', { number: taken.number, code: 'AAAAAA' })).toMatchObject({ ok: false, refused: { code: 'follow.wrong' } });
    const chen = await resident(world.cities, world.cities.zhongshan, '陈秀英', '442099195801024423');
    expect(await world.look(chen, 'single-window.my-intakes')).toMatchObject([{ number: taken.number, finished: true, lines: [{ need: '孩子上学交不起费' }, {}, {}] }]);
    const other = await resident(world.cities, world.cities.zhongshan, '黄志强', '442099195301023010');
    expect(await world.look(other, 'single-window.my-intakes')).toEqual([]);
    // 消息: each hand-over of one's own, handed over, taken in hand, answered; nobody else's
    const titles = (await world.look(chen, 'inbox.my-messages')).messages.map((one: { title: string }) => one.title);
    expect(titles).toEqual(expect.arrayContaining(['您说的难处登记了：孩子上学交不起费', expect.stringMatching(/^教育局收到了：孩子上学交不起费$/), expect.stringMatching(/^教育局答复了：孩子上学交不起费$/)]));
    expect((await world.look(other, 'inbox.my-messages')).messages.filter((one: { title: string }) => /难处|教育局/.test(one.title))).toEqual([]);
  });
});

describe('[S022] 逾期、统计、不留空子', () => {
  test('[S022] 没有证件、只打电话也登记；超过期限列入逾期，按单位数得清，写进督办的总表', async () => {
    await world.on('2014-11-04');
    const { idCard: _, ...phoned } = TOLD;
    const late = await takeIn(['schooling'], { ...phoned, how: 'phone', name: '何伯' }, 'town');
    await world.on('2014-11-06');
    expect((await world.look(world.posts.town, 'single-window.list-handovers', { only: 'overdue' })).lines).toEqual([]);
    await world.on('2014-11-07');
    expect((await world.look(world.posts.town, 'single-window.list-handovers', { only: 'overdue' })).lines).toMatchObject([{ id: late.handovers[0].id, receiver: '教育局', over: true, dueFor: '签收', due: '2014-11-06' }]);
    const statistics = await world.look(world.posts.city, 'single-window.get-statistics', { from: '2014-11-01', to: '2014-12-01' });
    expect(statistics).toMatchObject({ intakes: 2, finished: 1, total: { sent: 5, answered: 3, open: 1, overdue: 1, returned: 1 } });
    expect(statistics.byOffice.find((one: { title: string }) => one.title === '教育局')).toMatchObject({ sent: 2, answered: 1, overdue: 1, averageDays: 0 });
    expect((await world.look(world.posts.city, 'supervision.list-clocks')).lines).toMatchObject([{ matter: '求助转办', office: '教育局', delay: 'over', left: -1 }]);
    expect((await world.look(world.posts.city, 'single-window.export-handovers')).rows).toBe(5);
  });

  test('[S022] 没有录入天数的市不拦人：期限写“没有录入”', async () => {
    const { rows: [row] } = await world.cities.owner.query('select limits from city_442000.handover order by id limit 1');
    expect((row as { limits: { receive: object } }).limits.receive).toMatchObject({ days: 2, document: { title: '演示值，不是中山市的规定' } });
    const { readLimits } = await import('../../src/domains/social-assistance/single-window/limits.ts');
    const { query } = await import('../../src/kernel/db/query.ts');
    const { defineQuery } = await import('../../src/kernel/contract/door.ts');
    const { z } = await import('zod');
    const { staff } = await import('../harness/city.ts');
    const caller = await staff(world.cities, world.cities.guangzhou, 'town-clerk', '440103001');
    const look = defineQuery({ id: 'test.limits', title: '看', allow: { staff: true }, input: z.strictObject({}), run: (tx, _i, by) => readLimits(tx, caller.post?.divisionId ?? 0, by.today) });
    expect(await query(world.cities.guangzhou, caller, look, {})).toMatchObject({ ok: true, result: { receiveDue: null, answerDue: null, kept: { answer: { days: null, reason: expect.stringContaining('第六十条') } } } });
  });

  test('[S022 whole] 一张表分给该办的，有期限、转办、回执、答复；三级窗口、逾期清单；经过只加不改，封存对得上，库里没有明文', async () => {
    const owner = world.cities.owner;
    await expect(world.done(world.posts.village, 'single-window.move', { handover: 1, seen: 4, move: 'receive' })).rejects.toThrow(/handover/);
    const { rows: events } = await owner.query<{ n: string }>('select count(*) as n from city_442000.handover_event');
    expect(Number(events[0]?.n)).toBeGreaterThan(12);
    const { rows: grants } = await owner.query(`select privilege_type from information_schema.role_table_grants where grantee = 'mz_442000_staff' and table_name = 'handover_event' and privilege_type in ('UPDATE', 'DELETE')`);
    expect(grants).toEqual([]);
    const { rows: plain } = await owner.query(`select 1 from city_442000.intake i, city_442000.handover h where position('陈秀英' in to_jsonb(i)::text || to_jsonb(h)::text) > 0 or position('13800000000' in to_jsonb(i)::text || to_jsonb(h)::text) > 0`);
    expect(plain).toEqual([]);
    const { rows: logged } = await owner.query(`select purpose from city_442000.read_log where query = 'single-window.get-intake'`);
    expect(logged.length).toBeGreaterThan(0);
    expect(await verifyAudit(world.cities.zhongshan)).toMatchObject({ findings: [] });
  });
});
