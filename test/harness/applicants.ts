import { idCardCheckDigit } from '../../src/kernel/values/id-card-number.ts';

/** An invented person of an invented household; the area code was never allotted. */
export interface Applicant { readonly name: string; readonly birth: string; readonly order: number; readonly relation: string; readonly more?: Readonly<Record<string, unknown>> }

/** 442099 + birth date + order (odd = man) + the check digit of GB 11643. */
export function idOf(person: Pick<Applicant, 'birth' | 'order'>): string {
  const body = `442099${person.birth.replaceAll('-', '')}${String(person.order).padStart(3, '0')}`;
  return body + idCardCheckDigit(body);
}

const TAIPING = '442000001016';

/** The answers of an application as typed at the counter. */
export function applicationOf(people: readonly Applicant[], more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    division: TAIPING, address: '太平路 3 号 201', phone: '13800002206', hukouKind: 'urban', application: 'household', singleParent: false, threeNone: false,
    members: people.map((person) => ({
      name: person.name, idCard: idOf(person), relation: person.relation, hukouHere: true, livesTogether: true, hasDisability: false, seriousIllness: false, study: 'none', labour: 'able', ...person.more,
    })),
    incomes: [], movable: '1200', vehicles: '0', houses: '1',
    hasAccount: true, bankCode: '314', accountHolder: people[0]?.name, accountNumber: `999000000000000${String(people[0]?.order ?? 0).padStart(4, '0')}`, authorise: true, relativeOfStaff: false, truthful: true, ...more,
  };
}

/** 陈秀英's household of the walkthrough: cleaning work, a pension, a daughter at university. */
export const CHEN: readonly Applicant[] = [
  { name: '陈秀英', birth: '1958-01-02', order: 442, relation: 'self' },
  { name: '黄志强', birth: '1953-01-02', order: 301, relation: 'spouse', more: { hasDisability: true, disabilityKind: 'physical', disabilityGrade: '2', labour: 'none' } },
  { name: '黄可欣', birth: '1995-01-10', order: 14, relation: 'child', more: { study: 'undergraduate' } },
];
export const CHEN_INCOME = {
  incomes: [{ person: '陈秀英', source: 'wage', note: '清洁零工', regular: 'total', total: '3720', months: '6' }, { person: '黄志强', source: 'pension', regular: 'monthly', monthly: '165' }],
  movable: '6318.42',
};

const alone = (name: string, birth: string, order: number, more?: Readonly<Record<string, unknown>>): Applicant[] => [{ name, birth, order, relation: 'self', ...(more ? { more } : {}) }];

/** Households that apply one after another, so that a desk has something of everything on it. */
export const OTHERS = {
  liang: [...alone('梁志坚', '1961-05-03', 11), { name: '梁小燕', birth: '2003-02-11', order: 22, relation: 'child', more: { study: 'school', labour: 'none' } }],
  zhou: alone('周玉珍', '1944-09-09', 24, { labour: 'none' }),
  he: [...alone('何伟明', '1970-07-07', 33), { name: '苏丽', birth: '1973-03-03', order: 44, relation: 'spouse' }],
  ou: alone('欧阳权', '1966-06-06', 55),
  ma: alone('马丽群', '1975-04-21', 66),
  lu: alone('卢亚平', '1950-12-01', 77, { labour: 'none' }),
} as const;
