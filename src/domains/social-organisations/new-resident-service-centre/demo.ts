import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const homes = ['湖南', '湖北', '四川', '江西', '广西', '河南', '福建', '浙江', '重庆', '安徽', '江苏', '贵州', '山东', '陕西', '潮州', '梅州', '湛江', '茂名', '揭阳', '汕尾'];
const kinds = ['mutual-aid', 'culture', 'fellowship', 'relief'] as const;
const doings = { 'mutual-aid': '老乡互助求职', culture: '老乡篮球赛', fellowship: '社区邻里联谊', relief: '看望患病老乡' } as const;

/** 中山 2014: forty centres in operation. */
export const records: readonly DemoRecords[] = [{ register: 'new-resident-service-centre', rows: (ground) => Array.from({ length: 40 }, (_, at) => centre(ground, at)) }];

function centre(ground: DemoGround, at: number): DemoRecord {
  const town = ground.towns[at % ground.towns.length];
  const home = homes[at % homes.length] ?? '';
  const name = at < homes.length ? `${home}商会新中山人服务中心` : `${town?.name ?? ''}${home}商会新中山人服务中心`;
  const openedOn = at < 12 ? `2013-${String(4 + (at % 8)).padStart(2, '0')}-16` : `2014-${String(2 + (at % 8)).padStart(2, '0')}-18`;
  return {
    division: town?.code ?? ground.city, openedOn,
    values: { name, organisation: ground.link('organisation', at), homePlace: home, volunteers: 20 + ground.chance(`volunteers ${at}`, 60), hours: '周一至周五 9:00—17:30', point: ground.point(town?.code ?? ground.city) },
    states: [{ state: 'operating', on: openedOn, values: { chamberRegistered: `中社证字第${String(2100 + at)}号（演示）`, rulesAdoptedOn: openedOn, head: ground.person(8300 + at, 48).name, staff: 2 + (at % 4), address: `${town?.name ?? ''}商会办公楼二层` } }],
    entries: {
      activities: kinds.slice(0, 2 + (at % 3)).map((kind, n) => ({ on: `2014-10-${String(11 + n * 4).padStart(2, '0')}`, values: { kind, activity: doings[kind], served: 20 + ground.chance(`served ${at} ${kind}`, 120), ...(kind === 'relief' ? { given: 200_000 } : {}) } })),
      reviews: at < 12 ? [{ on: '2014-01-15', values: { year: 2013, result: at === 7 ? 'improve' : 'passed', reviewer: ground.person(8390, 45).name } }] : [],
    },
  };
}
