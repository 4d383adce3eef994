/** 社会资金占比: what did not come from the government over all income, in percent with one decimal; undefined without income. */
export function socialShare(all: number | string | null | undefined, government: number | string | null | undefined): number | undefined {
  const whole = Number(all ?? 0);
  return whole > 0 ? Math.round(((whole - Number(government ?? 0)) / whole) * 1000) / 10 : undefined;
}
