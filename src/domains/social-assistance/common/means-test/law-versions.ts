import { NATION } from '../../../../kernel/policy/division-path.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import type { Member } from './facts.ts';
import { interimMeasures } from '../law.ts';
import { guangdong2019, measures2012, measures2021, regulation1999 } from './law.ts';
import { isMentallyDisabled, isMinor, isSeverelyDisabled } from './members.ts';
import { basicPensionExcluded, incomeExclusions, rigidCostsDeducted } from './parameters.ts';
import type { LawVersion } from './version.ts';

const CLERGY = '脱离家庭、在宗教场所居住三年以上的宗教教职人员';

/** The ministry's measures of 2012, whole country, until 2021-06-30. */
export const national2012: LawVersion = {
  id: 'national-2012',
  title: '最低生活保障审核审批办法（试行）',
  applies: { division: NATION, from: plainDate('2012-12-12'), to: plainDate('2021-07-01') },
  law: [measures2012(), regulation1999()],
  articles: {
    hukou: measures2012('第四条'),
    household: measures2012('第五条'),
    alone: measures2012('第十条'),
    income: measures2012('第四条、第十六条'),
    assets: measures2012('第四条、第十七条'),
    authorisation: measures2012('第十二条（二）'),
    amount: measures2012('第二十七条'),
    classified: measures2012('第二十八条'),
  },
  notCounted: ['clergy', 'prison', 'labour-reeducation'],
  parentsByDefault: true,
  fullTimeStudentsOnly: false,
  mayApplyAlone(applicant, _household, asOf) {
    if (applicant.away === 'clergy') return CLERGY;
    const severe = !isMinor(applicant, asOf) && isSeverelyDisabled(applicant) && applicant.labour === 'none' && applicant.ownHukouBooklet;
    return severe ? '丧失劳动能力且单独立户的成年重度残疾人' : undefined;
  },
  // 第十六条（四） counts 社会救济金 by name; the other rewards it does not name, so they are a switch of the locality
  excluded: {
    'preferential-pension': { applies: true, law: regulation1999('第二条') },
    'family-planning-reward': { parameter: incomeExclusions.id, law: measures2012('第七条') },
    scholarship: { parameter: incomeExclusions.id, law: measures2012('第七条') },
    'education-grant': { parameter: incomeExclusions.id, law: measures2012('第七条') },
    'bravery-award': { parameter: incomeExclusions.id, law: measures2012('第七条') },
  },
  deducted: {
    'income-tax': { applies: true, law: measures2012('第十六条') },
    'social-insurance': { applies: true, law: measures2012('第十六条') },
  },
  // the State Council's measures of 2014 stand beside those of 2012 from their first day on
  refusal: interimMeasures('第四十五条'),
  threeNone: regulation1999('第八条（一）'),
};

/** The ministry's measures of 2021, whole country, from 2021-07-01. */
export const national2021: LawVersion = {
  id: 'national-2021',
  title: '最低生活保障审核确认办法',
  applies: { division: NATION, from: plainDate('2021-07-01'), to: null },
  law: [measures2021(), regulation1999()],
  articles: {
    hukou: measures2021('第四条'),
    household: measures2021('第七条'),
    alone: measures2021('第八条'),
    income: measures2021('第十三条'),
    assets: measures2021('第十四条'),
    authorisation: measures2021('第九条（三）'),
    amount: measures2021('第二十三条'),
    classified: measures2021('第二十七条'),
  },
  notCounted: ['clergy', 'prison', 'compulsory-rehabilitation', 'missing'],
  parentsByDefault: false,
  fullTimeStudentsOnly: true,
  mayApplyAlone(applicant, household) {
    if (applicant.away === 'clergy') return CLERGY;
    const ground = nearSubsistenceGround(applicant, 3);
    if (ground === undefined || household.nearSubsistenceFamily === false) return undefined;
    return household.nearSubsistenceFamily === undefined ? 'unknown' : ground;
  },
  excluded: {
    'preferential-pension': { applies: true, law: measures2021('第十三条第二款（一）') },
    'family-planning-reward': { applies: true, law: measures2021('第十三条第二款（一）') },
    scholarship: { applies: true, law: measures2021('第十三条第二款（一）') },
    'bravery-award': { applies: true, law: measures2021('第十三条第二款（一）') },
    'social-relief': { applies: true, law: measures2021('第十三条第二款（二）') },
    'education-grant': { applies: true, law: measures2021('第十三条第二款（二）') },
    'basic-pension': { parameter: basicPensionExcluded.id, law: measures2021('第十三条第二款（三）') },
  },
  deducted: {
    'income-tax': { applies: true, law: measures2021('第十三条（四）') },
    'social-insurance': { applies: true, law: measures2021('第十三条（四）') },
    'support-paid': { applies: true, law: measures2021('第十三条（四）') },
    'work-cost': { applies: true, law: measures2021('第十三条（一）') },
    'disability-cost': { parameter: rigidCostsDeducted.id, law: measures2021('第十三条第三款') },
    'illness-cost': { parameter: rigidCostsDeducted.id, law: measures2021('第十三条第三款') },
  },
  refusal: measures2021('第三十四条'),
  threeNone: regulation1999('第八条（一）'),
};

/** 第八条（一）（二）: members of a family near the line. */
function nearSubsistenceGround(applicant: Member, mentalGrade: number): string | undefined {
  if (isSeverelyDisabled(applicant)) return '低保边缘家庭中的一级、二级重度残疾人';
  if (isMentallyDisabled(applicant, mentalGrade)) return '低保边缘家庭中的智力、精神残疾人';
  return applicant.seriousIllness ? '低保边缘家庭中的重特大疾病患者' : undefined;
}

/** Guangdong 2019: 成年无业重度残疾人以及3级、4级智力、精神残疾人, 宗教教职人员, 父母不能履行抚养义务的儿童. */
const aloneInGuangdong: LawVersion['mayApplyAlone'] = (applicant, _household, asOf) => {
  if (applicant.away === 'clergy') return CLERGY;
  if (isMinor(applicant, asOf)) return applicant.parentsUnable ? '父母不能履行抚养义务的儿童' : undefined;
  if (!applicant.unemployed || applicant.ownHukouBooklet) return undefined;
  if (isSeverelyDisabled(applicant)) return '靠家庭供养且无法单独立户的成年无业重度残疾人';
  return isMentallyDisabled(applicant, 4) ? '靠家庭供养且无法单独立户的成年无业三级、四级智力、精神残疾人' : undefined;
};

/** Guangdong's ordinance beside the measures of 2012. */
export const guangdong2019Version: LawVersion = {
  ...national2012,
  id: 'guangdong-2019',
  title: '广东省最低生活保障制度实施办法',
  applies: { division: '44', from: plainDate('2019-09-01'), to: plainDate('2021-07-01') },
  law: [guangdong2019(), ...national2012.law],
  articles: { ...national2012.articles, alone: guangdong2019() },
  mayApplyAlone: (applicant, household, asOf) => aloneInGuangdong(applicant, household, asOf) ?? national2012.mayApplyAlone(applicant, household, asOf),
  idleness: guangdong2019(),
};

/** Guangdong's ordinance beside the measures of 2021: members and income by the newer national text, the province's wider grounds stay. */
export const guangdong2021Version: LawVersion = {
  ...national2021,
  id: 'guangdong-2021',
  title: '最低生活保障审核确认办法（广东）',
  applies: { division: '44', from: plainDate('2021-07-01'), to: null },
  law: [measures2021(), guangdong2019(), regulation1999()],
  articles: { ...national2021.articles, alone: measures2021('第八条（一）（二）（三）（四）') },
  mayApplyAlone: (applicant, household, asOf) => aloneInGuangdong(applicant, household, asOf) ?? national2021.mayApplyAlone(applicant, household, asOf),
  idleness: guangdong2019(),
};

/** In the order they came into force; the kernel takes the most specific in force on the day. */
export const LAW_VERSIONS: readonly LawVersion[] = [national2012, national2021, guangdong2019Version, guangdong2021Version];
