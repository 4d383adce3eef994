import type { Fen } from '../../../../kernel/values/money.ts';
import type { Month } from '../../../../kernel/values/month.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';

/** 残疾: what the column says, and its kind and grade (1 一级 to 4 四级) where they can be told. */
export interface RosterDisability {
  readonly text: string;
  readonly kind?: 'visual' | 'hearing' | 'speech' | 'physical' | 'intellectual' | 'mental' | 'multiple';
  readonly grade?: 1 | 2 | 3 | 4;
}

export interface RosterMember {
  readonly row: number;
  readonly name: string;
  /** 18 characters, checked. */
  readonly idNumber: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: PlainDate;
  /** 与户主关系 as written; 户主 for the head. */
  readonly relation: string;
  readonly isHead: boolean;
  /** 人员类别 as written (老年人, 重病…). */
  readonly categoryNotes?: string;
  readonly disability?: RosterDisability;
  /** 在校情况 as written (小学, 高中, 是…); absent when not a student. */
  readonly student?: string;
}

/** A household of a 低保花名册, read whole and without an error. */
export interface RosterHousehold {
  readonly key: string;
  readonly rowNumbers: readonly number[];
  readonly householdNo?: string;
  readonly division: { readonly town: string; readonly village: string; readonly code?: string };
  readonly address: string;
  readonly hukouKind: 'urban' | 'rural';
  /** The head first. */
  readonly members: readonly RosterMember[];
  /** 补差额 of the whole household, 分 a month. */
  readonly monthlyFen: Fen;
  readonly bank: {
    readonly name: string;
    /** 行别代码, three digits. */
    readonly code: string;
    readonly number: string;
    readonly holderName: string;
    /** Set when the holder is not of the household: 代领人, as far as the list tells. */
    readonly agent?: { readonly relation?: string; readonly idNumber?: string };
  };
  /** 起保: the first month of the allowance. */
  readonly since?: Month;
}
