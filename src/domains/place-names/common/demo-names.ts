const heads = ['龙', '凤', '石', '竹', '梅', '莲', '榕', '青', '长', '水'] as const;
const tails = [['村', 'village'], ['里', 'street'], ['巷', 'street'], ['桥', 'bridge'], ['岗', 'natural'], ['圩', 'town']] as const;

/** What the n-th name of the demo's protected list is, and of which kind. Invented. */
export function protectedName(at: number): { readonly name: string; readonly kind: string } {
  const [tail, kind] = tails[at % tails.length] ?? tails[0];
  return { name: `${heads[at % heads.length] ?? ''}${heads[(at * 3 + 7) % heads.length] ?? ''}${tail}`, kind };
}
