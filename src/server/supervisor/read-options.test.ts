import { expect, it } from 'vitest';
import { HELP, readOptions } from './read-options.ts';

it('reads what is set and says what is wrong', () => {
  expect(readOptions([], {}, '/house')).toEqual({ dataDir: '/house/.data', port: 8080, isPortFixed: false, host: '127.0.0.1', webProcesses: 1, workers: 1, isDev: false });
  expect(readOptions(['--dev'], { PORT: '81', WEB_PROCESSES: '4', WORKERS: '2', DATA_DIR: '/d', DATABASE_URL: 'postgres://x' }, '/house')).toEqual({
    dataDir: '/d',
    databaseUrl: 'postgres://x',
    port: 81,
    isPortFixed: true,
    host: '127.0.0.1',
    webProcesses: 4,
    workers: 2,
    isDev: true,
  });
  expect(readOptions(['--help'], {}, '/house')).toBe(HELP);
  expect(readOptions(['--prot'], {}, '/house')).toMatch(/^错误：不认识 "--prot"/);
  expect(readOptions([], { PORT: 'eighty' }, '/house')).toMatch(/^错误：PORT/);
  expect(readOptions([], { WORKERS: '0' }, '/house')).toMatch(/^错误：WORKERS/);
});
