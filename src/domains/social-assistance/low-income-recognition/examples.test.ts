import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessExample } from '../../../kernel/benefits/assess-example.ts';
import { readExamples } from '../../../kernel/benefits/read-example.ts';
import { readParameterFiles } from '../../../kernel/policy/read-parameter-files.ts';
import { readExampleFacts } from '../common/means-test/read-example-facts.ts';
import { matter } from './matter.ts';
import { parameters } from './parameters.ts';

const here = import.meta.dirname;
const values = ['parameters', '../common/parameters'].flatMap((folder) => readParameterFiles(join(here, folder), parameters)).map((filed) => filed.value);

for (const benefit of matter.benefits ?? []) {
  for (const file of globSync(`examples/${benefit.id}/*.yaml`, { cwd: here }).sort()) {
    describe(`[S003][S004] ${file}`, () => {
      for (const example of readExamples(file, readFileSync(join(here, file), 'utf8'))) {
        test(example.name, () => {
          const answer = assessExample(benefit, example, readExampleFacts(example.household), { parameters, values });
          const { expected } = example;
          expect({ outcome: answer.outcome, explanation: answer.explanation }).toMatchObject({ outcome: expected.outcome });
          expect(Object.fromEntries(answer.grounds.map((ground) => [ground.id, ground.result]))).toMatchObject(expected.grounds);
          expect(answer.fen).toBe(expected.fen ?? 0);
          if (expected.rules !== undefined) expect(answer.rules.id).toBe(expected.rules);
          if (expected.lines !== undefined) expect(answer.lines.map(({ item, person, fen }) => ({ item, person, fen }))).toEqual(expected.lines);
          if (expected.needs !== undefined) expect(answer.grounds.flatMap((ground) => ground.needs.map((need) => need.id))).toEqual(expected.needs);
          for (const words of expected.says) expect(answer.explanation).toContain(words);
          for (const words of expected.doesNotSay) expect(answer.explanation).not.toContain(words);
        });
      }
    });
  }
}
