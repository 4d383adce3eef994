import { defineDossier, type DossierItem } from '../../../kernel/contract/dossier.ts';
import { defineIndicator } from '../../../kernel/contract/indicator.ts';
import { caseGapsSql } from '../../../kernel/dossier/case-gaps-sql.ts';
import { applied, decided, dossierGate } from '../common/dossier-items.ts';
import { interimMeasures } from '../common/law.ts';
import { measures2012 } from '../common/means-test/law.ts';

const ONLY_2012 = ['application-2012'];

/** What a stop rests on besides: the check, and the written word to the household before it (社会救助暂行办法 第十三条). */
const stopped: readonly DossierItem[] = [
  { key: 'report', title: '信息核对报告', proof: { is: 'report' }, due: 'approval', outcomes: ['ended'] },
  { key: 'told', title: '书面告知（停发理由）', proof: { is: 'step', steps: ['told'] }, due: 'approval', outcomes: ['ended'], law: interimMeasures('第十三条') },
];

/** 一户一档的归档清单：低保申请，和每年的复核、变更、停发. */
export const dossier = defineDossier({
  gate: dossierGate.id,
  lists: {
    application: [
      ...applied,
      { key: 'survey', title: '入户调查表（签字）', proof: { is: 'step', steps: ['survey'] }, due: 'approval' },
      { key: 'report', title: '信息核对报告', proof: { is: 'report' }, due: 'approval' },
      { key: 'appraisal', title: '民主评议记录', proof: { is: 'step', steps: ['appraise'] }, due: 'approval', procedures: ONLY_2012, law: measures2012('第二十一条') },
      { key: 'town-notice', title: '镇街公示', proof: { is: 'notice', scope: 'town' }, due: 'approval' },
      { key: 'county-notice', title: '审批机关公示', proof: { is: 'notice', scope: 'county' }, due: 'approval', procedures: ONLY_2012, outcomes: ['granted'], law: measures2012('第二十九条') },
      { key: 'notice-photo', title: '公示张贴照片', proof: { is: 'paper', each: 'case' }, due: 'approval' },
      ...decided,
      { key: 'roll-lines', title: '本年各月花名册', proof: { is: 'roll-lines' }, due: 'after-decision', outcomes: ['granted'] },
    ],
    review: [
      { key: 'opened', title: '复核启动登记', proof: { is: 'opened' }, due: 'approval' },
      { key: 'looked', title: '复核记录（入户、电话、核对）', proof: { is: 'step', steps: ['keep', 'keep-explained', 'survey', 'investigate'] }, due: 'approval' },
      ...stopped, ...decided,
    ],
    change: [
      { key: 'opened', title: '变更申请登记', proof: { is: 'opened' }, due: 'approval' },
      { key: 'proof', title: '变更凭据（出生证、死亡证明、劳动合同等）', proof: { is: 'paper', each: 'case' }, due: 'approval' }, ...decided,
    ],
    stop: [
      { key: 'opened', title: '停发登记', proof: { is: 'opened' }, due: 'approval' },
      { key: 'agreed', title: '镇街负责人意见', proof: { is: 'step', steps: ['agree'] }, due: 'approval' },
      { key: 'proof', title: '查明情况的凭据', proof: { is: 'paper', each: 'case' }, due: 'approval' },
      ...stopped.filter((item) => item.key === 'told'), ...decided,
    ],
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
