import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';

const severalOnes = { by: 'station', atLeast: 2 } as const;

/**
 * 居委会归站: one record for each time a committee belongs to a station, lying in the committee's own community, from the day it comes in to the day it leaves.
 * A station has many committees, a committee one station; which stations are 一站多居 is counted from here and typed nowhere.
 */
export const stationCommittee = defineRegister({
  id: 'station-committee', title: '居委会归站', unit: '个', series: 'GZJ',
  purpose: '每个居委会归哪个社区工作站、从什么时候起、什么时候划出；哪些站是“一站多居”由这里数出来。',
  holder: { kind: 'division' },
  key: ['division', 'station'],
  fields: [
    { key: 'station', title: '社区工作站', kind: 'link', to: 'community-station', required: true, listed: true, counted: true, columns: ['工作站', '所属工作站'] },
    { key: 'paper', title: '依据文号', kind: 'text', listed: true, maxLength: 60, columns: ['文号'] },
    { key: 'households', title: '户数', kind: 'integer', unit: '户', min: 0, columns: ['居民户数'] },
    papers, note,
  ],
  states: {
    serving: { title: '由该站服务' },
    left: { title: '划出', from: ['serving'], ends: true },
  },
  checks: [{ id: 'one-station', title: '一个居委会只归一个站', then: 'refuse', test: oneStation }],
  alongside: { same: ['division'], order: 'station' },
  expected: { every: 'village', title: '还没有归站的村（社区）' },
  counts: [
    { id: 'several-committee-stations', title: '一站多居工作站数', unit: '个', of: { what: 'stock', distinct: 'station', shared: severalOnes }, definition: '那一天服务两个以上居委会的工作站', figures: ['sz2007-044'] },
    { id: 'committees-of-those', title: '一站多居服务居委会数', unit: '个', of: { what: 'stock', distinct: 'village', shared: severalOnes }, definition: '那一天归“一站多居”工作站的居委会', figures: ['sz2007-045'] },
    { id: 'committees-served', title: '工作站服务的居委会数', unit: '个', of: { what: 'stock', distinct: 'village' } },
    { id: 'committees-a-station', title: '一站多居平均每站服务居委会', unit: '个', rounding: { decimals: 2 }, of: { what: 'stock', distinct: 'village', shared: severalOnes }, over: { what: 'stock', distinct: 'station', shared: severalOnes }, definition: '一站多居服务居委会数 ÷ 一站多居工作站数' },
    { id: 'villages-share', title: '归站的居委会占全部村（居）委会', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', distinct: 'village' }, over: { what: 'stock', divisions: 'village' }, definition: '有工作站服务的村（居）委会数 ÷ 全部村（居）委会数' },
    { id: 'came', title: '当期归站', unit: '个', of: { what: 'opened' } },
    { id: 'left', title: '当期划出', unit: '个', of: { what: 'ended' } },
  ],
  covers: ['S084'],
});

/** While a committee belongs to one station it cannot come to another: it leaves the first, then comes. */
export function oneStation({ state, alongside }: Pick<RecordSeen, 'state' | 'alongside'>): string | undefined {
  return state === 'serving' && alongside.some((one) => one.state === 'serving') ? '这个居委会现在由别的工作站服务。一个居委会只归一个站：先把原来那一条转为“划出”，再登记新的。' : undefined;
}
