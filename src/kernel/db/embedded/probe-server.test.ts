import { describe, expect, it } from 'vitest';
import { describeAddress, refuseServer } from './probe-server.ts';

describe('a database server offered by DATABASE_URL', () => {
  const good = { number: 150_018, version: '15.18', encoding: 'UTF8', chinese: true };

  it('is taken from version 15 on', () => {
    expect(refuseServer(good)).toBeUndefined();
    expect(refuseServer({ ...good, number: 140_012, version: '14.12' })).toMatch(/14\.12，至少要 15/);
  });

  it('is refused when it would lose or not find Chinese', () => {
    expect(refuseServer({ ...good, encoding: 'SQL_ASCII' })).toMatch(/必须是 UTF8/);
    expect(refuseServer({ ...good, chinese: false })).toMatch(/搜不到中文/);
  });

  it('is named without user and password', () => {
    expect(describeAddress('postgres://mz:geheim@db.example:6432/minzheng')).toBe('db.example:6432/minzheng');
    expect(describeAddress('postgres://mz:geheim@db.example/minzheng')).toBe('db.example:5432/minzheng');
    expect(describeAddress('geheim')).not.toContain('geheim');
  });
});
