import { startEmbedded } from '../../kernel/db/embedded/start-embedded.ts';
import { describeAddress, probeServer } from '../../kernel/db/embedded/probe-server.ts';
import { keepAlive, type Running } from './keep-alive.ts';
import type { StartOptions } from './read-options.ts';

export interface ProvidedDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The database of this run: the server DATABASE_URL names, looked at first, or the embedded one, started and kept alive. */
export async function provideDatabase(options: StartOptions, say: (line: string) => void, onGiveUp: (why: string) => void): Promise<ProvidedDatabase> {
  if (options.databaseUrl !== undefined) {
    const { version } = await probeServer(options.databaseUrl);
    say(`数据库：PostgreSQL ${version}，${describeAddress(options.databaseUrl)}（由 DATABASE_URL 指定）`);
    return { url: options.databaseUrl, stop: async () => {} };
  }
  const start = () => startEmbedded({ dataDir: options.dataDir, durable: true, takeOver: true, say });
  const first = await start();
  say(`数据库：内置 PostgreSQL ${first.version}，文件在 ${first.folder}，端口 ${new URL(first.url).port}`);
  const asRunning = (server: typeof first): Running => ({ exited: server.exited.then(() => '数据库进程结束'), stop: server.stop });
  const startAgain = async (): Promise<Running> => {
    const server = await start();
    if (server.url !== first.url) {
      await server.stop();
      throw new Error('它的端口刚被别的程序占用，请重新 npm start');
    }
    return asRunning(server);
  };
  const kept = keepAlive({ name: '数据库', start: startAgain, first: asRunning(first), say, onGiveUp });
  return { url: first.url, stop: kept.stop };
}
