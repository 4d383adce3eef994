import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
const ITEMS = ['门球', '太极拳', '象棋', '乒乓球', '健身操'] as const;
const ACTS = ['粤曲演唱会', '太极晨练展演', '合唱专场', '书画笔会', '广场舞展演'] as const;

/** 中山 2014: the first arts festival held, the twenty-first games planned for 2015; performances through the year. */
export const records: readonly DemoRecords[] = [
  { register: 'senior-festival', rows: (ground): DemoRecord[] => [
    ...[18, 19, 20].map((edition, n) => games(ground, edition, 2011 + n)),
    games(ground, 21, 2015),
    arts(ground),
  ] },
  { register: 'senior-activity', rows: (ground) => Array.from({ length: 60 }, (_, n) => activity(ground, n)) },
];

function games(ground: DemoGround, edition: number, year: number): DemoRecord {
  const held = year < 2015;
  const heldOn = `${year}-10-${10 + (edition % 5)}`;
  const teams = ground.towns.slice(0, 12);
  return {
    division: ground.city, openedOn: held ? `${year}-03-01` : '2014-10-20',
    values: { name: `第${['十八', '十九', '二十', '二十一'][edition - 18] ?? ''}届老年人运动会`, event: 'games', edition, heldOn, place: '市体育馆', quota: 600, teamQuota: 60, signUpUntil: `${year}-08-31`, host: '市老龄办、市体育局', cost: 200_000 * YUAN, ...(edition > 18 ? { previous: ground.link('senior-festival', edition - 19) } : {}) },
    states: held ? [{ state: 'held', on: heldOn, values: { participants: 430 + edition * 4 } }] : [],
    entries: held ? {
      teams: teams.map((town, n) => ({ on: `${year}-08-${10 + n}`, values: { team: `${town.name}队`, item: ITEMS[n % ITEMS.length] ?? ITEMS[0], persons: 20 + (n % 8), outcome: 'accepted' } })),
      schedule: ITEMS.map((item, n) => ({ on: heldOn, values: { item, round: '决赛', time: `${9 + n}:00`, venue: '市体育馆' } })),
      results: ITEMS.map((item, n) => ({ on: heldOn, values: { item, team: `${teams[n]?.name ?? ''}队`, rank: 1, prize: '一等奖' } })),
    } : {},
  };
}

function arts(ground: DemoGround): DemoRecord {
  return {
    division: ground.city, openedOn: '2014-04-02',
    values: { name: '首届老年人文化艺术节', event: 'arts', edition: 1, heldOn: '2014-09-26', place: '市文化艺术中心', quota: 800, teamQuota: 40, signUpUntil: '2014-08-15', host: '市老龄办、市文化广电新闻出版局', cost: 300_000 * YUAN },
    states: [{ state: 'held', on: '2014-09-26', values: { participants: 720 } }],
    entries: {
      teams: ground.towns.map((town, n) => ({ on: '2014-08-12', values: { team: `${town.name}艺术团`, item: n % 2 === 0 ? '合唱' : '舞蹈', persons: 24, outcome: 'accepted' } })),
      schedule: [{ on: '2014-09-26', values: { item: '合唱', round: '汇演', time: '9:30', venue: '大剧场' } }, { on: '2014-09-27', values: { item: '舞蹈', round: '汇演', time: '9:30', venue: '大剧场' } }],
      results: ground.towns.slice(0, 6).map((town, n) => ({ on: '2014-09-28', values: { item: n % 2 === 0 ? '合唱' : '舞蹈', team: `${town.name}艺术团`, rank: 1 + Math.floor(n / 2), prize: ['金奖', '银奖', '铜奖'][Math.floor(n / 2)] ?? '' } })),
    },
  };
}

function activity(ground: DemoGround, n: number): DemoRecord {
  const town = ground.towns[n % ground.towns.length];
  const planned = n >= 56;
  const heldOn = planned ? `2014-12-0${1 + (n % 4)}` : `2014-${String(1 + (n % 10)).padStart(2, '0')}-${10 + (n % 18)}`;
  const setting = n % 3 === 0 ? 'park' : n % 3 === 1 ? 'association' : 'community';
  return {
    division: town?.code ?? ground.city, openedOn: planned ? '2014-10-28' : '2014-01-04',
    values: { name: `${ACTS[n % ACTS.length] ?? ''}`, setting, rhythm: n % 10 === 0 ? 'holiday' : n % 3 === 0 ? 'monthly' : 'daily', heldOn, place: setting === 'park' ? `${town?.name ?? ''}公园` : `${town?.name ?? ''}文化广场`, quota: 200, time: '9:00—11:00', point: ground.point(town?.code ?? ground.city), ...(setting === 'association' ? { association: ground.link('senior-association', n % 40) } : {}) },
    states: planned ? [] : [{ state: 'held', on: heldOn, values: { participants: 40 + ground.chance(`came ${n}`, 140) } }],
  };
}
