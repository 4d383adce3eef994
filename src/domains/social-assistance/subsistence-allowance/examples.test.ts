import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessExample } from '../../../kernel/benefits/assess-example.ts';
import { readExamples } from '../../../kernel/benefits/read-example.ts';
import { readParameterFiles } from '../../../kernel/policy/read-parameter-files.ts';
import { benefit } from './matter.ts';
import { parameters } from '../common/means-test/parameters.ts';
import { readExampleFacts } from '../common/means-test/read-example-facts.ts';

const here = import.meta.dirname;
const values = readParameterFiles(join(here, '../common/parameters'), parameters).map((filed) => filed.value);

for (const file of globSync('examples/*.yaml', { cwd: here }).sort()) {
  describe(`[S001][S004] ${basename(file)}`, () => {
    for (const example of readExamples(file, readFileSync(join(here, file), 'utf8'))) {
      test(example.name, () => {
        const answer = assessExample(benefit, example, readExampleFacts(example.household), { parameters, values });
        const { expected } = example;
        expect({ outcome: answer.outcome, explanation: answer.explanation }).toMatchObject({ outcome: expected.outcome });
        expect(Object.fromEntries(answer.grounds.map((ground) => [ground.id, ground.result]))).toMatchObject(expected.grounds);
        if (expected.fen !== undefined) expect(answer.fen).toBe(expected.fen);
        if (expected.rules !== undefined) expect(answer.rules.id).toBe(expected.rules);
        if (expected.lines !== undefined) expect(answer.lines.map(({ item, person, fen }) => (person === undefined ? { item, fen } : { item, person, fen }))).toEqual(expected.lines);
        if (expected.needs !== undefined) expect(answer.grounds.flatMap((ground) => ground.needs.map((need) => need.id))).toEqual(expected.needs);
        for (const words of expected.says) expect(answer.explanation).toContain(words);
        for (const words of expected.doesNotSay) expect(answer.explanation).not.toContain(words);
        if (answer.outcome === 'granted') expect(answer.working.at(-1)?.value).toEqual({ fen: answer.fen });
      });
    }
  });
}
