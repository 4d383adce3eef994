import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** Eight campaigns of 2014: six done, one running, one being prepared with a film still to be approved. */
export const records: readonly DemoRecords[] = [{ register: 'publicity-campaign', rows }];

const campaigns = [
  ['医疗救助政策进万家', 'assistance', ['on-site', 'leaflets', 'television'], '2014-03-10', '2014-05-30', 40], ['婚姻家庭建设宣传', 'children', ['on-site', 'boards'], '2014-05-12', '2014-05-23', 12],
  ['防灾减灾日宣传周', 'relief', ['on-site', 'lecture', 'messages'], '2014-05-10', '2014-05-16', 24], ['清明文明祭扫', 'funeral', ['television', 'messages', 'boards'], '2014-03-20', '2014-04-08', 10],
  ['社会救助暂行办法宣传', 'assistance', ['on-site', 'lecture', 'leaflets'], '2014-06-03', '2014-08-29', 56], ['敬老月', 'elderly', ['on-site', 'newspaper'], '2014-10-01', '2014-10-31', 30],
  ['未成年人救助保护宣传', 'vagrants', ['leaflets', 'web'], '2014-10-20', '2014-11-28', 8], ['养老服务便民信息', 'elderly', ['web', 'messages', 'leaflets'], '2014-11-17', '2014-12-31', 0],
] as const;

function rows(ground: DemoGround): DemoRecord[] {
  return campaigns.map(([theme, line, channels, startsOn, endsOn, sessions], at) => {
    const planned = startsOn > '2014-11-03';
    const month = startsOn.slice(0, 8);
    const openedOn = `2014-${String(Math.max(1, Number(startsOn.slice(5, 7)) - 1)).padStart(2, '0')}-05`;
    const material = (name: string, kind: string, copies: number, approved: boolean) => ({ on: openedOn, values: { name, kind, copies, approved, ...(approved ? { approver: ground.person(4700 + at, 46).name, approvedOn: openedOn, usedFrom: startsOn } : {}) } });
    return {
      division: ground.city, openedOn,
      values: { theme, line, channels: [...channels], startsOn, endsOn, office: '办公室', cost: 1_200_000 + at * 350_000 },
      states: planned ? [] : [{ state: 'running', on: startsOn }, ...(endsOn <= '2014-11-03' ? [{ state: 'finished', on: endsOn }] : [])],
      entries: {
        materials: [material(`${theme}折页`, 'leaflet', 5000, true), material(`${theme}短片`, 'film', 0, !planned)],
        sessions: Array.from({ length: sessions }, (_, nth) => ({
          on: `${month}${String(Math.min(28, Number(startsOn.slice(8)) + (nth % 4))).padStart(2, '0')}`,
          values: { community: ground.villages[(at * 31 + nth * 5) % ground.villages.length]?.code ?? ground.city, form: nth % 3 === 0 ? 'lecture' : 'stall', attendance: 30 + ground.chance(`${theme}${nth}`, 160), handedOut: 60 + ground.chance(`out ${theme}${nth}`, 200) },
        })),
      },
    };
  });
}
