const KINDS: Readonly<Record<string, string>> = { person: '人', household: '户', case: '件', complaint: '件投诉', record: '条台账', file: '份文件' };

/** What a reading showed, as counted: 3 人, 12 户. */
export const kindTitle = (kind: string): string => KINDS[kind] ?? kind;
