import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** Seven topics: two finished this year, two under way, one late, one just begun, one proposed for next year. */
export const records: readonly DemoRecords[] = [{ register: 'research-topic', rows }];

const topics = [
  ['养老服务人才队伍建设调研', 'special', 'elderly', '社会福利科', '2014-01-15', '2014-06-30', '2014-06-24'], ['社区居民自治和议事机制研究', 'special', 'governance', '基层政权科', '2014-02-20', '2014-09-30', '2014-09-26'],
  ['社会救助暂行办法落实情况调研', 'ordinary', 'assistance', '社会救助科', '2014-06-10', '2014-11-30', ''], ['社会组织承接政府职能研究', 'major', 'organisations', '社会组织管理局', '2014-03-18', '2014-12-20', ''],
  ['殡葬服务收费和惠民办法调研', 'ordinary', 'funeral', '社会事务科', '2014-03-05', '2014-09-30', ''], ['镇街民政能力建设调研', 'ordinary', 'bureau', '办公室', '2014-10-08', '2015-03-31', ''],
  ['中山社会敬老助老社会化常态化机制研究', 'major', 'elderly', '社会福利科', '', '2015-10-31', ''],
] as const;

function rows(ground: DemoGround): DemoRecord[] {
  return topics.map(([topic, rank, line, office, startsOn, dueOn, finishedOn], at): DemoRecord => {
    const openedOn = startsOn === '' ? '2014-10-28' : `${startsOn.slice(0, 8)}02`;
    return {
      division: ground.city, openedOn,
      values: { topic, rank, line, office, owner: ground.person(4900 + at, 47).name, dueOn, ...(at === 0 ? { surveyForm: '养老护理员情况问卷', population: '全市养老机构护理员', sampling: 'stratified', sampleSize: 40 } : {}) },
      states: startsOn === '' ? [] : [
        { state: 'approved', on: openedOn, values: { plan: '座谈、走访、查阅台账，撰写报告' } },
        ...(at === 5 ? [] : [{ state: 'survey', on: startsOn, values: { startsOn } }]),
        ...(finishedOn === '' ? [] : [{ state: 'writing', on: `${finishedOn.slice(0, 8)}05` }, { state: 'finished', on: finishedOn, values: { finishedOn, report: `${topic}报告` } }]),
      ],
      entries: {
        ...(at === 0 ? survey(ground) : {}),
        ...(finishedOn === '' ? {} : { outcomes: [{ on: finishedOn, values: { kind: at === 0 ? 'draft' : 'instruction', ...(at === 0 ? { policy: ground.link('policy-document', 2) } : {}), summary: at === 0 ? '居家养老服务中心管理办法采用护理员配备一节' : '市领导批示推广' } }] }),
      },
    };
  });
}

const questions = [['1', '从业年限（年）', ''], ['2', '持有护理员证书', '1 有；2 没有'], ['3', '月收入（元）', ''], ['4', '是否打算继续从事', '1 是；2 否；3 说不定']] as const;

function survey(ground: DemoGround): NonNullable<DemoRecord['entries']> {
  const answer = (sheet: string, code: string) => {
    const draw = ground.chance(`${sheet} ${code}`, 100);
    return code === '1' ? { amount: `${1 + (draw % 12)}.00` } : code === '3' ? { amount: `${1800 + draw * 15}.00` } : { choice: String(1 + (draw % (code === '2' ? 2 : 3))) };
  };
  return {
    questions: questions.map(([code, question, choices]) => ({ on: '2014-02-10', values: { code, question, ...(choices === '' ? {} : { choices }) } })),
    answers: Array.from({ length: 40 }, (_, nth) => `Y${String(nth + 1).padStart(3, '0')}`).flatMap((sheet, nth) => questions.map(([code]) => ({ on: `2014-03-${String(10 + (nth % 15)).padStart(2, '0')}`, values: { sheet, code, ...answer(sheet, code), surveyed: ground.towns[nth % ground.towns.length]?.code ?? ground.city } }))),
  };
}
