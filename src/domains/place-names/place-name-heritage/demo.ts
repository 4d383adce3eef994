import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { protectedName } from '../common/demo-names.ts';

/** Fifty-two names in three rounds of listing, one under review, two proposed, one renamed. Names and histories are invented. */
export const records: readonly DemoRecords[] = [{ register: 'protected-place-name', rows: (ground) => Array.from({ length: 52 }, (_none, at) => listed(ground, at)) }];

function listed(ground: DemoGround, at: number): DemoRecord {
  const town = ground.towns[at % ground.towns.length];
  const { name, kind } = protectedName(at);
  const on = `201${2 + (at % 3)}-0${3 + (at % 4)}-15`;
  const sign = at % 3 !== 1;
  const proposed = at >= 50;
  return {
    division: town?.code ?? ground.city, openedOn: `${on.slice(0, 8)}01`,
    values: { name, kind, grade: at === 0 ? 'province' : at % 5 === 0 ? 'city' : 'county', since: at % 4 === 0 ? '宋' : at % 4 === 1 ? '明' : '清', meaning: '以山形、物产得名', history: `旧志已有此名，${at % 2 === 0 ? '相传先民在此开村' : '因旁有古树而称'}，沿用至今。`, signPlaced: sign && !proposed, ...(sign && !proposed ? { signOn: `201${2 + (at % 3)}-09-20` } : {}), point: ground.point(town?.code ?? ground.city) },
    states: proposed ? [] : [
      { state: 'listed', on, values: { listedOn: on, listingPaper: `演示府〔${on.slice(0, 4)}〕${20 + (at % 3)}号`, listedName: name } },
      ...(at === 7 || at === 13 ? [{ state: 'reviewing', on: at === 7 ? '2014-10-20' : '2014-05-08', values: { newName: `${name.slice(0, 2)}路`, renameReason: '旧村改造后街巷合并' } }] : []),
      ...(at === 13 ? [{ state: 'renamed', on: '2014-07-30', values: { renamePaper: '演示府〔2014〕66号', measures: '原名立碑，新设公园沿用原名' } }] : []),
    ],
    entries: {
      opinions: at === 7 ? [opinion('2014-10-24', '市地方志办', 'against')] : at === 13 ? [opinion('2014-06-03', '市地方志办', 'agree'), opinion('2014-06-03', '市博物馆', 'agree'), opinion('2014-06-05', '村民代表', 'against')] : [],
      care: sign && !proposed ? [{ on: `201${2 + (at % 3)}-09-20`, values: { kind: 'sign', did: '立石碑一块' } }] : [],
    },
  };
}

const opinion = (on: string, expert: string, stance: string): { readonly on: string; readonly values: Record<string, unknown> } => ({ on, values: { about: 'renaming', expert, stance } });
