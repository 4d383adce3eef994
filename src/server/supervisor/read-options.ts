import { join, resolve } from 'node:path';

export interface StartOptions {
  dataDir: string;
  /** Undefined: the embedded database. */
  databaseUrl?: string;
  port: number;
  /** Whether PORT was given: then no other port is taken in its place. */
  isPortFixed: boolean;
  /** The address the web listens on; 127.0.0.1 unless HOST says otherwise. */
  host: string;
  /** How many web processes share the port, and how many workers share the queue. */
  webProcesses: number;
  workers: number;
  /** Restart when sources change. */
  isDev: boolean;
}

export const HELP = `npm start：启动平台（数据库、web、worker）

  PORT=8080            网页端口；没有指定而 8080 被占用时，用下一个空闲端口
  HOST=127.0.0.1       网页监听的地址；设为 0.0.0.0 则对网络开放
  WEB_PROCESSES=1      几个网页进程共用这个端口；WORKERS=1 几个后台进程共做后台作业
  DATA_DIR=./.data     存放一切数据的目录
  DATABASE_URL=...     postgres://用户:密码@主机:5432/库名，PostgreSQL 15 以上；
                       不设时在 DATA_DIR 里运行内置的 PostgreSQL（供演示、测试和单个办事处使用）
  METRICS_TOKEN=...    /metrics 要带的口令；不设时只给本机看
  STOP_NOTICE_MS=0     停止前先让 /readyz 报告不可用多少毫秒，供前面的负载均衡换走流量

  npm start -- --help  显示本说明
  npm run dev          同上，源文件改动后自动重启

能访问时打印 "ready: http://127.0.0.1:PORT"。按 Ctrl-C 停止：先 web 和 worker，再数据库。
`;

/** Reads what the surroundings ask for; a string is the help text or, beginning with "错误", what is wrong. */
export function readOptions(words: readonly string[], env: NodeJS.ProcessEnv, root: string): StartOptions | string {
  if (words.includes('--help') || words.includes('-h')) return HELP;
  const unknown = words.find((word) => word !== '--dev');
  if (unknown !== undefined) return `错误：不认识 "${unknown}"。\n\n${HELP}`;
  const port = env['PORT'] ? Number(env['PORT']) : 8080;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return `错误：PORT 是 "${env['PORT']}"，应为 1 到 65535 的整数。`;
  const many = (name: string): number => Number(env[name] || 1);
  const wrong = ['WEB_PROCESSES', 'WORKERS'].find((name) => !Number.isInteger(many(name)) || many(name) < 1 || many(name) > 64);
  if (wrong !== undefined) return `错误：${wrong} 是 "${env[wrong]}"，应为 1 到 64 的整数。`;
  return {
    dataDir: env['DATA_DIR'] ? resolve(env['DATA_DIR']) : join(root, '.data'),
    ...(env['DATABASE_URL'] ? { databaseUrl: env['DATABASE_URL'] } : {}),
    port,
    isPortFixed: Boolean(env['PORT']),
    host: env['HOST'] || '127.0.0.1',
    webProcesses: many('WEB_PROCESSES'),
    workers: many('WORKERS'),
    isDev: words.includes('--dev'),
  };
}
