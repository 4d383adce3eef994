import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** Six enterprises: three run, two have it hard (one below the ratio), one stands idle. */
export const records: readonly DemoRecords[] = [{ register: 'welfare-enterprise', rows }];

const enterprises = [
  ['市福利印刷厂', '印刷', 68, 21, 620, 18], ['市福利五金制品厂', '五金', 112, 34, 1480, 61], ['市民政包装厂', '纸箱包装', 54, 15, 430, 9],
  ['市福利电子配件厂', '电子配件', 60, 14, 510, -26], ['市福利制衣厂', '制衣', 46, 12, 260, -41], ['市福利塑料厂', '塑料制品', 0, 0, 0, -12],
] as const;

function rows(ground: DemoGround): DemoRecord[] {
  return enterprises.map(([name, business, staff, disabled, output, profit], at): DemoRecord => {
    const counted = (on: string, less: number) => ({ on, values: { staff: staff + less, disabled, countedOn: on, insured: disabled, lowestWage: 131_000 } });
    const results = (on: string, factor: number) => ({ on, values: { output: Math.round(output * factor) * 1_000_000, profit: Math.round(profit * factor) * 1_000_000 } });
    const trouble = { stateReason: at === 5 ? '厂房收回，停产' : '订单减少、人工上涨' };
    return {
      division: ground.city, openedOn: '2008-03-01',
      values: { name, organisation: ground.link('organisation', at), certificate: `福企证字44200${at + 1}号`, certifiedOn: '2008-03-01', checkedUntil: at === 2 ? '2014-12-15' : '2015-03-31', ownership: at === 3 ? 'joint' : at > 3 ? 'collective' : 'state', business },
      states: at === 5 ? [{ state: 'idle', on: '2013-11-20', values: trouble }] : at === 4 ? [{ state: 'struggling', on: '2014-04-15', values: trouble }] : [],
      entries: {
        staffing: staff === 0 ? [] : [counted('2014-03-31', 4), counted('2014-06-30', 2), counted('2014-09-30', 0)],
        results: [results('2012-12-31', 1.1), ...(staff === 0 ? [] : [results('2013-12-31', 1)])],
        risks: at > 2 ? [{ on: '2014-05-20', values: { kind: at === 5 ? 'assets' : at === 4 ? 'market' : 'wages', matter: at === 5 ? '厂房租约未了，设备待处置' : at === 4 ? '主要客户转移订单' : '社保缓缴两个月', involved: 30_000_000, settled: at === 3 } }] : [],
      },
    };
  });
}
