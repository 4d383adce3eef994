import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the folder that holds all the platform keeps on disk (DATA_DIR) when it is not there; throws a sentence when it cannot. */
export function makeDataFolder(dataDir: string): void {
  try {
    if (existsSync(dataDir)) {
      if (!statSync(dataDir).isDirectory()) throw new Error('不是文件夹');
      accessSync(dataDir, constants.W_OK | constants.X_OK);
      return;
    }
    makeFolders(dataDir);
  } catch (error) {
    throw new Error(`数据目录 ${dataDir} 不能用（${(error as Error).message}）。请把 DATA_DIR 设为可以写入的目录。`, { cause: error });
  }
}

/** Makes a folder and those above it. The server's account must pass through what root makes; nobody else need list it. */
export function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  mkdirSync(path);
  chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
}
