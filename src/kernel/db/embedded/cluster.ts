import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mayReach, NOBODY, providePrograms, type Account } from "./programs.ts";

/** Where root puts what the server's account cannot reach below the data folder. */
const ROOT_STORE = "/var/lib/minzheng";

/** What the data folder remembers of its database, in `embedded-database.json` (mode 0600: it holds the password). */
interface Memory {
  password: string;
  /** 0 until a port has been chosen. */
  port: number;
  /** The folder of the server's files, when it could not lie in the data folder itself. */
  folder?: string;
}

/** A database cluster on disk and the programs and account that run it. */
export interface Cluster {
  folder: string;
  programs: string;
  account: Account;
  password: string;
  port: number;
  /** The server's own log, in English, appended to at each start. */
  log: string;
  /** Keeps the port for the next start, so that a noted address stays true. */
  rememberPort(port: number): void;
}

export interface ClusterOptions {
  /** An absolute path. */
  dataDir: string;
  /** False in tests: the files are not forced to disk. */
  durable: boolean;
  say(line: string): void;
}

/** Finds the cluster of a data folder, or makes it (about a second); says where it lies when that is elsewhere. */
export function provideCluster({ dataDir, durable, say }: ClusterOptions): Cluster {
  makeDataFolder(dataDir);
  const memoryFile = join(dataDir, "embedded-database.json");
  const memory = readMemory(memoryFile) ?? { password: randomBytes(24).toString("base64url"), port: 0 };
  const folder = memory.folder ?? chooseFolder(dataDir);
  const exists = existsSync(join(folder, "PG_VERSION"));
  const account = chooseAccount(folder, exists);
  const isElsewhere = dirname(folder) !== dataDir;
  if (isElsewhere) {
    memory.folder = folder;
    say(`database: ${dataDir} is closed to the account that runs the server (uid ${account.uid}); its files are in ${folder}`);
  }
  const programs = providePrograms(account, process.getuid?.() === 0 ? ROOT_STORE : join(dataDir, "programs"), say);
  if (!exists) {
    writeMemory(memoryFile, memory);
    initialise({ folder, programs, account, password: memory.password, durable });
  }
  return {
    folder,
    programs,
    account,
    password: memory.password,
    port: memory.port,
    log: join(dataDir, "embedded-database.log"),
    rememberPort: (port) => writeMemory(memoryFile, { ...memory, port }),
  };
}

function makeDataFolder(dataDir: string): void {
  try {
    if (existsSync(dataDir)) return;
    mkdirSync(dataDir, { recursive: true });
    // The server's account must pass through a folder root made; nobody else need list it.
    chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new Error(`Cannot make the data folder ${dataDir} (${(error as Error).message}). Set DATA_DIR to a folder you may write.`, { cause: error });
  }
}

function readMemory(file: string): Memory | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Memory;
  } catch (error) {
    throw new Error(`Cannot read ${file} (${(error as Error).message}). Start as the user who made it, or as root.`, { cause: error });
  }
}

function writeMemory(file: string, memory: Memory): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(memory)}\n`, { mode: 0o600 });
  const { uid, gid } = statSync(dirname(file));
  if (process.getuid?.() === 0) chownSync(half, uid, gid);
  renameSync(half, file);
}

function chooseFolder(dataDir: string): string {
  const inside = join(dataDir, "postgres");
  if (process.getuid?.() !== 0 || existsSync(inside) || mayReach(dataDir, NOBODY, "enter")) return inside;
  return join(ROOT_STORE, createHash("sha256").update(dataDir).digest("hex").slice(0, 12), "postgres");
}

/** Whoever owns an existing cluster runs it; a new one is run by oneself, or by nobody when one is root. */
function chooseAccount(folder: string, exists: boolean): Account {
  const self = { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
  if (self.uid !== 0) {
    if (existsSync(folder) && statSync(folder).uid !== self.uid) {
      throw new Error(`The database in ${folder} belongs to user ${statSync(folder).uid}, you are ${self.uid}. Start as that user or as root, or set another DATA_DIR.`);
    }
    return self;
  }
  if (!exists) return NOBODY;
  const { uid, gid } = statSync(folder);
  const account = { uid, gid };
  if (!mayReach(folder, account)) {
    throw new Error(`The database in ${folder} can no longer be reached by its account (uid ${uid}): a folder above it was closed. Open it (chmod o+x) or move the data folder.`);
  }
  return account;
}

/** Lets initdb fill a folder beside the final one and renames it: a broken-off first start leaves no half cluster. */
function initialise(at: { folder: string; programs: string; account: Account; password: string; durable: boolean }): void {
  const half = `${at.folder}.new`;
  const passwordFile = `${at.folder}.password`;
  rmSync(half, { recursive: true, force: true });
  makeFolders(dirname(at.folder));
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, at.password, { mode: 0o600 });
  if (process.getuid?.() === 0) for (const path of [half, passwordFile]) chownSync(path, at.account.uid, at.account.gid);
  try {
    // The locale is always given: with an empty LANG the cluster would be SQL_ASCII and search would find no Chinese.
    const words = ["-D", half, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"];
    words.push("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "-c", "timezone=UTC", "-c", "log_timezone=UTC");
    if (!at.durable) words.push("--no-sync");
    const run = spawnSync(join(at.programs, "bin/initdb"), words, {
      ...asAccount(at.account),
      cwd: "/",
      env: { PATH: process.env["PATH"], LC_ALL: "C" },
      encoding: "utf8",
    });
    if (run.error) throw new Error(explainSpawn(run.error, at.account));
    if (run.status !== 0) throw new Error(`Could not make the database in ${at.folder}:\n${run.stderr.trim()}`);
    renameSync(half, at.folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o711);
}

/** The spawn options that change to the account; none when we already are it. */
export function asAccount(account: Account): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: account.uid, gid: account.gid } : {};
}

/** A sentence for a program that could not be started at all. */
export function explainSpawn(error: Error, account: Account): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "EPERM" || code === "EINVAL"
    ? `PostgreSQL does not run as root, and this machine does not let root start it as uid ${account.uid} (${code}). Start as an ordinary user, or set DATABASE_URL.`
    : `Could not start PostgreSQL: ${error.message}`;
}
