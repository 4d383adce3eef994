/** 增幅: per cent, two decimals, half up. `before` is not 0. Pure. */
export const growthOf = (before: number, after: number): number => Math.round(((after - before) * 10_000) / before) / 100;
