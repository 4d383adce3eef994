import { createContext, useContext } from 'react';
import type { FieldError } from '../../kernel/contract/form.ts';

/** What another office already told us about a field (`members.1.pension`): shown with its source instead of asked. */
export interface KnownFact { readonly text: string; readonly source: string; }

export interface FormSurroundings {
  /** `home`: the portal, plain words and large; `desk`: a worksheet. */
  readonly skin: 'home' | 'desk';
  readonly errors: readonly FieldError[];
  readonly known: Readonly<Record<string, KnownFact>>;
  /** 这个数不对: the person disputes a known fact. */
  readonly onDispute?: ((path: string) => void) | undefined;
  readonly idBase: string;
  /** What a linked record that stands in a field is called, by path. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Shows what is wrong with one question before the next is asked (长者模式). */
  readonly setOwn?: ((errors: readonly FieldError[]) => void) | undefined;
}

const Surroundings = createContext<FormSurroundings>({ skin: 'desk', errors: [], known: {}, idBase: 'f' });
export const FormSurroundingsProvider = Surroundings.Provider;

export function useFormSurroundings(): FormSurroundings {
  return useContext(Surroundings);
}

/** The id of the input at a path, so that the list of errors can lead there. */
export function inputId(base: string, path: string): string {
  return `${base}-${path.replaceAll('.', '-')}`;
}
