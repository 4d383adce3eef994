import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const steps = ['主持人宣布仪式开始', '礼兵就位', '奏唱国歌', '宣读祭文', '少先队员献唱', '敬献花篮', '整理缎带', '三鞠躬', '瞻仰纪念碑'];
const duties = ['coordination', 'press', 'security', 'medical', 'funds', 'guard', 'weather', 'ground'] as const;
const kinds = ['cemetery', 'stele', 'grave', 'stele', 'hall', 'grave', 'grave', 'statue'] as const;

/** Eight sites, forty of the fallen, Qingming of two years and the first Martyrs' Day of the nation, 2014-09-30. All names invented. */
export const records: readonly DemoRecords[] = [
  { register: 'memorial-site', rows: (ground) => kinds.map((kind, at) => site(ground, kind, at)) },
  { register: 'martyr', rows: (ground) => Array.from({ length: 40 }, (_none, at) => martyr(ground, at)) },
  { register: 'memorial-ceremony', rows: (ground) => [ceremony(ground, '2013年清明祭奠革命先烈', 'qingming', '2013-04-03', 520), ceremony(ground, '2014年清明祭奠革命先烈', 'qingming', '2014-04-03', 560), ceremony(ground, '首个烈士纪念日公祭', 'martyrs-day', '2014-09-30', 680)] },
];

function site(ground: DemoGround, kind: string, at: number): DemoRecord {
  const town = ground.towns[at * 2];
  const grade = at === 0 ? 'city' : at < 3 ? 'county' : 'none';
  return {
    division: town?.code ?? ground.city, openedOn: `19${58 + at * 4}-04-01`,
    values: { name: `${town?.name ?? ''}${kind === 'cemetery' ? '烈士陵园' : kind === 'hall' ? '革命烈士纪念馆' : kind === 'grave' ? '烈士墓' : '革命烈士纪念碑'}`, kind, grade, ...(grade === 'none' ? {} : { gradePaper: `演示府〔2013〕${at + 1}号` }), builtOn: 1958 + at * 4, graves: kind === 'cemetery' ? 86 : at % 3, area: String(at === 0 ? 12_600 : 300 + at * 40), address: `${town?.name ?? ''}`, point: ground.point(town?.code ?? ground.city) },
    states: [{ state: 'open', on: `19${58 + at * 4}-04-01` }],
    entries: {
      upkeep: [{ on: '2014-03-20', values: { kind: 'repair', found: '清明前维修', cost: (2_000 + at * 900) * 100, settled: true } }, { on: '2014-09-18', values: { kind: 'inspection', found: at === 5 ? '碑面开裂' : '完好', settled: at !== 5 } }],
      visitors: [['2014-04-03', 'students', 900], ['2014-04-05', 'public', 1_400], ['2014-09-30', 'units', 420]].map(([on, visitorKind, people]) => ({ on: String(on), values: { visitorKind, people: Math.max(20, Math.floor(Number(people) / (at + 1))) } })),
      tributes: at < 2 ? [{ on: '2014-09-30', values: { words: '向先烈致敬，永志不忘。', signed: '市民', verdict: 'shown', moderator: '值班员' } }, { on: '2014-10-28', values: { words: '寻找太公的墓位，请帮忙。', verdict: 'waiting' } }] : [],
    },
  };
}

function martyr(ground: DemoGround, at: number): DemoRecord {
  const era = (['resistance', 'liberation', 'korea', 'revolution', 'defence', 'peace'] as const)[at % 6] ?? 'resistance';
  const fellYear = { resistance: 1941, liberation: 1948, korea: 1951, revolution: 1928, defence: 1979, peace: 1998 }[era] + (at % 3);
  const town = ground.towns[(at * 5) % ground.towns.length];
  return {
    division: town?.code ?? ground.city, openedOn: '2011-08-01',
    values: { name: ground.person(23_600 + at, 24).name, sex: at % 9 === 0 ? 'female' : 'male', birthYear: fellYear - 19 - (at % 12), hometown: town?.name ?? '', era, fellYear, ...(at % 4 === 0 ? {} : { deeds: '在战斗中为掩护战友和群众牺牲。' }), certificate: `粤烈字第${8_000 + at}号`, site: ground.link('memorial-site', at % 3 === 0 ? 0 : at % 8), grave: at % 3 === 0 ? `${1 + (at % 5)}排${at + 1}号` : undefined },
  };
}

function ceremony(ground: DemoGround, name: string, occasion: string, on: string, people: number): DemoRecord {
  const planned = `${on.slice(0, 8).replace('-09-', '-08-').replace('-04-', '-03-')}01`;
  return {
    division: ground.city, openedOn: planned,
    values: { name, occasion, heldOn: on, startsAt: '上午 10:00', site: ground.link('memorial-site', 0), hostLevel: 'city', expected: people, capacity: 1_000, rainPlan: '移到纪念馆大厅，人数减半' },
    states: [{ state: 'approved', on: `${planned.slice(0, 8)}20`, values: { approvalPaper: `演示府办〔${on.slice(0, 4)}〕${occasion === 'qingming' ? 6 : 31}号` } }, { state: 'held', on, values: { participants: people - 12 } }],
    entries: {
      sequence: steps.map((rite, at) => ({ on: planned, values: { step: at + 1, rite, minutes: at === 3 ? 5 : 2, by: '司仪' } })),
      guests: [['leaders', 40], ['kin', 30], ['veterans', 20], ['schools', 220], ['public', 130], ['forces', 80]].map(([guestKind, count]) => ({ on: planned, values: { guestKind, people: count } })),
      duties: duties.map((duty) => ({ on: planned, values: { duty, unit: duty === 'security' ? '市公安局' : duty === 'medical' ? '市卫生局' : '市民政局', ready: true } })),
    },
  };
}
