/** 石岐区, 石岐街道办事处 → 石岐; 东区 → 东 */
export const baseTown = (name: string): string => name.replace(/办事处$/, '').replace(/(?<=.)(?:街道|镇|乡|区|街)+$/, '');

const SUFFIX = /(?:社区居民委员会|社区居委会|社区居委|居民委员会|居委会|居委|社区|村民委员会|村委会|村委|村)$/;
export const baseVillage = (name: string): string => (SUFFIX.test(name) && name.replace(SUFFIX, '') !== '' ? name.replace(SUFFIX, '') : name);
/** 居 for a community, 村 for a village, nothing when the list does not say. */
export function kindOf(name: string): '居' | '村' | undefined {
  const suffix = SUFFIX.exec(name)?.[0] ?? '';
  return suffix === '' || suffix === name ? undefined : suffix.startsWith('村') ? '村' : '居';
}
