import type { FormField } from './form.ts';
import type { LawReference } from './law.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What is written in one record or entry, as kept: money in 分, days and months as text, ids of links as numbers. */
export type Values = Readonly<Record<string, unknown>>;

/** A field of a register. It becomes a typed column of the register's own table; a column is added, never dropped. */
export interface RegisterField extends Omit<FormField, 'item' | 'showIf' | 'again' | 'plainTitle'> {
  readonly kind: Exclude<FormField['kind'], 'list'>;
  /** Column of the list. Without any, the first six. */
  readonly listed?: true;
  /** Found by its words and by pinyin from anywhere. */
  readonly searched?: true;
  /** Offered to filter and sort a list of a million rows by: gets an index. Choices, links, days and the name have one without. */
  readonly indexed?: true;
  /** Counts may be broken down by it (a choice, a division, yes-no). */
  readonly counted?: true;
  /** Personal or confidential: kept encrypted, masked on lists, papers and exports; shown whole, and logged, to keepers and the roles named. Id numbers and telephones always are. */
  readonly sensitive?: true | readonly string[];
  /** For `number`: decimals kept. */
  readonly decimals?: number;
  /** For `link`: the register it points into. */
  readonly to?: string;
  /** Of an entry: a value that stands in that field of another sub-record of the same record (a result of a team that signed up). `where`: the entries meant. */
  readonly among?: { readonly sub: string; readonly field: string; readonly where?: Where };
  /** Other headings under which the bureau's workbooks have this column. */
  readonly columns?: readonly string[];
  /** No longer asked for nor shown: what was written in it stays, and stays in its column. */
  readonly hidden?: true;
}

/** Whose record it is. The holder is linked, never retyped: a person by document number, a division from the tree. */
export type Holder = { readonly kind: 'person'; readonly title: string; readonly optional?: true } | { readonly kind: 'division' } | { readonly kind: 'link'; readonly field: string };

/** A stage of a record's life. */
export interface RegisterState {
  readonly title: string;
  /** The record's life is over: it is an exit of the period, and no longer part of the stock. */
  readonly ends?: true;
  /** Not part of the stock yet (筹建, 申请): counted from the day a later state is reached. */
  readonly before?: true;
  /** States it is entered from. Left out = from any that is no end. */
  readonly from?: readonly string[];
  /** Fields that must be written when it is entered. */
  readonly needs?: readonly string[];
  /** Of a register whose person is optional: he is named when it is entered, if nobody was named before (空缺的岗位有人上岗). */
  readonly person?: true;
  readonly law?: LawReference;
}

/** 子台账: what happens again and again under a record: visits, sessions, payments, inspections, members. */
export interface SubRecord {
  readonly id: string;
  readonly title: string;
  /** 次, 笔, 人 */
  readonly unit: string;
  /** The day an entry is of, as its first column says: 走访日期. */
  readonly day: string;
  readonly fields: readonly RegisterField[];
  /** Who an entry is about (attendance, members): linked by document number, counted once however often he comes. */
  readonly person?: { readonly title: string; readonly optional?: true };
  readonly totals?: readonly Total[];
  /** An entry with the same values of these under the same record is the same entry: refused a second time. */
  readonly key?: readonly string[];
  /** Rules and derived values see its entries one by one, not only their totals: for a ranking, a purpose every payment must share. Of lists that stay short. */
  readonly inRules?: true;
  /** No longer kept: its entries stay. */
  readonly hidden?: true;
  /** Written by hand only on a page of the matter's own, which keeps an order the register cannot (`$record` in the path). Import takes over what was kept on paper; rules hold there too. */
  readonly page?: { readonly title: string; readonly path: string };
}

/** A total over a record's entries, shown on its page and its list, usable in checks. */
export interface Total {
  readonly key: string;
  readonly title: string;
  readonly unit?: string;
  readonly as: 'count' | 'sum' | 'distinct' | 'last';
  /** Field of the entry; `person` for distinct persons; `day` for the last entry's own day; left out for `count`. */
  readonly of?: string;
  readonly where?: Where;
}

/** A total over records of another register whose link field leads here, those in one of `states`: 系列活动 of a 环节. Of the caller's area; usable in checks and derived values like a total of entries. */
export interface LinkedTotal { readonly key: string; readonly register: string; readonly field: string; readonly states: readonly string[] }

/** Rows meant: each field has this value, or one of these. */
export type Where = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Another record that shares what `alongside` of its register names: the edition before this one, the others that are ranked with it. Confidential fields are left out. */
export interface RecordAlongside {
  readonly record: number;
  readonly state: string;
  readonly values: Values;
  /** Its totals, where `alongside` asks for them: what a rank over worked-out points needs. */
  readonly totals?: RecordSeen['totals'];
}

/** What a rule of a register sees: the record as it would stand, its totals with the entry that is being written, the state it stands in or enters. */
export interface RecordSeen {
  readonly values: Values;
  readonly totals: Readonly<Record<string, number | string | null>>;
  /** In the order the register names, the record itself left out; those in the caller's area. Empty where the register names nothing. */
  readonly alongside: readonly RecordAlongside[];
  /** Of the sub-records with `inRules`, under their ids: by day, with `day` and the `person` it is about, the one that is being written among them. Confidential fields are left out. */
  readonly entries?: Readonly<Record<string, readonly Values[]>>;
  readonly state: string;
  readonly today: PlainDate;
  /** As it stood until this 变更 or step: what may not be changed by the way. Of a new record, an entry and a 更正 nothing. */
  readonly before?: Values;
  /** The entry being written, under its sub-record's id, and who it is about. */
  readonly entry?: { readonly of: string; readonly values: Values; readonly person?: number | null };
}

/** A rule of the register (支出不超预算). Gives the sentence that is shown, or nothing. Pure. */
export interface RegisterCheck {
  readonly id: string;
  readonly title: string;
  readonly law?: LawReference;
  /** `refuse`: not written at all. `warn`: written, and shown until it is right. */
  readonly then: 'refuse' | 'warn';
  /** Asked only when one of these states is entered. */
  readonly entering?: readonly string[];
  readonly test: Compare | ((seen: RecordSeen) => string | undefined);
}

/** A rule as data: `left` must stand so to `right`, else `sentence`. A name is a field's or total's key. Silent while either is not written. */
export interface Compare { readonly left: string; readonly is: '<=' | '>=' | '=' | '<' | '>'; readonly right: string | number; readonly sentence: string }

/**
 * A derived value as data. Names are keys of fields or totals. `ratio` over `over` (percent: × 100), with `decimals` (1 when left out); `difference` less `minus`
 * (of two days: days); `daysUntil` the day in a field. Nothing while one of them is not written.
 */
export type DerivedFormula =
  | { readonly ratio: string; readonly over: string; readonly percent?: true; readonly decimals?: number }
  | { readonly difference: string; readonly minus: string }
  | { readonly daysUntil: string };

/** Worked out, never written: 入住率, 剩余天数. Pure; undefined = cannot be said. */
export interface DerivedField {
  readonly key: string;
  readonly title: string;
  readonly kind: 'integer' | 'number' | 'money' | 'text' | 'date';
  readonly unit?: string;
  /** Column of the list too. */
  readonly listed?: true;
  readonly value: DerivedFormula | ((seen: Omit<RecordSeen, 'entry' | 'before'>) => number | string | undefined);
}

/** 到期提醒. Days are the office's own habit (本单位定) unless a law is named. While one stands it is on the desk of the keepers. */
export interface Reminder {
  readonly id: string;
  readonly title: string;
  readonly law?: LawReference;
  /** Only in these states; left out = in all that are no end. */
  readonly in?: readonly string[];
  readonly due:
    /** That many days before the day in a field; over once the field names a later day. */
    | { readonly field: string; readonly before: number }
    /** When the last entry (or the opening) is that many months old; `every` may name a field that holds the months, `where` the entries meant. */
    | { readonly entries: string; readonly every: number | string; readonly where?: Where }
    /** Of the entries meant, the earliest whose day in `field` (`day`: the entry's own) is that many days off or nearer: a gap to be closed, a visit that was promised. */
    | { readonly entries: string; readonly field: string; readonly before: number; readonly where?: Where }
    /** When it has stood in its state that many days. */
    | { readonly standing: number };
}

/** A number that comes out of the register by itself, and opens into its records. */
export interface Count {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Words of what is counted, beyond the title. */
  readonly definition?: string;
  readonly of: CountOf;
  /** A ratio: this over that. */
  readonly over?: CountOf;
  readonly rounding?: { readonly decimals: number };
  readonly percent?: true;
  /** Figures of the catalogue it produces. */
  readonly figures?: readonly string[];
}

/**
 * `stock`: records that stand on the day. `opened`, `ended`: that came to stand, or ceased to, in the period. `entered`: that came into one of `states` in the
 * period, whenever they were opened. `dated`: whose day in the field `on` lies in the period, of those that came to stand (or stand in `states`), ended since or not. `entries`: entries of a sub-record in the period.
 * With `sum` the field is added up instead; with `distinct` values are counted once (`person`: persons; `town`, `village`: the divisions rows lie in).
 */
export interface CountOf {
  readonly what: 'stock' | 'opened' | 'ended' | 'entered' | 'dated' | 'entries';
  /** The date field that is to lie in the period: of `dated` (法人登记日期); of `entries` in place of the entry's own day (拨付日期). */
  readonly on?: string;
  readonly sub?: string;
  readonly states?: readonly string[];
  readonly where?: Where;
  readonly sum?: string;
  readonly distinct?: string;
  /** Only rows that share this field's value with others: so many in all at least (stations of several committees). */
  readonly shared?: { readonly by: string; readonly atLeast: number };
  /** For the denominator of a coverage rate: all divisions of this level in place of records. */
  readonly divisions?: 'town' | 'village' | 'county';
  /** With `divisions`: those in which none of the records meant stands (没有慈善会的区). */
  readonly lacking?: true;
  /** Of a stock: a record counts to the day in this field, that day included; one without a day counts on (有效期内、任期内). */
  readonly until?: string;
  /** Only what lies in a 行政村 (code of a 村民委员会), not in a community; with `divisions: 'village'` only those villages. */
  readonly rural?: true;
}

/** 目标数: planned by the year (and place), held against a count. */
export interface Target { readonly id: string; readonly title: string; readonly count: string }

/**
 * Every division of a level is to have one that stands (信息员每村一名): those without are listed, and a record is begun from there. `where`: the records that count. `rural`: of villages only 行政村, not communities.
 * With `entries`: places named by a division field of a sub-record in the year of the day asked (进社区场次), whatever the record's own state.
 */
export interface Expected { readonly every: 'county' | 'town' | 'village'; readonly title: string; readonly where?: Where; readonly rural?: true; readonly entries?: { readonly sub: string; readonly field: string } }

/** What a record's step says to other parts of the platform, by a name they may listen to (`reactions`). `to`: the system that acts on it, built or not. */
export interface RegisterEvent { readonly id: string; readonly title: string; readonly entering: readonly string[]; readonly to: string }

/** 台账: a register an office keeps. The platform makes its table, its pages, its import, its counts. */
export interface Register {
  /** Its table has the same name with underscores. */
  readonly id: string;
  readonly title: string;
  /** 家, 人, 处, 份 */
  readonly unit: string;
  /** One sentence for whoever opens it the first time. */
  readonly purpose: string;
  readonly law?: readonly LawReference[];
  readonly holder?: Holder;
  /** Key of the field a record is called by; with a person as holder it may be left out. */
  readonly name?: string;
  readonly fields: readonly RegisterField[];
  /** Fields that together say it is the same thing: a second one is shown as a possible duplicate. */
  readonly key?: readonly string[];
  /** In order; the first is where a record begins. */
  readonly states: Readonly<Record<string, RegisterState>>;
  readonly subRecords?: readonly SubRecord[];
  readonly derived?: readonly DerivedField[];
  readonly checks?: readonly RegisterCheck[];
  readonly reminders?: readonly Reminder[];
  readonly counts?: readonly Count[];
  readonly targets?: readonly Target[];
  readonly events?: readonly RegisterEvent[];
  /** Others that a rule looks at: those with the same values in `same` (fields, `division`, `person`), by the field `order`. */
  readonly alongside?: { readonly same: readonly string[]; readonly order: string; /** Their totals too. */ readonly totals?: true };
  /** Totals over records of another register that link here. */
  readonly linked?: readonly LinkedTotal[];
  readonly expected?: Expected;
  /** Pages of the matter about one record, offered beside it; `$record` stands in the path. */
  readonly pages?: readonly { readonly title: string; readonly path: string }[];
  /** Read by its readers in the whole city, not only in their area: what everybody links to. Written in one's area all the same. */
  readonly across?: true;
  /** Roles that write; left out = the line's own and the desks of street and village. */
  readonly keepers?: readonly string[];
  /** Roles that read beside the keepers; left out = those who read everything of their area. */
  readonly readers?: readonly string[];
  /** Head of its numbers: JY → ZS-JY-2014-000012. */
  readonly series: string;
  /** Rows of the catalogue it covers. */
  readonly covers: readonly string[];
}

export const defineRegister = (register: Register): Register => register;
