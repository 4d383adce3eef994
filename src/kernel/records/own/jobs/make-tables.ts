import { AppError } from '../../../contract/refusal.ts';
import type { City } from '../../../db/city.ts';
import { command } from '../../../db/command.ts';
import { query } from '../../../db/query.ts';
import type { Job, JobHandler } from '../../../jobs/job.ts';
import { homeOfPublished } from '../../load-registers.ts';
import { bringRegister } from '../../table/bring-register.ts';
import finishDeclaration from '../commands/finish-declaration.ts';
import getStep, { type Step } from '../get-step.ts';

/** Makes the tables of a published edition as the schema's owner, then says so. Killed anywhere it is done again: tables are brought, never made twice. */
const makeTables: JobHandler = {
  kind: 'records.make-tables',
  async run(city, payload, job) {
    const at = await query(city, job.caller, getStep, { register: String(payload['register']), step: Number(payload['step']) });
    if (!at.ok) throw new AppError('record.design-refused', at.refused.code);
    if (at.result === null) return;
    let failed: string | undefined;
    try {
      await bring(city, at.result);
    } catch (error) {
      failed = reasonOf(error, job);
    }
    const told = await command(city, job.caller, finishDeclaration, { register: at.result.register, step: at.result.step, ...(failed === undefined ? {} : { failed }) }, { key: `${at.result.register}:${at.result.step}` });
    if (!told.ok) throw new AppError('record.design-refused', told.refused.code);
  },
};
export default makeTables;

/** In a transaction of its own; waits only shortly for locks, so that nobody's work stands behind it. */
async function bring(city: City, step: Step): Promise<void> {
  const client = await city.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query(`set local lock_timeout = '3s'`);
    await bringRegister(client, city.code, homeOfPublished({ register: step.register, version: step.version, state: 'published', declaration: step.declaration }));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => { broken = lost; });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Locks that are held (55P03), a lost connection: tried again later, told only when it does not end. What is wrong with the edition itself is told at once. */
const PATIENCE = 6;
function reasonOf(error: unknown, job: Pick<Job, 'attempts'>): string {
  const { code } = error as { code?: string };
  if (code === 'register.field-retyped') return '有一栏的类型和已有的表不一样。请把它隐藏，另加一个字段。';
  const passes = code === undefined || code === '55P03' || code === '40P01' || !code.startsWith('42');
  if (passes && job.attempts < PATIENCE) throw error;
  return passes ? '数据库一直很忙，没有建成。请过一会儿再发布一次。' : `数据库没有接受（${code}）。请导出声明文件，请维护人员看一看。`;
}
