import { citeLaw } from '../../src/kernel/contract/law.ts';
import type { CaseProcedure } from '../../src/kernel/casework/case-procedure.ts';
import { procedureDiagram } from '../../src/kernel/casework/procedure-diagram.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';

export interface ProcedurePage { readonly file: string; readonly text: string }

/** The pages of docs/procedures: each matter's procedures as diagrams, straight from the declarations. */
export async function listProcedurePages(): Promise<ProcedurePage[]> {
  const registry = await loadRegistry();
  return registry.matters.filter((matter) => (matter.procedures ?? []).length > 0).map((matter) => ({
    file: `${matter.id}.md`,
    text: [`# ${matter.title}：办理程序`, '', '由 `npm run docs:procedures` 从声明生成，不要手改。', ...(matter.procedures ?? []).flatMap((procedure) => describe(procedure as CaseProcedure))].join('\n'),
  }));
}

function describe(procedure: CaseProcedure): string[] {
  const { from, to } = procedure.applies;
  return ['', `## ${procedure.title}`, '', `${from} 起${to === null ? '' : `，到 ${to} 前`}开办的件。依据：${procedure.law.map(citeLaw).join('；')}。`, '', '```mermaid', procedureDiagram(procedure).trimEnd(), '```', ''];
}
