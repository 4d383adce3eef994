import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MEANINGS, meaningsIn, NEVER } from './plain-words.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const FILES = ['src/web/portal/**/*.tsx', 'src/domains/**/web/*.portal.tsx', 'src/domains/*/common/web/*.tsx', 'src/web/forms/*.tsx'].flatMap((pattern) => globSync(pattern, { cwd: ROOT })).filter((file) => !file.includes('.test.'));
/** Comments are for us. */
const spoken = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
/** The sentences a page says, as far as they stand whole in its source. */
const sentences = (source: string): string[] => spoken(source).match(/[\u4e00-\u9fff][\u4e00-\u9fff，、：“”《》（）0-9 ]*(?=[。？！<'`{])/g) ?? [];

test('居民看的页面不说衙门话', () => {
  expect(FILES.length).toBeGreaterThan(40);
  const wrong = FILES.flatMap((file) => Object.keys(NEVER).filter((word) => spoken(readFileSync(join(ROOT, file), 'utf8')).includes(word)).map((word) => `${file}：${word}，说“${NEVER[word]}”`));
  expect(wrong).toEqual([]);
});

test('一句话不太长', () => {
  const all = FILES.flatMap((file) => sentences(readFileSync(join(ROOT, file), 'utf8')).map((words) => ({ file, words })));
  expect(all.length).toBeGreaterThan(300);
  const long = all.filter(({ words }) => words.split(/[，：、；]/).some((part) => [...part].length > 35) || [...words].length > 70);
  expect(long.map(({ file, words }) => `${file}：${words}`)).toEqual([]);
});

test('留下来的词，每一个都说得清；解释里不再冒出没解释的词', () => {
  expect(new Set(MEANINGS.map((one) => one.term)).size).toBe(MEANINGS.length);
  for (const one of MEANINGS) {
    expect([...one.means].length, one.term).toBeLessThanOrEqual(45);
    expect(Object.keys(NEVER).filter((word) => one.means.includes(word)), one.term).toEqual([]);
  }
  expect(meaningsIn('正在公示，等核对').map((one) => one.term)).toEqual(['公示', '核对']);
});
