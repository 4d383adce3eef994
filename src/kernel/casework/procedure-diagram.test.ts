import { expect, test } from 'vitest';
import { procedureDiagram, targetsOf } from './procedure-diagram.ts';
import { sampleProcedure } from './sample-matter.ts';

test('the diagram shows each state with its limit, each step, and where an upheld objection leads', () => {
  const text = procedureDiagram(sampleProcedure);
  expect(text).toMatch(/^stateDiagram-v2\n {2}\[\*\] --> received\n/);
  expect(text).toContain('state "公示中\\n公示 7 天\\n决定 3个工作日" as notice');
  expect(text).toContain('received --> not_accepted : 不予受理');
  expect(text).toContain('looking --> opinion : 都办完');
  expect(text).toContain('notice --> again : 异议成立');
  expect(text).toContain('approved --> [*]');
  expect(targetsOf(sampleProcedure, (_view, input) => (input['x'] ? 'looking' : 'opinion'))).toEqual(['looking', 'opinion']);
});
