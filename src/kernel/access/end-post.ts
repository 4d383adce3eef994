import type { Tx } from '../db/tx.ts';

/** From the day on the post is not held; false when it was over by then, or lies outside the area. The row stays. */
export async function endPost(tx: Tx, post: number, on: string): Promise<boolean> {
  return (await tx.find('select 1 from end_post($1, $2) as ended where ended', [post, on])) !== undefined;
}
