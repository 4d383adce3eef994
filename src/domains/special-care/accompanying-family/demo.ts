import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const skills = ['会计', '小学教师', '护士', '文秘', '烹饪', '服装裁剪', '幼师', '计算机操作', '导购', '无'] as const;

/** Two papers of the city and forty families, about a third of them waiting. Units and amounts are invented. */
export const records: readonly DemoRecords[] = [
  { register: 'accompanying-family-policy', rows: (ground) => [policy(ground, '关于做好随军家属就业安置工作的意见（演示）', '2014-01-20', ['assign', 'recruit', 'self']), policy(ground, '随军家属生活补贴办法（演示）', '2014-02-18', ['subsidy', 'training'], 50_000)] },
  { register: 'accompanying-family', rows: (ground) => Array.from({ length: 40 }, (_none, at) => family(ground, at)) },
];

function policy(ground: DemoGround, name: string, on: string, rules: readonly string[], subsidyMonthly?: number): DemoRecord {
  return { division: ground.city, openedOn: on, values: { name, promulgatedOn: on, rules, ...(subsidyMonthly === undefined ? {} : { subsidyMonthly }) } };
}

function family(ground: DemoGround, at: number): DemoRecord {
  const town = ground.towns[at % ground.towns.length];
  const approvedOn = `201${2 + (at % 3)}-0${1 + (at % 8)}-15`;
  const waiting = at % 3 === 2;
  const placement = at % 4 === 0 ? 'assigned' : at % 4 === 3 ? 'self-employed' : 'recruited';
  const placedOn = `2014-0${9 - (at % 2)}-01`;
  const months = at % 3 === 0 && at % 4 === 0 ? [] : ['2014-07', '2014-08', ...(waiting ? ['2014-09', '2014-10'] : [])].filter((month) => month >= approvedOn.slice(0, 7) && month <= '2014-10');
  return {
    division: town?.code ?? ground.city, openedOn: approvedOn, person: ground.person(23_400 + at, 28 + (at % 12)),
    values: {
      unitName: `驻市某部${1 + (at % 5)}分队`, soldier: ground.person(23_500 + at, 32).name, approvedOn, approvalPaper: `政干〔${approvedOn.slice(0, 4)}〕${at + 1}号`,
      formerPost: (['institution', 'enterprise', 'none', 'none', 'civil-servant'] as const)[at % 5] ?? 'none', education: (['senior', 'college', 'bachelor'] as const)[at % 3] ?? 'college',
      skill: skills[at % skills.length] ?? '', wish: placement, policy: ground.link('accompanying-family-policy', 1), subsidyMonthly: 50_000,
    },
    states: waiting ? [] : [{ state: 'placed', on: placedOn, values: { placement, placedOn, ...(placement === 'self-employed' ? { startUpAid: 1_000_000 } : { organisation: ground.link('organisation', (at % 16) * 5 + 3) }) } }],
    entries: { subsidies: months.map((month) => ({ on: `${month}-28`, values: { month, amount: 50_000 } })) },
  };
}
