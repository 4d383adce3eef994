import { useState } from 'react';
import type { SheetSource } from '../../../kernel/contract/register-import.ts';
import type { DesignPage } from '../../../kernel/records/own/design-face.ts';
import { useDeskDraft, type DeskDraft } from '../drafts/use-desk-draft.ts';
import { plainDesign, type Design } from './design.ts';

/** The old sheet a design is begun from, by its name. */
export interface OpenSource { readonly name: string; readonly source: SheetSource }

/** A design on the screen: kept while it is worked on, until it is saved as an edition. */
export interface OpenDesign {
  readonly design: Design; readonly set: (design: Design) => void; readonly touched: boolean; readonly draft: DeskDraft; readonly saved: () => void;
  readonly source: OpenSource | undefined;
  /** Begins from a sheet. The sheet goes with the next edition that is saved. */
  readonly beginFrom: (design: Design, source: OpenSource) => void;
  /** The sheet has not been saved with an edition yet. */
  readonly freshSource: SheetSource | undefined;
}

/** `page`: the edition it begins from; undefined for a new register, kept by `role` on its line's shelf. */
export function useDesign(page: DesignPage | undefined, role: string, lines: readonly { readonly id: string }[]): OpenDesign {
  const [touched, setTouched] = useState(false);
  const draft = useDeskDraft(`register-design:${page?.register ?? 'new'}:${page?.step ?? 0}`, {});
  const kept = draft.values['design'];
  const keptSource = draft.values['source'];
  const begin: Design = page?.declaration ?? plainDesign([...(role.endsWith('-clerk') ? [role] : []), 'town-clerk', 'village-clerk'], lines.find((line) => `${line.id}-clerk` === role)?.id);
  const design = typeof kept === 'string' && kept !== '' ? JSON.parse(kept) as Design : begin;
  const fresh = typeof keptSource === 'string' && keptSource !== '' ? JSON.parse(keptSource) as OpenSource : undefined;
  const write = (next: Design, source: OpenSource | undefined) => { setTouched(true); draft.onChange({ design: JSON.stringify(next), ...(source === undefined ? {} : { source: JSON.stringify(source) }) }); };
  return {
    design, draft, touched: touched || draft.since !== undefined, source: fresh ?? sourceOf(page), freshSource: fresh?.source,
    set: (next) => write(next, fresh),
    beginFrom: write,
    saved: () => { setTouched(false); draft.sent(); },
  };
}

function sourceOf(page: DesignPage | undefined): OpenSource | undefined {
  const kept = page?.source;
  if (kept === undefined || kept === null) return undefined;
  const { name, ...source } = kept;
  return { name, source };
}
