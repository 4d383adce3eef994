import type { StoryEvent } from './seed-cases.ts';

/** A standard for 2015 entered on the last day of the story, waiting for its preview and a second signature. An invented figure, marked 演示值. */
export const nextStandard: StoryEvent = {
  day: '2014-11-03',
  run: async (office) => {
    await office.act('standards', 'policy.propose-value', {
      parameter: 'subsistence-standard', division: '442000', from: '2015-01-01', to: null, value: 56_000, demo: true, document: { title: '演示值，不是中山市的规定', number: null },
    });
  },
};
