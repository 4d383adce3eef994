import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOKED_UP } from './looked-up.ts';

/** A package as the lock file names it. */
export interface Locked { readonly path: string; readonly name: string; readonly version: string; readonly resolved?: string; readonly integrity?: string; readonly dev?: boolean; readonly optional?: boolean; readonly devOptional?: boolean; readonly link?: boolean; readonly hasInstallScript?: boolean; readonly license?: string }
export interface Manifest { readonly dependencies: Readonly<Record<string, string>>; readonly devDependencies: Readonly<Record<string, string>>; readonly optionalDependencies: Readonly<Record<string, string>>; readonly allowScripts: Readonly<Record<string, boolean>>; readonly scripts: Readonly<Record<string, string>> }

export function readLock(root: string): { manifest: Manifest; locked: Locked[] } {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Omit<Locked, 'path' | 'name'>> };
  const locked = Object.entries(packages).filter(([path]) => path !== '').map(([path, one]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 13), ...one }));
  return { manifest, locked };
}

/** As the package itself says, else as the lock file says; empty when nobody does. */
export function licenceOf(root: string, one: Locked): string {
  const known = LOOKED_UP[one.name];
  if (known) return known;
  const file = join(root, one.path, 'package.json');
  if (!existsSync(file)) return one.license ?? '';
  const said = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string }; licenses?: readonly { type?: string }[] };
  if (typeof said.license === 'string') return said.license;
  return said.license?.type ?? said.licenses?.map((licence) => licence.type).filter(Boolean).join(' OR ') ?? one.license ?? '';
}
