/** A declared form: rendered by both faces, checked by the server from the same declaration. */
export interface FormField {
  readonly key: string;
  readonly title: string;
  readonly help?: string;
  readonly kind:
    | 'text' | 'long-text' | 'money' | 'integer' | 'date' | 'month' | 'choice' | 'choices' | 'yes-no'
    | 'person-name' | 'id-card' | 'phone' | 'bank-account' | 'division' | 'list' | 'files'
    /** A number with decimals, kept as text (`12.50`); a year; a point on the map (`113.382391,22.521113`: longitude, latitude); a record of another register, by its id. */
    | 'number' | 'year' | 'place' | 'link';
  readonly required?: boolean;
  readonly options?: readonly { readonly value: string; readonly title: string }[];
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** For `number`: how many decimals (2 when left out). */
  readonly decimals?: number;
  /** For `link`: the register it points into. */
  readonly to?: string;
  /** Fields of one item, for `list`. */
  readonly item?: readonly FormField[];
  /** Shown, and asked for, only if another field of the same level has this value. */
  readonly showIf?: { readonly key: string; readonly equals: string | boolean } | { readonly key: string; readonly in: readonly string[] };
  /** The same from one case to the next (who investigates, where a notice hangs): the desk offers what was written last. Never about the applicant. */
  readonly again?: boolean;
  /** Words for the portal where the office's word would not be understood. */
  readonly plainTitle?: string;
}

/** Whether a field is asked for by the answers of its level. */
export function isAsked(field: Pick<FormField, 'showIf'>, values: Readonly<Record<string, unknown>>): boolean {
  if (field.showIf === undefined) return true;
  const answer = values[field.showIf.key];
  return 'in' in field.showIf ? typeof answer === 'string' && field.showIf.in.includes(answer) : answer === field.showIf.equals;
}

export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly plainTitle?: string;
  readonly help?: string;
  readonly fields: readonly FormField[];
}

/** A paper the applicant brings with a form: an item of the office's checklist. */
export interface Material {
  readonly key: string;
  readonly title: string;
  /** Whose, or in which cases it is needed. */
  readonly help?: string;
}

export interface Form {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly FormSection[];
  /** Everything that may be asked for beside the answers. What can be looked up elsewhere is not on it. */
  readonly materials?: readonly Material[];
}

export interface FieldError {
  /** e.g. members.1.idNumber */
  readonly path: string;
  readonly code: string;
  readonly sentence: string;
}
