import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const enterprises = ['岐江食品有限公司', '香山灯饰有限公司', '五桂山水业有限公司', '三乡家具有限公司', '西区纺织有限公司', '南头电器有限公司', '古镇照明有限公司', '小榄五金有限公司'];

/** Two published editions and the third being compiled: twelve donors each, some of them anonymous, some who did not want to be named at all. */
export const records: readonly DemoRecords[] = [{ register: 'charity-honours-edition', rows: (ground) => [edition(ground, 1, 2012), edition(ground, 2, 2013), compiling(ground)] }];

function edition(ground: DemoGround, nth: number, year: number): DemoRecord {
  const on = `${year + 1}-02-1${nth}`;
  return {
    division: ground.city, openedOn: `${year + 1}-01-05`,
    values: { name: `${year}年度慈善榜`, edition: nth, periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` },
    states: [{ state: 'consulting', on: `${year + 1}-01-15` }, { state: 'published', on, values: { publishedOn: on, publishedIn: '市民政局网站、慈善万人行' } }],
    entries: { donors: Array.from({ length: 12 }, (_none, at) => donor(ground, nth, at, `${year + 1}-01-10`)) },
  };
}

function donor(ground: DemoGround, nth: number, at: number, on: string): { readonly on: string; readonly values: Record<string, unknown> } {
  const trueName = at < 8 ? enterprises[at] : `${ground.person(22_000 + at, 45).name}`;
  const consent = at === 9 ? 'refused' : at === 10 ? 'anonymous' : 'named';
  const amount = (900_000 - at * 60_000 + ground.chance(`donor ${nth} ${at}`, 50_000)) * 100;
  return { on, values: {
    donor: `D${nth}${String(at + 1).padStart(3, '0')}`, kind: at < 8 ? 'enterprise' : 'person', trueName, receipts: 1 + (at % 4), verified: true, consent,
    ...(consent === 'refused' ? {} : { amount, shownAs: consent === 'anonymous' ? '爱心人士' : trueName }),
  } };
}

function compiling(ground: DemoGround): DemoRecord {
  return { division: ground.city, openedOn: '2014-10-20', values: { name: '2014年度慈善榜', edition: 3, periodFrom: '2014-01-01', periodTo: '2014-12-31', note: '先取前三季度的收据核对' } };
}
