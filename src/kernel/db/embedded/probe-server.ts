import pg from 'pg';

/** The oldest PostgreSQL whose SQL we use. */
const OLDEST = 15;

/**
 * Looks at a PostgreSQL server before anything is written to it: version, encoding, and whether its character type
 * knows Chinese letters (with ctype C the trigram index silently finds none). Throws a sentence when it does not serve.
 */
export async function probeServer(url: string): Promise<{ version: string }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  const name = describeAddress(url);
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`连不上数据库 ${name}：${(error as Error).message}`, { cause: error });
  }
  try {
    const { rows } = await client.query<{ number: number; version: string; encoding: string; chinese: boolean }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
              current_setting('server_encoding') as encoding, '中' ~ '[[:alpha:]]' as chinese`,
    );
    const found = rows[0];
    if (found === undefined) throw new Error(`数据库 ${name} 没有应答。`);
    const refusal = refuseServer(found);
    if (refusal !== undefined) throw new Error(`数据库 ${name} ${refusal}`);
    return { version: found.version.split(' ')[0] ?? found.version };
  } finally {
    await client.end();
  }
}

/** Why a server cannot serve us, or undefined. */
export function refuseServer(server: { number: number; version: string; encoding: string; chinese: boolean }): string | undefined {
  if (server.number < OLDEST * 10_000) return `是 PostgreSQL ${server.version}，至少要 ${OLDEST}。`;
  if (server.encoding !== 'UTF8') return `的编码是 ${server.encoding}，必须是 UTF8（建库时写 encoding 'UTF8' template template0）。`;
  if (!server.chinese) return "不认识汉字（lc_ctype 是 C），会搜不到中文；建库时写 locale 'C.UTF-8'（或 'zh_CN.UTF-8'）template template0。";
  return undefined;
}

/** Host, port and database of an address, without user and password. */
export function describeAddress(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
  } catch {
    return '（DATABASE_URL 应写成 postgres://用户:密码@主机:5432/库名）';
  }
}
