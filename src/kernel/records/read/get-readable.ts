import type { Caller } from '../../access/caller.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Tx } from '../../db/tx.ts';
import { getRegister } from '../load-registers.ts';
import type { RegisterHome } from '../register-home.ts';
import { mayRead } from './face-of.ts';

/** The register, if the caller's post reads in it. Refuses `record.no-register`. */
export async function getReadable(tx: Tx, by: { readonly caller: Pick<Caller, 'post'> }, id: string): Promise<RegisterHome> {
  const home = await getRegister(tx, id);
  if (!mayRead(home, by.caller.post?.role ?? '')) throw new Refusal('record.no-register');
  return home;
}
