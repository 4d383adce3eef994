import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { addDocuments, registerPeople, type PersonDocument, type PersonFacts, type RegisteredPerson } from './register-people.ts';

export { documentHash, type DocumentKind } from './document-hash.ts';
export type { PersonFacts } from './register-people.ts';

/** The person behind a document, registered now if the city has not met them yet: `registerPeople` for one. */
export async function registerPerson(tx: Tx, by: CommandContext, facts: PersonFacts, reason: string): Promise<RegisteredPerson> {
  const [person] = await registerPeople(tx, by, [facts], reason);
  return person as RegisteredPerson;
}

/** Adds one more document to a person (身份证、居住证、护照…). */
export const addDocument = (tx: Tx, by: CommandContext, person: number, document: PersonDocument): Promise<void> => addDocuments(tx, by, [{ person, document }]);
