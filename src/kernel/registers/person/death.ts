/** Where the news of a death came from. */
export const DEATH_SOURCES = {
  'certificate': '死亡医学证明', 'hukou': '公安注销户口', 'funeral': '殡葬火化信息', 'civil-affairs': '村居、镇街报告', 'court': '法院宣告死亡', 'other': '其他',
} as const;
export type DeathSource = keyof typeof DEATH_SOURCES;
