import type { DemoGround } from '../../../kernel/records/demo-records.ts';

const HOMES = ['湖南', '湖北', '四川', '江西', '广西', '河南', '福建', '浙江', '重庆', '安徽', '江苏', '贵州', '山东', '陕西', '潮州', '梅州', '湛江', '茂名', '揭阳', '汕尾'];

/** A chamber of people from elsewhere, invented: its home, its name, the town it sits in, the number of its certificate. */
export interface DemoChamber { readonly home: string; readonly name: string; readonly town: { readonly code: string; readonly name: string } | undefined; readonly certificate: string }

/** 异地商会 of the demo city: forty, as the report of 2014 has centres. */
export const demoChambers = (ground: Pick<DemoGround, 'towns'>): DemoChamber[] => Array.from({ length: 40 }, (_, at) => {
  const home = HOMES[at % HOMES.length] ?? '';
  const town = ground.towns[at % ground.towns.length];
  return { home, town, name: at < HOMES.length ? `${home}商会` : `${town?.name ?? ''}${home}商会`, certificate: `中社证字第${String(2100 + at)}号（演示）` };
});
