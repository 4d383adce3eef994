/** What a mandate rests on: a code told by the principal, a signed 授权委托书, or guardianship by register or by paper. */
export const BASES = ['code', 'paper', 'guardian-register', 'guardian-paper'] as const;
export type Basis = (typeof BASES)[number];

export const BASIS_TITLES: Readonly<Record<Basis, string>> = {
  'code': '本人在网上给的授权码', 'paper': '授权委托书', 'guardian-register': '监护人（户籍登记的父母）', 'guardian-paper': '监护人（有证明）',
};

/** A guardian acts by law, not by the ward's word: he signs in the ward's place. */
export const isGuardian = (basis: Basis): boolean => basis.startsWith('guardian-');

/** Rules of this installation, of no law: how long a mandate may run, how long a code lives, how many wrong codes a day. */
export const LONGEST_MONTHS = 12;
export const CODE_HOURS = 24;
export const WRONG_CODES_A_DAY = 5;
