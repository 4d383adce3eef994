import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { plainTitleOf } from '../../../../kernel/contract/matter.ts';
import { loadRegistry } from '../../../../kernel/registry/find-declarations.ts';
import { departmentName, departmentsOn } from '../departments.ts';
import { HANDOVER_ROLES, openMatters } from '../handovers.ts';
import { routeNeed } from '../route.ts';
import { needIds, NEEDS } from '../terms.ts';

/** What can be ticked at the window today and where each goes; to whom a hand-over may be passed on. */
export default defineQuery({
  id: 'single-window.get-choices', title: '难处和去处', allow: { roles: HANDOVER_ROLES }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const [registry, open] = [await loadRegistry(), await openMatters(tx, by.caller.post?.divisionId ?? 0, by.today)];
    const nameOf = (to: { kind: string; id: string }): string => {
      const matter = to.kind === 'matter' ? registry.findMatter(to.id) : undefined;
      return matter ? `镇街（${plainTitleOf(matter)}）` : departmentName(to.id, by.today);
    };
    return {
      needs: needIds.map((id) => {
        const route = routeNeed(id, by.today, open);
        return { id, plain: NEEDS[id].plain, title: NEEDS[id].title, to: nameOf(route.to), kind: route.to.kind, law: route.law };
      }),
      receivers: [
        ...registry.matters.filter((matter) => open.has(matter.id)).map((matter) => ({ kind: 'matter' as const, id: matter.id, title: `镇街（${plainTitleOf(matter)}）`, answersFor: matter.title })),
        ...departmentsOn(by.today).map((one) => ({ kind: 'department' as const, id: one.id, title: departmentName(one.id, by.today), answersFor: one.answersFor })),
      ],
    };
  },
});
