import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** 中山 2014: 全系统10个党支部、205名党员; their meetings of the year, a few talks, the risks of the main powers. */
export const records: readonly DemoRecords[] = [{ register: 'party-branch', rows: branches }, { register: 'discipline-talk', rows: talks }, { register: 'power-risk', rows: risks }];

const names = [
  ['机关第一党支部', 'office', 26], ['机关第二党支部', 'office', 24], ['机关第三党支部', 'office', 21], ['社会福利院党支部', 'unit', 28], ['救助管理站党支部', 'unit', 16], ['殡仪馆党支部', 'unit', 22],
  ['军休所党支部', 'unit', 19], ['福利彩票发行中心党支部', 'unit', 14], ['婚姻登记处党支部', 'unit', 9], ['离退休党支部', 'retired', 26],
] as const;

function branches(ground: DemoGround): DemoRecord[] {
  return names.map(([name, kind, members], at) => {
    const met = (topic: string, on: string) => ({ on, values: { topic, due: members, present: members - ground.chance(`${name}${on}`, 3), chair: ground.person(4000 + at, 48).name } });
    return {
      division: ground.city, openedOn: '2011-09-01',
      values: { name, kind, members, secretary: ground.person(4000 + at, 48).name, establishedOn: '2011-09-01', termEndsOn: at < 3 ? '2014-12-31' : '2015-08-31' },
      entries: {
        'general-meetings': [met('教育实践活动动员', '2014-03-05'), met('查摆问题，开展批评', '2014-06-20'), ...(at === 8 ? [] : [met('整改落实情况通报', '2014-09-18')])],
        'committee-meetings': ['2014-07-08', '2014-08-12', '2014-09-09', ...(at % 4 === 3 ? [] : ['2014-10-14'])].map((on) => ({ on, values: { topic: '当月党建工作', due: 5, present: 5 } })),
        'group-meetings': ['2014-08-20', '2014-09-22', '2014-10-22'].map((on) => ({ on, values: { topic: '学习讨论', due: Math.ceil(members / 3), present: Math.ceil(members / 3) } })),
        lectures: [met('为民务实清廉', '2014-04-16'), ...(at === 5 ? [] : [met('学习焦裕禄精神', '2014-09-10')])],
        'life-meetings': [met('专题组织生活会', '2014-08-06')],
        absences: [{ on: '2014-06-20', person: ground.person(4100 + at, 39), values: { kind: 'general-meetings', excuse: at === 5 ? 'none' : 'business', caughtUp: at !== 5 } }],
      },
    };
  });
}

function talks(ground: DemoGround): DemoRecord[] {
  return Array.from({ length: 12 }, (_, at) => ({
    division: ground.city, openedOn: `2014-0${1 + (at % 9)}-06`, person: ground.person(4200 + at, 42),
    values: { kind: at % 4 === 0 ? 'appointment' : at === 7 ? 'warning' : 'reminder', branch: ground.link('party-branch', at % 10), dueOn: at === 8 ? '2014-11-01' : `2014-0${1 + (at % 9)}-20`, ground: at % 4 === 0 ? '新任岗位' : '工作纪律' },
    states: at === 8 ? [] : [
      { state: 'talked', on: `2014-0${1 + (at % 9)}-18`, values: { talkedOn: `2014-0${1 + (at % 9)}-18`, talker: ground.person(4001, 48).name, content: '提醒遵守纪律，按程序办事', followUpDue: `2014-1${at % 2}-15` } },
      ...(at % 3 === 0 ? [{ state: 'followed', on: '2014-10-15', values: { followedUpOn: '2014-10-15', outcome: '已改正' } }] : []),
    ],
  }));
}

const powers = [
  ['低保审核审批', '社会救助科', 'livelihood', 'high'], ['救灾款物分配', '救灾科', 'livelihood', 'high'], ['社会组织登记和年检', '社会组织管理局', 'organisations', 'middle'], ['福彩公益金项目资助', '计财科', 'government', 'high'],
  ['政府采购和工程招标', '办公室', 'government', 'high'], ['殡葬服务收费', '殡仪馆', 'livelihood', 'middle'], ['社区建设资金拨付', '基层政权科', 'community', 'middle'], ['干部选拔任用', '人事科', 'government', 'middle'],
  ['公务接待和用车', '办公室', 'government', 'low'], ['养老机构资助', '社会福利科', 'livelihood', 'high'], ['慈善款物使用监督', '慈善总会', 'organisations', 'middle'], ['地名命名审批', '区划地名科', 'government', 'low'],
] as const;

function risks(ground: DemoGround): DemoRecord[] {
  return powers.map(([power, office, area, level], at) => ({
    division: ground.city, openedOn: '2014-04-10',
    values: { power, office, area, level, risk: '优亲厚友、审核把关不严', owner: ground.person(4300 + at, 45).name },
    states: at === 10 ? [] : [{ state: 'controlled', on: '2014-05-20', values: { measures: '双人经办、集体研究、结果公开' } }],
    entries: { inspections: at % 3 === 2 ? [] : [{ on: '2014-08-27', values: { kind: at % 2 === 0 ? 'unannounced' : 'tour', problems: at % 4, corrected: at !== 1, ...(at % 4 === 0 ? {} : { finding: '个别档案缺签名', correctBy: '2014-09-30' }) } }] },
  }));
}
