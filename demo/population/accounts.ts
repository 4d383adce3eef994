import type { DemoAccount, DemoAgent } from './demo-household.ts';
import type { Person } from './family.ts';
import type { IdNumbers } from './id-numbers.ts';
import { pickGivenName, pickSurname } from './names.ts';
import type { Random } from './random.ts';

const BANKS: readonly (readonly [{ bank: string; bankCode: string }, number])[] = [
  [{ bank: '农商银行', bankCode: '314' }, 72],
  [{ bank: '邮政储蓄银行', bankCode: '403' }, 14],
  [{ bank: '农业银行', bankCode: '103' }, 8],
  [{ bank: '工商银行', bankCode: '102' }, 4],
  [{ bank: '建设银行', bankCode: '105' }, 2],
];

const AGENT_RELATIONS: readonly (readonly [string, number])[] = [
  ['兄弟', 30],
  ['姐妹', 20],
  ['侄子', 20],
  ['已成家子女', 15],
  ['村居干部', 15],
];

/** The check digit by Luhn: the whole number passes the test of ISO/IEC 7812. */
export function luhnDigit(front: string): string {
  let sum = 0;
  for (const [at, digit] of [...front].toReversed().entries()) {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/**
 * The household's account: in the head's name, or another member's, or an agent's (代领人) where nobody in the family can go to a bank.
 * `serial` makes the number unique.
 */
export function openAccount(random: Random, people: readonly Person[], ids: IdNumbers, serial: number): DemoAccount {
  const bank = random.weighted(BANKS);
  const front = `999${bank.bankCode}${String(serial).padStart(8, '0')}${String(random.between(0, 9999)).padStart(4, '0')}`;
  return { ...bank, number: front + luhnDigit(front), holder: holderOf(random, people, ids) };
}

function holderOf(random: Random, people: readonly Person[], ids: IdNumbers): DemoAccount['holder'] {
  const helpless = people.filter((each) => each.age >= 18 && !needsHelp(each)).length === 0;
  if (helpless && random.chance(0.6)) return { agent: inventAgent(random, people[0]!, ids) };
  const other = people.findIndex((each, at) => at > 0 && each.age >= 18 && !needsHelp(each));
  return other > 0 && needsHelp(people[0]!) ? other : 0;
}

/** Cannot be expected at a bank counter: severe mental or intellectual disability, or very old. */
function needsHelp(each: Person): boolean {
  const { disability } = each;
  return each.age >= 84 || (disability !== undefined && (disability.kind === 'mental' || disability.kind === 'intellectual') && disability.grade <= 2);
}

function inventAgent(random: Random, head: Person, ids: IdNumbers): DemoAgent {
  const relation = random.weighted(AGENT_RELATIONS);
  const sex = relation === '姐妹' ? 'female' : relation === '兄弟' || relation === '侄子' ? 'male' : random.pick(['male', 'female'] as const);
  const kin = relation !== '村居干部';
  const year =
    relation === '已成家子女'
      ? Number(head.birthDate.slice(0, 4)) + 28
      : relation === '侄子'
        ? Number(head.birthDate.slice(0, 4)) + 25
        : kin
          ? Number(head.birthDate.slice(0, 4)) + random.between(-3, 8)
          : random.between(1962, 1985);
  const birthDate = `${Math.min(1994, year)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  const surname = kin ? head.name.slice(0, /^(欧阳|司徒)/.test(head.name) ? 2 : 1) : pickSurname(random);
  return { name: surname + pickGivenName(random, sex, Number(birthDate.slice(0, 4))), idNumber: ids.give(random, birthDate, sex), relation };
}
