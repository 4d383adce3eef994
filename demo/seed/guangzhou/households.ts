import { luhnDigit } from '../../population/accounts.ts';
import type { DemoHousehold, DemoMember } from '../../population/demo-household.ts';
import { IdNumbers } from '../../population/id-numbers.ts';
import { createRandom } from '../../population/random.ts';

type Told = Pick<DemoMember, 'name' | 'sex' | 'birthDate' | 'relation' | 'labour'> & { readonly wageYuan?: number; readonly student?: DemoMember['student']; readonly disabled?: boolean; readonly ill?: boolean };

const adult = (name: string, sex: 'male' | 'female', birthDate: string, relation: DemoMember['relation'], wageYuan: number, more: Partial<Told> = {}): Told => ({ name, sex, birthDate, relation, labour: wageYuan > 0 ? 'partly' : 'none', wageYuan, ...more });
const child = (name: string, sex: 'male' | 'female', birthDate: string): Told => ({ name, sex, birthDate, relation: sex === 'male' ? 'son' : 'daughter', labour: 'none', student: 'compulsory' });

const YUEXIU = { village: '440104003104', place: '北京街道流水井社区' };
const HAIZHU = { village: '440105004101', place: '江南中街道万松园社区' };

/** Families of the story of 2024, each with where it lives. Everyone is invented; nobody's number begins with a real area code. */
const told = {
  granted: [YUEXIU, '流水井 18 号', [adult('冼玉珍', 'female', '1969-03-11', 'head', 1_100, { ill: true }), child('周文轩', 'male', '2010-09-02')]],
  filed: [YUEXIU, '教育路 45 号', [adult('霍秀莲', 'female', '1958-12-05', 'head', 900), adult('霍志成', 'male', '1985-06-21', 'son', 0, { disabled: true })]],
  late: [HAIZHU, '江南西路 102 号', [adult('屈国华', 'male', '1971-07-30', 'head', 1_300, { disabled: true }), child('屈嘉敏', 'female', '2012-04-17')]],
  extended: [YUEXIU, '大南路 9 号', [adult('凌少芬', 'female', '1979-01-25', 'head', 1_600), child('凌子健', 'male', '2008-11-13'), child('凌子晴', 'female', '2014-08-08')]],
  notice: [HAIZHU, '紫金大街 33 号', [adult('利桂芳', 'female', '1963-05-19', 'head', 700, { ill: true })]],
  looking: [YUEXIU, '仙湖街 71 号', [adult('谈伟林', 'male', '1966-10-02', 'head', 1_000), adult('谈月娥', 'female', '1968-02-14', 'spouse', 0, { ill: true })]],
  waiting: [HAIZHU, '杏坛大街 6 号', [adult('蓝彩霞', 'female', '1982-08-27', 'head', 1_400), child('蓝俊豪', 'male', '2011-03-05')]],
  delegated: [HAIZHU, '万松园 27 号', [adult('阮广荣', 'male', '1961-04-08', 'head', 800), adult('阮焕好', 'female', '1964-09-16', 'spouse', 300)]],
  fresh: [YUEXIU, '盐运西 12 号', [adult('植丽明', 'female', '1975-11-20', 'head', 1_200), child('植浩然', 'male', '2013-06-30')]],
} as const satisfies Record<string, readonly [typeof YUEXIU, string, readonly Told[]]>;

export type Family = keyof typeof told;

export function inventGuangzhou(): Readonly<Record<Family, DemoHousehold>> {
  const random = createRandom(2024);
  const ids = new IdNumbers();
  const households = Object.entries(told).map(([key, [where, road, members]], at): [string, DemoHousehold] => {
    const front = `999314${String(at + 1).padStart(12, '4')}`;
    return [key, {
      key, village: where.village, address: `${where.place} ${road}`, hukouKind: 'urban', head: 0, since: '2024-05',
      account: { bank: '农商银行', bankCode: '314', number: front + luhnDigit(front), holder: 0 },
      members: (members as readonly Told[]).map((one): DemoMember => ({
        name: one.name, idNumber: ids.give(random, one.birthDate, one.sex), sex: one.sex, birthDate: one.birthDate, relation: one.relation, hukouDivision: where.village, labour: one.labour,
        incomes: one.wageYuan ? [{ category: 'wage', title: '打零工', monthlyFen: one.wageYuan * 100 }] : [],
        ...(one.student ? { student: one.student } : {}), ...(one.ill ? { seriousIllness: true } : {}), ...(one.disabled ? { disability: { kind: 'physical' as const, grade: 2 as const } } : {}),
      })),
    }];
  });
  return Object.fromEntries(households) as Record<Family, DemoHousehold>;
}
