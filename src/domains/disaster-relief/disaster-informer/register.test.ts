import { describe, expect, it } from 'vitest';
import { attendedOnItsDays, heldByToday, oneFirstOfficer, postInOrder, somebodyStays } from './register.ts';

const beside = (state: string, role: string) => [{ record: 2, state, values: { role } }];

describe('officers of a village', () => {
  it('have one first among them', () => {
    expect(oneFirstOfficer({ values: { role: 'first' }, state: 'on-post', alongside: beside('on-post', 'first') })).toContain('主岗');
    expect(oneFirstOfficer({ values: { role: 'first' }, state: 'on-post', alongside: beside('left', 'first') })).toBeUndefined();
    expect(oneFirstOfficer({ values: { role: 'second' }, state: 'on-post', alongside: beside('on-post', 'first') })).toBeUndefined();
  });
  it('never leave it without anybody', () => {
    expect(somebodyStays({ values: {}, state: 'left', alongside: beside('left', 'first') })).toContain('补上');
    expect(somebodyStays({ values: {}, state: 'left', alongside: beside('on-post', 'second') })).toBeUndefined();
  });
  it('left a post after they took it', () => {
    expect(postInOrder({ entry: { of: 'posts', values: { day: '2012-03-01', until: '2012-02-28' } } })).toContain('离任');
    expect(postInOrder({ entry: { of: 'posts', values: { day: '2012-03-01' } } })).toBeUndefined();
  });
});

describe('a course', () => {
  it('is attended on its days', () => {
    const came = (day: string, values: Record<string, unknown>) => attendedOnItsDays({ values, entry: { of: 'attendance', values: { day } } });
    expect(came('2014-03-13', { startsOn: '2014-03-12' })).toContain('2014-03-12');
    expect(came('2014-03-13', { startsOn: '2014-03-12', endsOn: '2014-03-14' })).toBeUndefined();
  });
  it('is held when its day has come', () => {
    expect(heldByToday({ values: { startsOn: '2014-11-20' }, state: 'held', today: '2014-11-03' as never })).toContain('没有到');
    expect(heldByToday({ values: { startsOn: '2014-11-20' }, state: 'planned', today: '2014-11-03' as never })).toBeUndefined();
  });
});
