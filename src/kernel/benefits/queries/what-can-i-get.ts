import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { Form } from '../../contract/form.ts';
import type { Matter } from '../../contract/matter.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { PlainDate } from '../../values/plain-date.ts';

/** A matter as the contents page of the portal tells it: the need in a person's words, and what there is to get. */
export interface Gettable {
  readonly matter: string;
  readonly title: string;
  readonly need: string;
  readonly get: string;
  readonly intro: string;
  readonly bring: readonly string[];
  readonly howLong: string;
  /** 《…》（…号）: the law it rests on today. */
  readonly law: readonly { readonly instrument: string; readonly documentNumber: string | null }[];
  /** True when a procedure is in force that takes applications. */
  readonly applies: boolean;
  /** The questions of 算一算. */
  readonly check: Form | null;
}

/** Everything this bureau does for people that stands on this platform today; a matter that is not built is not listed. */
export default defineQuery({
  id: 'benefits.what-can-i-get', title: '我能申请什么', allow: { anyone: true }, input: z.strictObject({}),
  async run(_tx, _input, by): Promise<Gettable[]> {
    const { matters } = await loadRegistry();
    return matters.flatMap((matter) => gettableOf(matter, by.today));
  },
});

function gettableOf(matter: Matter, today: PlainDate): Gettable[] {
  const entry = matter.portal;
  if (entry === undefined) return [];
  const { check, ...words } = entry;
  const law = matter.law.filter(({ inForce }) => inForce === undefined || (inForce.from <= today && (inForce.to === null || inForce.to > today)));
  return [{
    matter: matter.id, title: matter.title, ...words,
    law: law.map((one) => ({ instrument: one.instrument, documentNumber: one.documentNumber ?? null })),
    applies: (matter.procedures ?? []).some(({ applies }) => applies.from <= today && (applies.to === null || applies.to > today)),
    check: check?.form ?? null,
  }];
}
