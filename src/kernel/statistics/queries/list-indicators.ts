import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadDeclaredRegisters, loadRegisters } from '../../records/load-registers.ts';
import { listIndicators } from '../list-indicators.ts';

export interface IndicatorTitle { readonly id: string; readonly title: string; readonly unit: string; readonly kind: 'stock' | 'flow' | 'ratio'; readonly definition: string; readonly figures: readonly string[]; /** The register that counts it by itself; null for those a matter declares. */ readonly register: string | null }

/** The figures this installation can produce, with their definitions. */
export default defineQuery({
  id: 'statistics.list-indicators', title: '指标目录', allow: { anyone: true }, input: z.strictObject({}),
  async run(tx, _input, by): Promise<IndicatorTitle[]> {
    // what a bureau's own registers count is for its posts; the public sees what comes with the platform
    const registers = [...(by.caller.post === null ? await loadDeclaredRegisters() : await loadRegisters(tx)).keys()];
    return (await listIndicators(by.caller.post === null ? undefined : tx)).map(({ id, title, unit, kind, definition, figures }) => ({ id, title, unit, kind, definition, figures, register: registers.find((one) => id.startsWith(`${one}.`)) ?? null }));
  },
});
