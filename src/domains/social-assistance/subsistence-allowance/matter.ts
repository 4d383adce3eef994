import { defineBenefit, defineMatter } from '../../../kernel/contract/matter.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { ITEMS } from './amount.ts';
import { application2012 } from './application.ts';
import { application2021 } from './application-2021.ts';
import { change2012, change2021 } from './change.ts';
import { changeParameters } from './change/parameters.ts';
import { interimMeasures } from '../common/law.ts';
import { dossier, fileCompleteness } from './dossier.ts';
import { facts } from '../common/means-test/facts.ts';
import { items } from './items.ts';
import { meansCheck } from '../common/means-check.ts';
import { measures2012, measures2021, regulation1999 } from '../common/means-test/law.ts';
import { confirmationLevel, parameters } from '../common/means-test/parameters.ts';
import { visitSampleRatio } from './parameters.ts';
import { allowanceCityShare, classifiedCityShare } from '../common/linked-standards.ts';
import { review2012, review2021 } from './review.ts';
import { stopProcedure } from './stop.ts';
import { reviews } from './review-cycles.ts';
import { restate } from './restate.ts';
import { standardIndicators } from './standard-statistics.ts';
import { indicators } from './statistics.ts';
import { rules } from './versions.ts';

/** 最低生活保障金 */
export const benefit = defineBenefit({
  id: 'subsistence-allowance',
  title: '最低生活保障金',
  claimant: 'household',
  facts,
  governedBy: 'application-date',
  coveredFrom: plainDate('2012-12-12'),
  items: ITEMS,
  starts: 'month-after-confirmation',
  paid: { every: 'month', byDay: 10, law: measures2012('第三十一条') },
  rules,
  restate,
  funding: { difference: allowanceCityShare.id, 'classified-assistance': classifiedCityShare.id },
  reviews,
  published: [interimMeasures('第十一条'), measures2021('第二十四条')],
  pages: [{ title: '介绍工作记录', path: '/households/$householdId/job-offers' }],
});

/** 最低生活保障（低保） */
export const matter = defineMatter({
  id: 'subsistence-allowance',
  title: '最低生活保障',
  plainTitle: '低保',
  law: [regulation1999(), measures2012(), measures2021()],
  caseCode: 'DB',
  authority: {
    accept: { title: '受理、调查、评议、初审', level: 'town' },
    confirm: { title: '审批（审核确认）', parameter: confirmationLevel.id },
    // 2021 第二条 lets the power to confirm be handed down; the check (第十七条) stays with the county
    verify: { title: '家庭经济状况信息核对', level: 'county' },
    pay: { title: '编制发放名册', parameter: confirmationLevel.id },
  },
  parameters: [...parameters, visitSampleRatio, ...changeParameters],
  benefits: [benefit],
  procedures: [application2012, application2021, review2012, review2021, change2012, change2021, stopProcedure],
  indicators: [...indicators, ...standardIndicators, fileCompleteness],
  items,
  dossier,
  portal: {
    need: '钱不够过日子',
    get: '低保',
    intro: '政府定一个每人每月的最低数。您家的收入不够这个数，不够的部分由政府补上，每月打到银行卡。',
    bring: ['全家的身份证、户口本', '收入的凭据，没有可以自己写明', '有残疾证、病历、学生证的带上', '银行卡或存折'],
    howLong: '交齐材料后，要调查、公示，一般一个半月左右。批准后从下个月开始发。',
    check: meansCheck('subsistence-allowance', { assumes: ['孩子、老人、残疾人另外多发的钱没有算。'], presumes: ['alone', 'suitable-work'] }),
  },
  covers: ['S001', 'S002', 'S004', 'S026'],
});
