/** An expected no: a stable code, a Chinese sentence that says what to do, and the HTTP status it travels with. */
export interface RefusalDeclaration {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
  /** May hold {names} filled from `details`. */
  readonly sentence: string;
}

export interface Refused {
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export const refused = (code: string, details?: Readonly<Record<string, unknown>>): Refused =>
  details === undefined ? { code } : { code, details };

/** Thrown by actors to leave the transaction; the door turns it into the answer. Nothing is written. */
export class Refusal extends Error {
  readonly refused: Refused;
  constructor(code: string, details?: Readonly<Record<string, unknown>>) {
    super(code);
    this.name = 'Refusal';
    this.refused = refused(code, details);
  }
}

/** A promise of ours that did not hold: a defect, never a person's fault. */
export class AppError extends Error {
  readonly code: string;
  constructor(code: string, message: string, cause?: unknown) {
    super(`${code}: ${message}`, { cause });
    this.name = 'AppError';
    this.code = code;
  }
}

/** Declares the refusals of one room or matter; collected by glob into the error table. */
export function defineRefusals<const T extends Record<string, RefusalDeclaration>>(table: T): T {
  return table;
}
