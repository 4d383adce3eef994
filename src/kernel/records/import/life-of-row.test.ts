import { expect, test } from 'vitest';
import { plainDate } from '../../values/plain-date.ts';
import { lifeOfRow } from './life-of-row.ts';

const register = { states: { planned: { title: '筹建', before: true }, open: { title: '运营' }, closed: { title: '停办', ends: true } } } as const;
const day = plainDate;
const life = (state: string, openedOn?: string, since?: string) => lifeOfRow(register, { state, openedOn: openedOn === undefined ? undefined : day(openedOn), since: since === undefined ? undefined : day(since) }, day('2014-11-03'));

test('停办的先运营过，新增和退出各在各的年', () => {
  expect(life('closed', '2010-01-01', '2013-06-01')).toEqual({ life: { state: 'open', from: '2010-01-01', later: { state: 'closed', on: '2013-06-01' } } });
  expect(life('open', '2010-01-01', '2010-01-01')).toEqual({ life: { state: 'open', from: '2010-01-01' } });
  expect(life('planned', '2014-01-01')).toEqual({ life: { state: 'planned', from: '2014-01-01' } });
});

test('没有日子、日子倒着、还没有到的，都说得出哪一格', () => {
  expect(life('open')).toMatchObject({ wrong: 'openedOn' });
  expect(life('closed', '2010-01-01')).toMatchObject({ wrong: 'since' });
  expect(life('closed', '2013-01-01', '2012-01-01')).toMatchObject({ wrong: 'since' });
  expect(life('open', '2015-01-01')).toMatchObject({ wrong: 'openedOn' });
});
