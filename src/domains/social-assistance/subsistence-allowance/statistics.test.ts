import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { indicators } from './statistics.ts';

const printed = new Map(readFileSync(join(import.meta.dirname, '../../../../catalogue/figures.jsonl'), 'utf8').split('\n').filter(Boolean)
  .map((line) => JSON.parse(line) as { id: string; unit: string; kind: string; system: string }).map((figure) => [figure.id, figure]));
const kinds: Readonly<Record<string, string>> = { stock: 'stock', flow_amount: 'flow', ratio: 'ratio' };

test('低保的四个指标各有报告里的数可对，单位、种类一致', () => {
  expect(indicators).toHaveLength(4);
  for (const indicator of indicators) {
    expect(indicator.figures.some((id) => id.startsWith('zs2014-')), indicator.id).toBe(true);
    for (const id of indicator.figures) {
      const figure = printed.get(id);
      expect(figure, id).toMatchObject({ unit: indicator.unit });
      // 番禺 reported 低保金 and 分类救济 (S004) as one sum, as the ledger pays them
      expect(['S001', 'S004'], id).toContain(figure?.system);
      expect(kinds[figure?.kind ?? ''], id).toBe(indicator.kind);
    }
    expect(Object.keys(indicator.parts ?? {}).every((id) => indicator.figures.includes(id))).toBe(true);
  }
});

test('每个指标按所知取行：没有一个只看现在', () => {
  for (const indicator of indicators) expect(indicator.sql, indicator.id).toMatch(/<= \$3::bigint/);
});
