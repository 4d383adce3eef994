import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportPlan, ImportTrial, SheetRead } from '../../src/kernel/contract/register-import.ts';
import type { DemoGround } from '../../src/kernel/records/demo-records.ts';
import { makeGround } from '../records/ground.ts';
import type { DemoOffice } from './demo-office.ts';
import { readDivisions } from './seed-records.ts';

const DECLARATION = join(import.meta.dirname, '../records/own/community-screen.yaml');
const HEADINGS = ['序号', '镇街', '社区', '安装位置', '类型', '面积（平方米）', '安装日期', '维保公司', '维护合同到期', '管护人', '管护人电话', '状态', '状态日期'];
const PLACES = ['党群服务中心门口', '文化广场', '农贸市场入口', '小区东门', '公交站旁'];
const KINDS = [['户外大屏', 8, 20], ['室内屏', 1, 3], ['走字屏', 1, 2]] as const;
const COMPANIES = ['演示：亮彩光电', '演示：宏视科技', '演示：本街道自管'];
/** On 3 November one contract has run out, two are about to: the rest hold longer. */
const SOON = new Map([[4, '2014-10-28'], [11, '2014-11-15'], [26, '2014-11-30']]);

/** The forty screens as the clerk had them in a sheet: towns by name, days as people write them. */
export function screenRows(ground: DemoGround): string {
  const rows = Array.from({ length: 40 }, (_unused, n) => {
    const village = ground.villages[(n * 7) % Math.max(1, ground.villages.length)];
    const [kind, least, most] = KINDS[ground.chance(`screen kind ${n}`, KINDS.length)] ?? KINDS[0];
    const year = 2011 + (n % 4);
    const installed = n % 3 === 0 ? `${year}.${1 + (n % 9)}.${10 + (n % 18)}` : `${year}年${1 + (n % 9)}月${10 + (n % 18)}日`;
    const [state, since] = n === 8 || n === 19 || n === 33 ? ['停播', '2014-09-10'] : n === 37 ? ['拆除', '2014-06-20'] : ['在用', ''];
    const until = SOON.get(n) ?? `2015-${String(3 + (n % 9)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    return [n + 1, village?.townName ?? '', village?.name ?? '', `${village?.name.replace(/(?:社区|村)?(?:居民|村民)委员会$/, '') ?? ''}${PLACES[n % PLACES.length] ?? ''}`, kind, least + ground.chance(`screen size ${n}`, (most - least) * 10) / 10,
      installed, COMPANIES[n % COMPANIES.length], until, ground.person(7400 + n).name, `1380001${String(2000 + n * 3).slice(-4)}`, state, since].join('\t');
  });
  return `${[HEADINGS.join('\t'), ...rows].join('\n')}\n`;
}

/** A register the bureau made itself: the declaration comes as a file, a second person publishes it, the old sheet is imported. Returns its id. */
export async function seedOwnRegister(office: DemoOffice): Promise<string> {
  const { register } = await office.act<{ register: string }>('governance', 'records.import-declaration', { file: readFileSync(DECLARATION, 'utf8') });
  const page = async () => office.see<{ step: number; declaration: object }>('governance', 'records.get-declaration', { register });
  const draft = await page();
  await office.act('governance', 'records.save-declaration', { register, seen: draft.step, declaration: draft.declaration, send: true });
  await office.act('admin', 'records.publish-declaration', { register, seen: (await page()).step });
  await office.work();
  const source = { pasted: screenRows(makeGround(office.city.code, await readDivisions(office.city))) };
  const read = await office.see<SheetRead>('governance', 'records.read-sheet', { register, source });
  const plan: ImportPlan = { columns: Object.fromEntries(read.columns.map((column) => [column.at, column.meaning])), division: await office.divisionId('442000'), openedOn: 'f4', state: 's1', present: 'skip' };
  const trial = await office.see<ImportTrial>('governance', 'records.try-import', { register, source, plan });
  if (trial.bad > 0) throw new Error(`the demo's own register: ${trial.errors.map((one) => `${one.row} ${one.sentence}`).join('; ')}`);
  await office.act('governance', 'records.import', { register, source, plan, expect: trial.good });
  await office.work();
  return register;
}
