/** Where the news of a death came from: 死亡医学证明、公安注销户口、殡葬火化信息、村居镇街报告、法院宣告. */
export const DEATH_SOURCES = ['certificate', 'hukou', 'funeral', 'civil-affairs', 'court', 'other'] as const;
export type DeathSource = (typeof DEATH_SOURCES)[number];
