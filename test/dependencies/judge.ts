import type { Locked, Manifest } from './read-lock.ts';

/** Licences a public office may build on and hand on without opening anything of its own. */
const ALLOWED = new Set(['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'CC0-1.0', 'CC-BY-4.0', 'Unlicense', 'BlueOak-1.0.0', 'Python-2.0', 'OFL-1.1', 'WTFPL', 'Zlib', 'PostgreSQL',
  // file by file; we change none of its files
  'MPL-2.0']);

/** `(MIT OR GPL-3.0)` is fine by its first half; `A AND B` needs both. */
export function isAllowed(licence: string): boolean {
  const words = licence.replaceAll(/[()]/g, ' ').trim();
  return words.split(/\s+OR\s+/i).some((choice) => choice.split(/\s+AND\s+/i).every((one) => ALLOWED.has(one.trim())));
}

/** What is wrong with what we stand on; each line names the package and what to do. */
export function judgeLock(manifest: Manifest, locked: readonly Locked[]): string[] {
  const wrong: string[] = [];
  for (const [kind, list] of Object.entries({ dependencies: manifest.dependencies, devDependencies: manifest.devDependencies, optionalDependencies: manifest.optionalDependencies })) {
    for (const [name, version] of Object.entries(list)) if (!/^(npm:[\w@/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) wrong.push(`package.json ${kind}: ${name} 的版本写成 "${version}"；写确切的版本`);
  }
  for (const one of locked) {
    if (one.link) continue;
    if (!one.integrity?.startsWith('sha512-')) wrong.push(`${one.path}：锁文件里没有 sha512；用 npm install 重新锁定`);
    if (one.hasInstallScript && manifest.allowScripts[one.name] !== true) wrong.push(`${one.path}：安装时要运行脚本，没有列在 allowScripts；看过脚本再列，或换一个`);
  }
  for (const name of Object.keys(manifest.allowScripts)) if (!locked.some((one) => one.name === name)) wrong.push(`allowScripts：${name} 已经没有用到；删去`);
  return wrong;
}

/** Packages of package.json that no source names and no script runs. */
export function listUnused(manifest: Manifest, sources: string, programs: ReadonlyMap<string, readonly string[]>): string[] {
  const scripts = Object.values(manifest.scripts).join('\n');
  const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
  return all.filter((name) => {
    // types are read by the compiler; a types package stands for the package it describes
    const wanted = name.startsWith('@types/') ? name.slice(7) : name;
    if (name === '@types/node' || sources.includes(`'${wanted}'`) || sources.includes(`'${wanted}/`) || sources.includes(`"${wanted}`) || sources.includes(`node_modules/${wanted}`)) return false;
    return !(programs.get(name) ?? []).some((program) => new RegExp(`\\b${program}\\b`).test(scripts)) && !scripts.includes(`node_modules/${name}`);
  });
}
