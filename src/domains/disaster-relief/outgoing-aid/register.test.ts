import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { aidAfterDisaster, aidIsMeasured, magnitudeOfEarthquake } from './register.ts';

const today = plainDate('2014-11-03');
const aid = (values: Record<string, unknown>) => ({ of: 'aid', values });

describe('what a consignment must say', () => {
  it('asks each kind for its own measure', () => {
    expect(aidIsMeasured({ entry: aid({ kind: 'money' }) })).toContain('金额');
    expect(aidIsMeasured({ entry: aid({ kind: 'goods', goods: '帐篷120顶' }) })).toContain('折价');
    expect(aidIsMeasured({ entry: aid({ kind: 'people' }) })).toContain('人数');
    expect(aidIsMeasured({ entry: aid({ kind: 'money', amount: 300_000_000 }) })).toBeUndefined();
  });
  it('does not let help leave before the disaster', () => {
    expect(aidAfterDisaster({ values: { occurredOn: '2014-08-03' }, entry: aid({ day: '2014-08-02' }), today })).toContain('2014-08-03');
    expect(aidAfterDisaster({ values: { occurredOn: '2014-08-03' }, entry: aid({ day: '2014-08-03' }), today })).toBeUndefined();
    expect(aidAfterDisaster({ values: { occurredOn: '2014-08-03' }, entry: aid({ day: '2014-11-04' }), today })).toContain('还没有到');
  });
  it('knows a magnitude of earthquakes only', () => {
    expect(magnitudeOfEarthquake({ values: { kind: 'earthquake' } })).toContain('震级');
    expect(magnitudeOfEarthquake({ values: { kind: 'flood', magnitude: '6.5' } })).toContain('只有地震');
    expect(magnitudeOfEarthquake({ values: { kind: 'earthquake', magnitude: '6.5' } })).toBeUndefined();
  });
});
