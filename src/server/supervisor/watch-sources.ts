import { watch } from 'node:fs';

/** Calls `onChange` once the source files below a folder have been quiet for a moment after a change. */
export function watchSources(folder: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    if (name === null || !/\.(ts|tsx|css|sql|yaml)$/.test(name) || name.endsWith('.test.ts')) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, 300);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
