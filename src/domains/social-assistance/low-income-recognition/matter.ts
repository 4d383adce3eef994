import { defineBenefit, defineMatter } from '../../../kernel/contract/matter.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { meansCheck } from '../common/means-check.ts';
import { facts } from '../common/means-test/facts.ts';
import { measures2012, measures2021 } from '../common/means-test/law.ts';
import { confirmationLevel } from '../common/means-test/parameters.ts';
import { LOW_INCOME_FAMILY } from '../common/means-test/read-form.ts';
import { dossier } from './dossier.ts';
import { expenditureRules } from './expenditure.ts';
import { guangdong2022, localMeasures, rigidSpending2025 } from './law.ts';
import { lowIncomeRules } from './low-income.ts';
import { expenditureValidity, lowIncomeValidity, parameters } from './parameters.ts';
import { procedures } from './procedure.ts';
import { indicators } from './statistics.ts';
import { SUPPLEMENT_ITEMS, supplementRules } from './supplement.ts';

/** 分类救助 paid to members of recognised families, where the city does so (广州2023年起). */
export const supplement = defineBenefit({
  id: 'low-income-supplement', title: '分类救助（低收入家庭）', claimant: 'household', facts, governedBy: 'application-date', coveredFrom: plainDate('2012-12-12'),
  items: SUPPLEMENT_ITEMS, starts: 'month-after-confirmation', paid: { every: 'month', byDay: 10, law: measures2012('第三十一条') }, rules: supplementRules,
});

/** 低收入困难家庭, from 2021 最低生活保障边缘家庭: above the line of 低保, below the low-income line. */
export const lowIncomeFamily = defineBenefit({
  id: LOW_INCOME_FAMILY, title: '低收入困难家庭', claimant: 'household', facts, governedBy: 'application-date', coveredFrom: plainDate('2012-12-12'), items: {}, starts: 'month-of-confirmation',
  recognises: { validity: lowIncomeValidity.id, supplement: supplement.id, certificate: '低收入困难家庭证明' }, rules: lowIncomeRules,
});

/** 支出型 (Guangdong 2022), 刚性支出困难家庭 (2025): counted apart. Guangdong's version begins before the day from which the law covers the whole country. */
export const expenditurePoorFamily = defineBenefit({
  id: 'expenditure-poor-family', title: '支出型（刚性支出）困难家庭', claimant: 'household', facts, governedBy: 'application-date', coveredFrom: plainDate('2025-01-01'), items: {}, starts: 'month-of-confirmation',
  recognises: { validity: expenditureValidity.id, certificate: '支出型（刚性支出）困难家庭证明' }, rules: expenditureRules,
});

/** 低收入困难家庭（低保边缘家庭）认定: the second line of protection. */
export const matter = defineMatter({
  id: 'low-income-recognition',
  title: '低收入困难家庭认定',
  plainTitle: '低收入家庭',
  law: [localMeasures(), measures2021('第八条'), guangdong2022(), rigidSpending2025()],
  caseCode: 'DSR',
  authority: {
    accept: { title: '受理、调查、初审', level: 'town' },
    confirm: { title: '认定', parameter: confirmationLevel.id },
    verify: { title: '家庭经济状况信息核对', parameter: confirmationLevel.id },
  },
  parameters,
  benefits: [lowIncomeFamily, expenditurePoorFamily, supplement],
  procedures,
  dossier,
  indicators,
  portal: {
    need: '收入比低保高一点，还是紧',
    get: '低收入家庭认定',
    intro: '收入超过低保标准、但不超过低收入线的家庭，可以认定为低收入困难家庭。认定本身不发钱，是看病救助、修危房、殡葬减免、养老院轮候等帮扶的凭据。',
    bring: ['全家的身份证、户口本', '收入的凭据，没有可以自己写明', '有残疾证、病历、学生证的带上'],
    howLong: '交齐材料后，要调查、公示，一般一个月左右。认定管一段时间，到期前要重新认定。',
    check: meansCheck(LOW_INCOME_FAMILY, { assumes: [], presumes: ['whole-family'] }),
  },
  covers: ['S003', 'S004'],
});
