import { expect, test } from 'vitest';
import { loadDeclaredRegisters } from '../../src/kernel/records/load-registers.ts';
import { roleTitle } from '../../src/kernel/access/roles.ts';

test('谁登记一个台账，就看得到它链接到的台账：否则选不了，也导不进来', async () => {
  const homes = await loadDeclaredRegisters();
  const blind = [...homes.values()].flatMap(({ register, keepers }) => [...register.fields, ...(register.subRecords ?? []).flatMap((sub) => sub.fields)].filter((field) => field.kind === 'link').flatMap((field) => {
    const target = homes.get(field.to ?? '');
    if (target === undefined) return [`${register.title}：“${field.title}”指的 ${field.to} 没有这个台账`];
    const wanting = keepers.filter((role) => !target.keepers.includes(role) && !target.readers.includes(role));
    return wanting.length === 0 ? [] : [`${register.title}：“${field.title}”指向${target.register.title}，${wanting.map(roleTitle).join('、')}看不到它`];
  }));
  expect(blind).toEqual([]);
});
