import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { outreachAsAgreed, timesNotFewerThanPersons } from './register.ts';

describe('outreach of a home', () => {
  it('serves a person at least once', () => {
    expect(timesNotFewerThanPersons({ entry: { of: 'outreach', values: { persons: 12, times: 8 } } })).toContain('人次');
    expect(timesNotFewerThanPersons({ entry: { of: 'outreach', values: { persons: 12, times: 12 } } })).toBeUndefined();
  });
  it('is what the agreement names, within its term', () => {
    const done = (day: string, service = 'meals') => outreachAsAgreed({ values: { services: ['meals'], startsOn: '2014-01-01', endsOn: '2014-12-31' }, entry: { of: 'outreach', values: { day, service } }, today: plainDate('2014-11-03') });
    expect(done('2014-10-31')).toBeUndefined();
    expect(done('2014-10-31', 'bathing')).toContain('没有这项服务');
    expect(done('2013-12-31')).toContain('不在协议期内');
    expect(done('2014-11-04')).toContain('还没有到');
  });
});
