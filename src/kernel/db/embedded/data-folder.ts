import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";

/** Makes the folder that holds all the platform keeps on disk (DATA_DIR) when it is not there; throws a sentence when it cannot. */
export function makeDataFolder(dataDir: string): void {
  try {
    if (existsSync(dataDir)) {
      if (!statSync(dataDir).isDirectory()) throw new Error("不是文件夹");
      return;
    }
    mkdirSync(dataDir, { recursive: true });
    // The server's account must pass through a folder root made; nobody else need list it.
    chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new Error(`数据目录 ${dataDir} 不能用（${(error as Error).message}）。请把 DATA_DIR 设为可以写入的目录。`, { cause: error });
  }
}
