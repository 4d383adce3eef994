/** Whether a division is a 行政村, by its number: of the last three digits 200–399 are 村民委员会, below them 居民委员会 (统计用区划代码和城乡划分代码编制规则，条号未录入). */
export const ruralSql = (alias: string): string => `${alias}.level = 'village' and substr(${alias}.code, 10, 1) in ('2', '3')`;
