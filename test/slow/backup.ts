import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoPlatform } from '../harness/demo-platform.ts';
import { HttpCaller } from '../harness/http-caller.ts';
import type { Drill } from './drill.ts';

const ROOT = join(import.meta.dirname, '../..');
const PASSWORD = 'minzheng-2014';

/** The whole demo city: backed up by the command while a roll is drawn and people are looked up, restored elsewhere, verified, and worked in. */
const backup: Drill = {
  proves: 'a backup made while a roll is drawn restores elsewhere to the same content hash; the record verifies there, keys change and it verifies again; the platform starts on it and people sign in',
  async run() {
    const failures: string[] = [];
    const away = mkdtempSync(join(tmpdir(), 'minzheng-away-'));
    chmodSync(away, 0o711);
    const files = { data: join(away, 'city.mzb'), keys: join(away, 'keys.json') };
    const expectCode = (what: string, said: Said): void => { if (said.code !== 0) failures.push(`${what} ended with ${said.code}: ${said.text.slice(-300)}`); };
    const platform = await startDemoPlatform({});
    let rolls = 0;
    let looks = 0;
    let made: Said;
    try {
      const [officer, clerk] = [await HttpCaller.signedIn(platform.url, 'payroll', PASSWORD), await HttpCaller.signedIn(platform.url, 'shiqi', PASSWORD)];
      let isBusy = true;
      const drawing = (async () => { if ((await officer.act('payroll.draw-up', { benefit: 'subsistence-allowance', month: '2014-12' })).status === 200) rolls += 1; })();
      const looking = (async () => { while (isBusy) if ((await clerk.see('person.list-people', {})).status === 200) looks += 1; })();
      made = await command('db-backup', [files.data, '--with-keys', files.keys], platform.dataDir);
      isBusy = false;
      await Promise.all([drawing, looking]);
    } finally {
      await platform.stop();
    }
    expectCode('the backup', made);
    const restored = await command('db-restore', [files.data, '--keys', files.keys], away);
    expectCode('the restore', restored);
    const [hash, again] = [fingerprint(made), fingerprint(restored)];
    if (hash === undefined || hash !== again) failures.push('the content restored is not the content backed up');
    const verified = await command('audit-verify', [], away);
    expectCode('the verification', verified);
    const rekeyed = await command('keys-rotate', [], away);
    expectCode('the change of keys', rekeyed);
    expectCode('the retirement of the old key', await command('keys-rotate', ['--retire', 'k1'], away));
    const verifiedAgain = await command('audit-verify', [], away);
    expectCode('the verification after the change of keys', verifiedAgain);
    const second = await startDemoPlatform({ DATA_DIR: away });
    try {
      for (const name of ['payroll', 'shiqi', 'auditor']) await HttpCaller.signedIn(second.url, name, PASSWORD);
      const shiqi = await HttpCaller.signedIn(second.url, 'shiqi', PASSWORD);
      if ((await shiqi.see('person.list-people', {})).status !== 200) failures.push('the people of the restored city are not shown');
    } catch (fault) {
      failures.push((fault as Error).message);
    } finally {
      await second.stop();
      second.remove();
    }
    const numbers = { rolls, looks, megabytes: Math.round(statSync(files.data).size / 1e5) / 10, backupSeconds: made.seconds, restoreSeconds: restored.seconds, verifySeconds: verified.seconds, rekeySeconds: rekeyed.seconds, said: [made, restored, verified, rekeyed, verifiedAgain].flatMap((one) => one.text.split('\n').filter((line) => /秒/.test(line))).map((line) => line.replace(`${away}/`, '')) };
    platform.remove();
    rmSync(away, { recursive: true, force: true });
    return { failures, numbers };
  },
};
export default backup;

interface Said { readonly code: number | null; readonly text: string; readonly seconds: number }

/** A command of the machine room as its operator types it. */
function command(name: string, words: readonly string[], dataDir: string): Promise<Said> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/server/cli', `${name}.ts`), ...words], { cwd: ROOT, env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => { text += data.toString(); });
    child.once('exit', (code) => resolve({ code, text, seconds: Math.round((performance.now() - began) / 100) / 10 }));
  });
}

const fingerprint = (said: Said): string | undefined => /\b[0-9a-f]{64}\b/.exec(said.text)?.[0];
