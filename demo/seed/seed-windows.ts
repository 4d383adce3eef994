import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDivisionsOn, readDivisionData } from '../../src/kernel/registers/division/read-division-data.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import type { DemoOffice } from './demo-office.ts';
import type { StoryEvent } from './seed-cases.ts';

const CITY = '442000';

/** Windows at three levels: the city's, one a town, one a village or community; invented addresses. */
function inventWindows(): Record<string, string>[] {
  const rows = listDivisionsOn(readDivisionData(readFileSync(join(import.meta.dirname, '../../data/divisions/guangdong.csv'), 'utf8')), plainDate('2014-07-02')).filter((row) => row.code.startsWith(CITY));
  return rows.flatMap((row, at) => {
    const level = row.level === 'city' || row.level === 'town' || row.level === 'village' ? row.level : undefined;
    if (level === undefined) return [];
    const short = row.name.replace(/(居民|村民)委员会$/, '').replace(/(街道)?办事处$/, '');
    const place = level === 'city' ? '市民政局一楼' : level === 'town' ? '公共服务中心一楼' : '居（村）委会办公室';
    return [{ level, division: row.code, name: `${short}社会救助窗口`, address: `${short}${place}`, phone: `0760-8${String(8_000_000 + at).slice(0, 7)}`, openedOn: level === 'village' ? '2014-04-01' : '2013-10-01' }];
  });
}

interface Request { readonly login: string; readonly name: string; readonly how: string; readonly phone: string; readonly village: string; readonly trouble: string; readonly needs: readonly string[]; readonly idCard?: string; readonly materials?: string }
interface Taken { readonly intake: number; readonly handovers: readonly { readonly id: number }[] }

const takeIn = async (office: DemoOffice, { login, needs, village, ...told }: Request): Promise<number[]> =>
  (await office.act<Taken>(login, 'single-window.take-in', { values: { ...told, division: village }, needs })).handovers.map((one) => one.id);

async function move(office: DemoOffice, login: string, handover: number | undefined, body: Record<string, unknown>): Promise<{ onward: { id: number } | null }> {
  const { version } = await office.see<{ version: number }>(login, 'single-window.get-handover', { handover });
  return office.act(login, 'single-window.move', { handover, seen: version, ...body });
}

/** What was told at the windows in the autumn, and what became of it: everything from just sent to told, one overdue. */
export const windowStory: readonly StoryEvent[] = [
  { day: '2014-07-03', run: setUp },
  { day: '2014-10-09', run: async (office) => {
    const [study, tools] = await takeIn(office, { login: 'taiping', name: '谭玉兰', how: 'window', phone: '13800000021', village: '442000001016', trouble: '孙女考上中职，交不起住宿费；老伴中风，想要一张轮椅。', needs: ['schooling', 'disability'], materials: '身份证、户口本、录取通知书' });
    await move(office, 'education', study, { move: 'receive' });
    await move(office, 'education', study, { move: 'answer', outcome: 'helped', content: '学校已免住宿费，每学期发助学金。' });
    await move(office, 'taiping', study, { move: 'tell', how: 'phone', content: '已告诉谭玉兰本人' });
    await move(office, 'taiping', tools, { move: 'receive' });
  } },
  { day: '2014-10-16', run: async (office) => {
    const [house] = await takeIn(office, { login: 'shiqi', name: '欧阳炳', how: 'phone', phone: '13800000022', village: '442000001016', trouble: '老屋漏雨，墙开裂，下大雨不敢住。', needs: ['housing'] });
    await move(office, 'housing', house, { move: 'receive' });
    await takeIn(office, { login: 'xiaolan', name: '梁少霞', how: 'window', phone: '13800000023', village: await firstVillage(office, '442000100'), trouble: '厂里关了门，找了三个月没找到工作，孩子开学要交费。', needs: ['work', 'schooling'], materials: '身份证' });
  } },
  { day: '2014-10-30', run: async (office) => {
    const [aid] = await takeIn(office, { login: 'shiqi', name: '黎永成', how: 'window', phone: '13800000024', village: '442000001016', trouble: '工伤，老板不肯赔，想请人帮忙打官司。房租也拖了两个月。', needs: ['housing', 'legal-aid'], materials: '身份证、工伤认定书' });
    await move(office, 'housing', aid, { move: 'return', content: '租住的是私人房屋，不属住房救助，请转社会救助科按临时困难办。' });
  } },
  { day: '2014-10-31', run: async (office) => {
    await takeIn(office, { login: 'taiping', name: '苏丽珍', how: 'patrol', phone: '13800000025', village: '442000001016', trouble: '独居，靠捡废品过日子，冬天没有棉被。', needs: ['daily-life'], idCard: '442099194911230020', materials: '身份证' });
    const { lines } = await office.see<{ lines: { source: string; subjectId: number; delay: string }[] }>('approver', 'supervision.list-clocks', {});
    const late = lines.find((line) => line.source === 'single-window.handover' && (line.delay === 'over' || line.delay === 'serious'));
    if (late) await office.act('approver', 'supervision.urge', { source: late.source, subjectId: late.subjectId, content: '已过签收期限，请马上签收，并告诉求助人什么时候能办好。', answerBy: '2014-11-05' });
  } },
];

/** The windows are entered in the register; two departments get somebody who can act. */
export async function setUp(office: DemoOffice): Promise<void> {
  await office.act('approver', 'single-window.register-windows', { windows: inventWindows() });
  const { lines } = await office.see<{ lines: { post: number; name: string }[] }>('admin', 'single-window.list-department-posts', {});
  for (const [name, department] of [['关敏华', 'education'], ['邓志恒', 'housing']] as const) {
    await office.act('admin', 'single-window.assign-department', { post: lines.find((line) => line.name === name)?.post, department });
  }
}

async function firstVillage(office: DemoOffice, town: string): Promise<string> {
  const villages = await office.see<{ code: string }[]>('xiaolan', 'division.list-children', { division: await office.divisionId(town) });
  return villages[0]?.code ?? '';
}
