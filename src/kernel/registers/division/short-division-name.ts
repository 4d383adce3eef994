/**
 * The name people use and an address shows: 太平社区居民委员会 → 太平社区, 龙石村民委员会 → 龙石村.
 * Anything else (石岐区, 小榄镇) is already short.
 */
export function shortDivisionName(name: string): string {
  return name
    .replace(/社区居民委员会$/, '社区')
    .replace(/(社区|村)?居民委员会$/, '社区')
    .replace(/村?村民委员会$/, '村');
}
