/** Codes of the operating system, the network and the database that a person in an office can do something about. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|EPIPE|fetch/i, '对方的系统没有接通'],
  [/TIMEOUT|ETIMEDOUT|AbortError/i, '对方的系统太久没有答复'],
  [/40P01|40001|55P03/, '和别的事撞在一起，等一会儿再做就行'],
  [/ENOSPC/, '磁盘满了，请先腾出空间'],
  [/EACCES|EPERM/, '没有权限读写文件'],
  [/23\d{3}/, '要写的内容和已有的记录冲突'],
  [/refused/i, '办理规则不允许'],
];

/** Why a job failed, in words. `text` is the name and code of the fault only, never its message: that could hold personal data. */
export function reasonOf(text: string | null): string | null {
  if (text === null || text === '') return null;
  return KNOWN.find(([pattern]) => pattern.test(text))?.[1] ?? '处理时出错，请把下面的代码告诉管理员';
}
