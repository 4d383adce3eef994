import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './lock.ts';

describe('the lock on a data folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'lock-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const file = () => join(dataDir, 'supervisor.lock');

  it('is had by one only, and again after it was given back', () => {
    const release = takeLock(dataDir);
    expect(() => takeLock(dataDir)).toThrow(new RegExp(`进程 ${process.pid}.*DATA_DIR`));
    release();
    takeLock(dataDir)();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is taken over from a process that is gone, and from one whose id another has now', () => {
    for (const holder of [
      { pid: 2 ** 22 + 1, ticks: '1' },
      { pid: process.pid, ticks: '1' },
    ]) {
      writeFileSync(file(), JSON.stringify(holder));
      const release = takeLock(dataDir);
      expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid });
      release();
    }
  });

  it('is taken over when the file is torn', () => {
    writeFileSync(file(), '{"pid":');
    takeLock(dataDir)();
  });
});
