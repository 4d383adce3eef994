import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { getProcedure, type ProcedureSource } from '../case-registry.ts';
import { divisionCodes } from '../find-office.ts';

/** Matters one can apply for today in a post's area, each with the form of the procedure in force, and who may take it in at the desk. */
export const makeListForms = (source: ProcedureSource) => defineQuery({
  id: 'casework.list-forms', title: '可以登记的申请', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const post = by.caller.post;
    if (!post) return [];
    const registry = await source();
    const codes = await divisionCodes(tx, post.divisionId);
    const used = new Map((await tx.rows<{ matter: string; cases: number }>(`select matter, count(*)::int as cases from case_file where kind = 'application' group by matter`)).map((row) => [row.matter, row.cases]));
    const often = (matter: { readonly id: string }): number => used.get(matter.id) ?? 0;
    // what this office takes in most stands first
    return registry.matters.toSorted((a, b) => often(b) - often(a)).flatMap((matter) => {
      const found = registry.findProcedure(matter.id, codes, by.today);
      if (!found) return [];
      const procedure = getProcedure(registry, matter.id, found.id);
      if (!procedure.reads) return [];
      const desk = ['village-clerk', ...(procedure.states[procedure.start]?.tasks.flatMap((task) => task.actor.roles) ?? [])];
      return [{ matter: matter.id, title: matter.title, procedure: { title: procedure.title, law: procedure.law }, form: procedure.form, states: Object.entries(procedure.states).map(([id, state]) => ({ id, title: state.title })), bring: matter.portal?.bring ?? [], intake: procedure.intake ?? null, mayRegister: desk.includes(post.role) }];
    });
  },
});
export default makeListForms(loadRegistry);
