/** A city kept by this installation: its division code is its schema and the prefix of its roles. */
export interface CityConfig {
  readonly code: string;
  readonly name: string;
  /** Letters at the head of case numbers: ZS */
  readonly short: string;
  readonly demo: boolean;
  /** 机关代字: the word of an office in its document numbers, by the division's name (广州市 → 穗). An office not named here takes the first character of its name. */
  readonly documentWords?: Readonly<Record<string, string>>;
}

export const cityCode = (code: string): string => {
  if (!/^\d{6}$/.test(code)) throw new Error(`not a city code: ${code}`);
  return code;
};
export const schemaOf = (code: string): string => `city_${cityCode(code)}`;
export const roleOf = (code: string, role: 'owner' | 'staff' | 'resident' | 'definer'): string => `mz_${cityCode(code)}_${role}`;

/** The two cities every installation of the demo holds: 中山 has no districts, 广州 has. */
export const demoCities: readonly CityConfig[] = [
  { code: '442000', name: '中山市', short: 'ZS', demo: true, documentWords: { 中山市: '中', 石岐区: '中石', 小榄镇: '中榄' } },
  { code: '440100', name: '广州市', short: 'GZ', demo: true, documentWords: { 广州市: '穗', 越秀区: '穗越', 海珠区: '穗海', 北京街道: '穗越北', 江南中街道: '穗海江' } },
];
