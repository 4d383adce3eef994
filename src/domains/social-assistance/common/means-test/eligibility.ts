import { met, unknownFact, unmet, type AsOf, type Criterion, type Finding } from '../../../../kernel/contract/rules.ts';
import type { Parameter } from '../../../../kernel/contract/parameter.ts';
import { formatYuan, multiplyFen, type Fen } from '../../../../kernel/values/money.ts';
import { nameOf, type Facts, type Member } from './facts.ts';
import { isIdle, reckonIncome } from './income.ts';
import { countMembers, type MembersCounted } from './members.ts';
import { houseLimit, movableLimit, standard, vehicleLimit } from './parameters.ts';
import type { LawVersion } from './version.ts';

/** What the means of a household are measured by: a line of income a head and the limits of property. */
export interface MeansLimits {
  readonly line: Parameter;
  /** 低保标准 */
  readonly lineTitle: string;
  readonly movable: Parameter;
  readonly vehicles: Parameter;
  readonly houses: Parameter;
}
export const SUBSISTENCE: MeansLimits = { line: standard, lineTitle: '低保标准', movable: movableLimit, vehicles: vehicleLimit, houses: houseLimit };

/** What a household that applies for 低保 must fulfil, each with its article; written once, the versions say where they differ. */
export function listCriteria(law: LawVersion): readonly Criterion<Facts>[] {
  const { articles } = law;
  return [
    ...householdCriteria(law).slice(0, 2),
    { id: 'alone', title: '以家庭为单位申请；单独申请的符合规定', law: articles.alone, test: (facts, asOf) => testAlone(facts, law, asOf) },
    ...householdCriteria(law).slice(2),
    incomeCriterion(law, SUBSISTENCE),
    ...assetCriteria(law, SUBSISTENCE),
    ...(law.idleness === undefined
      ? []
      : [{ id: 'suitable-work', title: '有劳动能力的成员没有无正当理由不工作', law: law.idleness, test: (facts: Facts, asOf: AsOf) => testWork(facts, law, asOf) }]),
  ];
}

/** Who may apply at all: hukou here, the applicant among those counted, all signed for the check. */
export function householdCriteria(law: LawVersion): readonly Criterion<Facts>[] {
  const { articles } = law;
  return [
    { id: 'hukou', title: '申请人持有当地常住户口', law: articles.hukou, test: testHukou },
    { id: 'household', title: '申请人在计入的共同生活家庭成员之内', law: articles.household, test: (facts, asOf) => testHousehold(facts, law, asOf) },
    { id: 'authorisation', title: '计入的成员都已授权核对经济状况', law: articles.authorisation, test: (facts, asOf) => testAuthorisation(facts, law, asOf) },
  ];
}

/** Income a head below the line. */
export const incomeCriterion = (law: LawVersion, limits: MeansLimits): Criterion<Facts> =>
  ({ id: 'income', title: `人均月收入低于${limits.lineTitle}`, law: law.articles.income, test: (facts, asOf) => testIncome(facts, law, asOf, limits) });

/** Property within its limits. */
export const assetCriteria = (law: LawVersion, limits: MeansLimits): readonly Criterion<Facts>[] => [
  { id: 'movable-assets', title: '存款等动产不超过上限', law: law.articles.assets, test: (facts, asOf) => testMovable(facts, law, asOf, limits) },
  { id: 'vehicles', title: '机动车、船舶不超过上限', law: law.articles.assets, test: (facts, asOf) => testCount(facts.assets.vehicles, 'vehicles', '机动车、船舶', asOf.count(limits.vehicles.id), '辆') },
  { id: 'houses', title: '房屋不超过上限', law: law.articles.assets, test: (facts, asOf) => testCount(facts.assets.houses, 'houses', '房屋', asOf.count(limits.houses.id), '套') },
];

/** S of the household's hukou kind; unknown while that is. */
export const standardOf = (facts: Facts, asOf: AsOf): Fen => asOf.money(standard.id, facts.hukouKind);

const namesOf = (members: readonly Member[]): string => members.map(nameOf).join('、');

function testHukou(facts: Facts): Finding {
  const applicant = facts.members.find((member) => member.relation === 'self');
  return applicant?.hukouHere === true ? met('申请人的户口在本市') : unmet('申请人的户口不在本市，要向户籍所在地的镇街申请');
}

function testHousehold(facts: Facts, law: LawVersion, asOf: AsOf): Finding {
  const { counted, left } = countMembers(facts, law, asOf);
  const applicant = counted.some((member) => member.relation === 'self');
  const others = (): string => left.map((one) => `${nameOf(one.member)}（${one.because}）`).join('、');
  if (!applicant) return unmet(() => `申请人本人不能计入：${others()}。请由家里另一位成员申请`);
  return met(() => `计入${counted.length}人：${namesOf(counted)}${left.length === 0 ? '' : `；不计入：${others()}`}`);
}

function testAlone(facts: Facts, law: LawVersion, asOf: AsOf): Finding {
  if (facts.application === 'household') return met('以家庭为单位申请');
  const applicant = facts.members.find((member) => member.relation === 'self');
  const ground = applicant === undefined ? undefined : law.mayApplyAlone(applicant, facts, asOf);
  if (ground === 'unknown') return unknownFact('nearSubsistenceFamily', '所在家庭是否低保边缘家庭');
  return ground === undefined ? unmet('不属于可以单独申请的人，请以家庭为单位申请') : met(() => `可以单独申请：${ground}`);
}

function testAuthorisation(facts: Facts, law: LawVersion, asOf: AsOf): Finding {
  const { counted } = countMembers(facts, law, asOf);
  const refusing = counted.filter((member) => member.authorised === false);
  if (refusing.length > 0) return unmet(() => `${namesOf(refusing)}没有授权核对经济状况`);
  const waiting = counted.filter((member) => member.authorised === undefined);
  return waiting.length > 0 ? unknownFact('authorised', `${namesOf(waiting)}是否授权核对经济状况`) : met(() => `${counted.length}人都已授权`);
}

/** I < S×n, compared exactly: the average per head is never worked out, it may not come out even (1000 ÷ 3). */
function testIncome(facts: Facts, law: LawVersion, asOf: AsOf, limits: MeansLimits): Finding {
  const members = countMembers(facts, law, asOf);
  if (members.counted.length === 0) return unmet('没有人可以计入');
  if (facts.hukouKind === undefined) return unknownFact('hukouKind', '户口是城镇的还是农村的');
  const income = reckonIncome(facts, law, asOf);
  if (income.is === 'unknown') return unknownFact('windowTotalFen', `申请前${income.months}个月的收入总额（现在填的不是${income.months}个月的）`);
  const line = multiplyFen(asOf.money(limits.line.id, facts.hukouKind), members.counted.length);
  const compared = (): string => `全家每月收入 ${formatYuan(income.fen)} 元，${members.counted.length} 人的${limits.lineTitle}合计 ${formatYuan(line)} 元`;
  const below = limits === SUBSISTENCE ? '标准' : limits.lineTitle;
  return income.fen < line ? met(() => `${compared()}，低于${below}`) : unmet(() => `${compared()}，没有低于${below}`);
}

function testMovable(facts: Facts, law: LawVersion, asOf: AsOf, limits: MeansLimits): Finding {
  const { movableFen } = facts.assets;
  if (movableFen === undefined) return unknownFact('assets.movableFen', '存款等动产合计');
  const members: MembersCounted = countMembers(facts, law, asOf);
  const limit = multiplyFen(asOf.money(limits.movable.id), members.counted.length);
  const compared = (): string => `动产合计 ${formatYuan(movableFen as Fen)} 元，${members.counted.length} 人的上限 ${formatYuan(limit)} 元`;
  return movableFen <= limit ? met(() => `${compared()}，没有超过`) : unmet(() => `${compared()}，超过了`);
}

function testCount(owned: number | undefined, id: string, title: string, limit: number, unit: string): Finding {
  if (owned === undefined) return unknownFact(`assets.${id}`, `${title}有几${unit}`);
  const compared = (): string => `${title} ${owned} ${unit}，上限 ${limit} ${unit}`;
  return owned <= limit ? met(() => `${compared()}，没有超过`) : unmet(() => `${compared()}，超过了`);
}

/** Who could work and does not is not taken in; the others are. Nobody is left when all are such. */
function testWork(facts: Facts, law: LawVersion, asOf: AsOf): Finding {
  const { counted } = countMembers(facts, law, asOf);
  const idle = counted.filter((member) => isIdle(member, law));
  if (idle.length === 0) return met('没有这样的成员');
  if (idle.length === counted.length) return unmet(() => `${namesOf(idle)}有劳动能力，无正当理由不工作，不得纳入`);
  return met(() => `${namesOf(idle)}无正当理由不工作，本人不纳入，收入按最低工资计算；其他成员不受影响`);
}
