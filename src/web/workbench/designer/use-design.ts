import { useState } from 'react';
import type { DesignPage } from '../../../kernel/records/own/design-face.ts';
import { useDeskDraft, type DeskDraft } from '../drafts/use-desk-draft.ts';
import { plainDesign, type Design } from './design.ts';

/** A design on the screen: kept while it is worked on, until it is saved as an edition. */
export interface OpenDesign { readonly design: Design; readonly set: (design: Design) => void; readonly touched: boolean; readonly draft: DeskDraft; readonly saved: () => void }

/** `page`: the edition it begins from; undefined for a new register, kept by `role` on its line's shelf. */
export function useDesign(page: DesignPage | undefined, role: string, lines: readonly { readonly id: string }[]): OpenDesign {
  const [touched, setTouched] = useState(false);
  const draft = useDeskDraft(`register-design:${page?.register ?? 'new'}:${page?.step ?? 0}`, {});
  const kept = draft.values['design'];
  const begin: Design = page?.declaration ?? plainDesign([...(role.endsWith('-clerk') ? [role] : []), 'town-clerk', 'village-clerk'], lines.find((line) => `${line.id}-clerk` === role)?.id);
  const design = typeof kept === 'string' && kept !== '' ? JSON.parse(kept) as Design : begin;
  return {
    design, draft, touched: touched || draft.since !== undefined,
    set: (next) => { setTouched(true); draft.onChange({ design: JSON.stringify(next) }); },
    saved: () => { setTouched(false); draft.sent(); },
  };
}
