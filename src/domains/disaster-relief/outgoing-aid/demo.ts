import type { DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;

/** 中山 2014: 300万元 to 昭通 after the earthquake of 鲁甸. The earlier ones are closed; their consignments are invented. */
export const records: readonly DemoRecords[] = [{
  register: 'outside-disaster', rows: (ground) => [
    {
      division: ground.city, openedOn: '2010-04-15',
      values: { name: '青海玉树7.1级地震', kind: 'earthquake', occurredOn: '2010-04-14', destination: '青海省玉树县', magnitude: '7.1', receiver: '青海省民政厅' },
      states: [{ state: 'concluded', on: '2011-06-30' }],
      entries: { aid: [{ on: '2010-04-20', values: { kind: 'goods', goods: '棉被3000床、帐篷120顶', goodsValue: 620_000 * YUAN, source: 'stock', receivedBy: '青海省民政厅', documentNumber: '（演示）救灾调拨2010-3' } }] },
    },
    {
      division: ground.city, openedOn: '2013-04-21',
      values: { name: '四川芦山7.0级地震', kind: 'earthquake', occurredOn: '2013-04-20', destination: '四川省雅安市芦山县', magnitude: '7.0', receiver: '雅安市民政局' },
      states: [{ state: 'concluded', on: '2013-12-20' }],
      entries: { aid: [
        { on: '2013-04-24', values: { kind: 'people', people: 12, source: 'other', receivedBy: '雅安市抗震救灾指挥部', documentNumber: '（演示）救灾2013-5' } },
        { on: '2013-05-06', values: { kind: 'money', amount: 1_000_000 * YUAN, source: 'donated', receivedBy: '雅安市民政局', documentNumber: '（演示）救灾2013-7', receipt: '0013207' } },
      ] },
    },
    {
      division: ground.city, openedOn: '2014-08-04',
      values: { name: '云南鲁甸6.5级地震', kind: 'earthquake', occurredOn: '2014-08-03', destination: '云南省昭通市鲁甸县', magnitude: '6.5', damage: '造成重大人员伤亡和经济损失。', receiver: '昭通市人民政府', ceiling: 3_000_000 * YUAN },
      entries: { aid: [{ on: '2014-08-11', values: { kind: 'money', amount: 3_000_000 * YUAN, source: 'fiscal', receivedBy: '昭通市人民政府', documentNumber: '（演示）救灾2014-11', issuedBy: '市人民政府', issuedOn: '2014-08-08' } }] },
    },
  ],
}];
