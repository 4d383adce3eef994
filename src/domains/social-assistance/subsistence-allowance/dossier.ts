import { defineDossier, type DossierItem } from '../../../kernel/contract/dossier.ts';
import { defineIndicator } from '../../../kernel/contract/indicator.ts';
import { defineParameter } from '../../../kernel/contract/matter.ts';
import { caseGapsSql } from '../../../kernel/dossier/case-gaps-sql.ts';
import { measures2012 } from '../common/means-test/law.ts';

/** Whether an approval waits until the file is complete. No national rule says so; a place decides. */
export const dossierGate = defineParameter({
  id: 'dossier-gate', title: '档案不齐时能否批准', unit: '', kind: 'choice', choices: { block: '材料齐了才能批准', flag: '只提醒，可以批准' }, note: '没有规定的地方只提醒',
});

const ONLY_2012 = ['application-2012'];
const decided: readonly DossierItem[] = [
  { key: 'decision', title: '决定书', proof: { is: 'decision' }, due: 'after-decision' },
  { key: 'service', title: '送达回证', proof: { is: 'any', of: [{ is: 'served' }, { is: 'step', steps: ['notify'] }, { is: 'paper', each: 'case' }] }, due: 'after-decision' },
];

/** 一户一档的归档清单：低保申请，和每年的复核、变更、停发. */
export const dossier = defineDossier({
  gate: dossierGate.id,
  lists: {
    application: [
      { key: 'application', title: '申请书（表）', proof: { is: 'opened' }, due: 'approval' },
      { key: 'identity', title: '身份证复印件（每人一份）', proof: { is: 'paper', each: 'member' }, due: 'approval' },
      { key: 'household-register', title: '户口簿复印件', proof: { is: 'paper', each: 'case' }, due: 'approval' },
      { key: 'authorisations', title: '核对授权书（全家签字）', proof: { is: 'authorisations' }, due: 'approval' },
      { key: 'survey', title: '入户调查表（签字）', proof: { is: 'step', steps: ['survey'] }, due: 'approval' },
      { key: 'report', title: '信息核对报告', proof: { is: 'report' }, due: 'approval' },
      { key: 'appraisal', title: '民主评议记录', proof: { is: 'step', steps: ['appraise'] }, due: 'approval', procedures: ONLY_2012, law: measures2012('第二十一条') },
      { key: 'town-notice', title: '镇街公示', proof: { is: 'notice', scope: 'town' }, due: 'approval' },
      { key: 'county-notice', title: '审批机关公示', proof: { is: 'notice', scope: 'county' }, due: 'approval', procedures: ONLY_2012, outcomes: ['granted'], law: measures2012('第二十九条') },
      { key: 'notice-photo', title: '公示张贴照片', proof: { is: 'paper', each: 'case' }, due: 'approval' },
      ...decided,
      { key: 'roll-lines', title: '本年各月花名册', proof: { is: 'roll-lines' }, due: 'after-decision', outcomes: ['granted'] },
    ],
    review: [{ key: 'opened', title: '复核启动登记', proof: { is: 'opened' }, due: 'approval' }, ...decided],
    change: [{ key: 'opened', title: '变更申请登记', proof: { is: 'opened' }, due: 'approval' }, ...decided],
    stop: [{ key: 'opened', title: '停发登记', proof: { is: 'opened' }, due: 'approval' }, ...decided],
  },
});

/** 档案齐全率: of the households decided on in a period, how many have a file that lacks nothing. */
export const fileCompleteness = defineIndicator({
  id: 'subsistence-allowance.file-completeness', title: '低保档案齐全率', unit: '%', kind: 'ratio', measures: 'count', rounding: { decimals: 1 }, covers: 'S026',
  definition: '这一期里作过决定的家庭，到期末档案清单各项都齐的占多少。一户一年一份档案；在办的、撤回和不予受理的不计。',
  figures: [],
  sql: `select max(g.division_id) as division_id, case when sum(cardinality(g.before || g.later)) = 0 then 100 else 0 end::bigint as measure, 1::bigint as weight, max(h.hukou_kind) as urban_rural,
               'household' as row_kind, g.household_id as row_id, max(h.number) || ' ' || g.year as label
          from (${caseGapsSql([{ id: 'subsistence-allowance', dossier }], { day: '($2::date - 1)', known: '$3::bigint' })}) g join household h on h.id = g.household_id
         where g.decided and exists (select 1 from decision d where d.case_id = g.case_id and d.decided_on >= $1::date and d.decided_on < $2::date and d.command_id <= $3::bigint)
         group by g.household_id, g.year`,
});
