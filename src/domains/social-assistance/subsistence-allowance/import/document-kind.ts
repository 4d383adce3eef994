import type { DocumentKind } from '../../../../kernel/registers/person/document-hash.ts';

/** Which document an 18-character number stands on: 810000, 820000 and 830000 are residence permits of 港澳台 residents (国办发〔2018〕81号). */
export const documentKindOf = (number: string): DocumentKind => (/^8[123]0000/.test(number) ? 'hk-mo-tw-residence-permit' : 'id-card');
