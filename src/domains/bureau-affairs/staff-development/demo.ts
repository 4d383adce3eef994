import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** Forty people of the bureau and its units; six classes of 2014, one still to come. */
export const records: readonly DemoRecords[] = [{ register: 'staff-member', rows: staff }, { register: 'staff-training', rows: classes }];

const posts = [['社会救助科', '科员'], ['救灾科', '科员'], ['社会福利科', '副主任科员'], ['基层政权科', '科员'], ['优抚安置科', '主任科员'], ['办公室', '文秘'], ['计财科', '会计'], ['镇街社会事务局', '民政专干']] as const;
const person = (ground: DemoGround, n: number) => ground.person(4800 + n, 24 + ((n * 7) % 34));

function staff(ground: DemoGround): DemoRecord[] {
  return Array.from({ length: 40 }, (_, n) => {
    const [office, post] = posts[n % posts.length] ?? posts[0];
    const inTown = office === '镇街社会事务局';
    const startedOn = `20${String(4 + (n % 10)).padStart(2, '0')}-0${1 + (n % 8)}-01`;
    return {
      division: inTown ? ground.towns[n % ground.towns.length]?.code ?? ground.city : ground.city, openedOn: startedOn, person: person(ground, n),
      values: { staffing: inTown ? 'town' : n % 5 === 0 ? 'contract' : n % 3 === 0 ? 'public-institution' : 'civil-servant', office, post, party: n < 10 ? 'secretary' : n % 6 === 0 ? 'committee' : 'none', branch: ground.link('party-branch', n % 10), education: n % 4 === 0 ? 'master' : n % 7 === 0 ? 'college' : 'bachelor', startedOn },
      ...(n === 38 ? { states: [{ state: 'left', on: '2014-06-30', values: { leftOn: '2014-06-30' } }] } : n === 39 ? { states: [{ state: 'retired', on: '2014-09-30', values: { leftOn: '2014-09-30' } }] } : {}),
      entries: {
        qualifications: n % 3 === 0 ? [{ on: n % 6 === 0 ? '2014-09-20' : `${startedOn.slice(0, 4)}-12-10`, values: { qualification: n % 2 === 0 ? 'social-worker' : 'law', level: n % 2 === 0 ? '助理' : '市级', certificate: `ZS${1000 + n}` } }] : [],
        'outside-learning': n % 4 === 1 ? [{ on: '2014-05-30', values: { course: '干部网络学习', way: 'online', creditHours: '20.0' } }] : [],
      },
    };
  });
}

const plan = [
  ['基层党组织书记轮训班', 'secretaries', '2014-04-14', '2014-04-16', 24, 0, 10], ['党务人员业务培训班', 'party-workers', '2014-05-20', '2014-05-21', 16, 0, 16], ['社会救助暂行办法培训班', 'town-staff', '2014-06-05', '2014-06-06', 14, 7, 24],
  ['机关公文与保密培训', 'officials', '2014-07-11', '2014-07-11', 6, 0, 30], ['局属单位安全管理培训', 'unit-staff', '2014-09-16', '2014-09-17', 12, 10, 20], ['镇街民政干部业务培训班', 'town-staff', '2014-11-18', '2014-11-20', 20, 7, 24],
] as const;

function classes(ground: DemoGround): DemoRecord[] {
  return plan.map(([name, audience, startsOn, endsOn, hours, from, seats]): DemoRecord => {
    const held = startsOn <= '2014-11-03';
    const due = Array.from({ length: seats }, (_, nth) => (from + nth) % 38);
    return {
      division: ground.city, openedOn: '2014-02-25',
      values: { name, planYear: 2014, audience, startsOn, endsOn, hours: `${hours}.0`, seats, place: '市民政局会议室', cost: seats * hours * 1500 },
      states: held ? [{ state: 'held', on: startsOn }] : [],
      entries: {
        due: due.map((n, nth) => ({ on: '2014-03-01', person: person(ground, n), values: { must: audience === 'secretaries', ...(held && nth === 9 ? { excused: true, excuse: '因公出差' } : {}) } })),
        attendance: held ? due.map((n, nth) => ({ on: startsOn, person: person(ground, n), values: nth % 11 === 9 ? { came: false } : { came: true, creditHours: `${hours}.0` } })) : [],
      },
    };
  });
}
