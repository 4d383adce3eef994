import { createServer } from 'node:net';

/** The first free port from `wanted` on; with `isFixed` that one or a sentence. */
export async function choosePort(wanted: number, isFixed: boolean, host: string): Promise<number> {
  if (await isFree(wanted, host)) return wanted;
  if (isFixed) throw new Error(`端口 ${wanted} 被别的程序占用。请停下那个程序，或把 PORT 设为别的端口。`);
  for (let port = wanted + 1; port <= wanted + 100; port++) if (await isFree(port, host)) return port;
  throw new Error(`端口 ${wanted} 到 ${wanted + 100} 都被占用，请用 PORT 指定一个空闲端口。`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES') reject(new Error(`端口 ${port} 只有 root 能用，请把 PORT 设为 1024 以上。`));
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
