/** What a verification found, in words. Of one kind only the first are written out: a whole rewrite would name every row. */
export class Findings {
  readonly #of = new Map<string, { readonly first: string[]; count: number }>();
  static readonly WRITTEN_OUT = 20;

  add(kind: string, sentence: string): void {
    const known = this.#of.get(kind) ?? { first: [], count: 0 };
    known.count += 1;
    if (known.first.length < Findings.WRITTEN_OUT) known.first.push(sentence);
    this.#of.set(kind, known);
  }

  get count(): number { return [...this.#of.values()].reduce((sum, one) => sum + one.count, 0); }

  list(): string[] {
    return [...this.#of.values()].flatMap(({ first, count }) => (count > first.length ? [...first, `同类的还有 ${count - first.length} 处`] : first));
  }
}
