import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** The table of 2014 with eight items; the first half of the year of ten branches: most confirmed, one sent back, one not yet scored. */
export const records: readonly DemoRecords[] = [{ register: 'appraisal-item', rows: items }, { register: 'party-appraisal', rows: appraisals }];

const table = [
  ['ideology', '中心组和支部理论学习', 15], ['ideology', '意识形态工作责任', 10], ['organisation', '支部班子建设和按期换届', 10], ['organisation', '发展党员和党费收缴', 10],
  ['life', '“三会一课”和组织生活会', 20], ['conduct', '群众路线教育实践活动整改', 15], ['integrity', '廉政风险防控和谈话提醒', 10], ['service', '党员到社区服务', 10],
] as const;
const day = '2014-07-14';

function items(ground: DemoGround): DemoRecord[] {
  return table.map(([category, item, weight]) => ({ division: ground.city, openedOn: '2014-02-20', values: { year: 2014, category, item, weight: `${weight}.0`, evidence: '会议记录、照片、台账' } }));
}

function appraisals(ground: DemoGround): DemoRecord[] {
  return Array.from({ length: 10 }, (_, at) => {
    const scored = at < 8;
    return {
      division: ground.city, openedOn: '2014-06-20',
      values: { title: `第${at + 1}党支部2014年上半年考评`, branch: ground.link('party-branch', at), year: 2014, period: 'first-half', fullMarks: '100.0', dueOn: '2014-07-10' },
      states: [
        { state: 'submitted', on: day },
        ...(scored ? [{ state: 'scored', on: '2014-07-25' }, { state: 'confirmed', on: '2014-08-08', values: { rank: at + 1, grade: at < 3 ? 'excellent' : at < 7 ? 'good' : 'passed' } }] : []),
        ...(at === 8 ? [{ state: 'returned', on: '2014-10-20', values: { returnReason: '组织生活会缺记录，群众路线整改佐证不全', correctBy: '2014-11-10' } }] : []),
      ],
      entries: { scores: table.map(([, , weight], nth) => ({ on: day, values: { item: ground.link('appraisal-item', nth), weight: `${weight}.0`, selfScore: `${weight}.0`, evidence: '见附件', scored, ...(scored ? { score: `${weight - (nth < at ? 1 : 0)}.0` } : {}) } })) },
    };
  });
}
