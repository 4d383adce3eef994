import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const jobs = ['保安员', '仓库管理员', '司机', '机修工', '物业管理员', '消防员', '业务员', '质检员'] as const;
const posts = ['社区治安巡防员', '社区保洁员', '交通协管员', '森林防火员', '公园管理员', '社区网格协管员'] as const;

/** Posts of the twelve employers: at each fair of 2013 the first row, in 2014 the second and the third (together 1,050, as 番禺 had at one fair of 2018). */
const offered = [[28, 16, 31, 22, 35, 19, 24, 27, 18, 33, 21, 26], [52, 31, 44, 38, 45, 29, 47, 36, 41, 33, 40, 44], [58, 39, 52, 46, 53, 37, 55, 44, 49, 41, 48, 48]] as const;

/** Two fairs a year, each with twelve employers; thirty posts, most of them held by those who served in war. Amounts are invented. */
export const records: readonly DemoRecords[] = [
  { register: 'veteran-job-fair', rows: (ground) => ['2013-03-16', '2013-12-14', '2014-03-22', '2014-09-20'].map((on, at) => fair(ground, on, at)) },
  { register: 'public-interest-post', rows: (ground) => ground.towns.flatMap((town, at) => (at < 15 ? [post(ground, town, at), post(ground, town, at + 15)] : [])) },
];

function fair(ground: DemoGround, on: string, nth: number): DemoRecord {
  const names = Array.from({ length: 12 }, (_none, at) => `${ground.towns[(at * 2 + nth) % ground.towns.length]?.name ?? ''}${['电器', '五金', '物业', '物流'][at % 4]}公司`);
  return {
    division: ground.city, openedOn: `${on.slice(0, 8)}01`,
    values: { name: `${on.slice(0, 4)}年${on.slice(5, 7) < '07' ? '春季' : '冬季'}退役军人专场招聘会`, heldOn: on, place: '市人力资源市场', expectedPosts: nth < 2 ? 300 : 500 },
    states: [{ state: 'held', on, values: { participants: 240 + nth * 35 } }],
    entries: {
      employers: names.map((employer, at) => ({ on, values: { employer, kind: 'private', jobs: jobs[at % jobs.length] ?? '', posts: offered[Math.max(0, nth - 1)]?.[at] ?? 1 } })),
      applications: Array.from({ length: 12 }, (_none, at) => {
        const hired = at % 3 === 0;
        return { on, person: ground.person(23_000 + nth * 20 + at, 24), values: { employer: names[at] ?? '', job: jobs[at % jobs.length] ?? '', outcome: hired ? 'hired' : at % 3 === 1 ? 'intended' : 'declined', ...(hired ? { hiredOn: `${on.slice(0, 8)}28` } : {}) } };
      }),
    },
  };
}

function post(ground: DemoGround, town: { readonly code: string; readonly name: string }, at: number): DemoRecord {
  const open = at === 27 || at === 28;
  const left = at % 11 === 10;
  const startsOn = `2014-0${1 + (at % 6)}-01`;
  const monthly = 60_000;
  const months = ['2014-07', '2014-08', '2014-09'].filter((month) => !left || month <= '2014-08');
  return {
    division: town.code, openedOn: open ? '2014-09-15' : startsOn,
    ...(open ? {} : { person: ground.person(23_200 + at, 52) }),
    values: { post: posts[at % posts.length] ?? '', organisation: ground.link('organisation', (at % 15) * 5 + 3) },
    states: open ? [] : [
      { state: 'filled', on: startsOn, values: { startsOn, endsOn: at % 5 === 0 ? '2014-12-31' : '2015-12-31', subsidyMonthly: monthly, veteranKind: at % 3 === 2 ? 'soldier' : 'war' } },
      ...(left ? [{ state: 'left', on: '2014-08-31', values: { leftOn: '2014-08-31', leaving: 'job' } }] : []),
    ],
    entries: { subsidies: open ? [] : months.map((month) => ({ on: `${month}-25`, values: { month, amount: monthly } })) },
  };
}
