import type { CommandContext } from '../../db/command.ts';

export type DocumentKind = 'id-card' | 'hk-mo-tw-residence-permit' | 'foreign-permanent-residence' | 'passport';

/** Keyed hash under which a document number is found again, whatever case or width it was typed in. */
export const documentHash = (by: Pick<CommandContext, 'city'>, kind: DocumentKind, number: string): Buffer =>
  by.city.keys.findHash(`${kind}:${number.normalize('NFKC').toUpperCase()}`);
