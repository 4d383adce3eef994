import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listDivisionsOn, readDivisionData } from '../../src/kernel/registers/division/read-division-data.ts';
import { checkIdCardNumber } from '../../src/kernel/values/id-card-number.ts';
import { luhnDigit } from './accounts.ts';
import type { DemoHousehold, DemoMember } from './demo-household.ts';
import { DEMO_SEED, generatePopulation } from './generate-population.ts';
import { STANDARD_YUAN } from './incomes.ts';

const rows = readDivisionData(readFileSync(join(import.meta.dirname, '../../data/divisions/guangdong.csv'), 'utf8'));
const divisions = listDivisionsOn(rows, '2014-10-31');
const population = generatePopulation({ seed: DEMO_SEED, divisions });
const members = population.flatMap((household) => household.members);
const incomeFen = (household: DemoHousehold) => household.members.flatMap((member) => member.incomes).reduce((sum, income) => sum + income.monthlyFen, 0);
const topUpFen = (household: DemoHousehold) => STANDARD_YUAN * 100 * household.members.length - incomeFen(household);
const digest = (households: unknown) => createHash('sha256').update(JSON.stringify(households)).digest('hex');
/** Years from one birth to another, as an exact decimal near enough. */
const yearsBetween = (earlier: DemoMember, later: DemoMember) => (Date.parse(later.birthDate) - Date.parse(earlier.birthDate)) / 31_556_952_000;

describe('演示城市的低保家庭', () => {
  test('恰为 4,880 户、11,458 人，分布在 24 个镇区、277 个村居，每处都有', () => {
    expect(population).toHaveLength(4880);
    expect(members).toHaveLength(11458);
    expect(new Set(population.map((household) => household.village)).size).toBe(277);
    expect(new Set(population.map((household) => household.village.slice(0, 9))).size).toBe(24);
    expect(new Set(population.map((household) => household.key)).size).toBe(4880);
    for (const household of population) expect(household.members.length).toBeGreaterThanOrEqual(1);
    expect(Math.max(...population.map((household) => household.members.length))).toBeLessThanOrEqual(6);
  });

  test('户数、人数可以改，其余不变样', () => {
    const fewer = generatePopulation({ seed: 1, divisions, households: 300, persons: 704 });
    expect([fewer.length, fewer.flatMap((household) => household.members).length]).toEqual([300, 704]);
    expect(() => generatePopulation({ seed: 1, divisions, households: 10, persons: 9 })).toThrow(RangeError);
    expect(() => generatePopulation({ seed: 1, divisions, households: 10, persons: 61 })).toThrow(RangeError);
  });

  test('同一种子逐字节相同，换种子就不同', () => {
    expect(digest(generatePopulation({ seed: DEMO_SEED, divisions }))).toBe(digest(population));
    expect(digest(generatePopulation({ seed: 2015, divisions }))).not.toBe(digest(population));
  });

  test('身份证号码只用从未启用的 442099，校验位对，与生日、性别相符，无重号', () => {
    const agents = population.flatMap(({ account }) => (typeof account.holder === 'number' ? [] : [account.holder.agent]));
    const numbers = [...members, ...agents].map((each) => each.idNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(checkIdCardNumber(number, { demo: true })).toMatchObject({ ok: true, areaCode: '442099' });
    for (const member of members) expect(checkIdCardNumber(member.idNumber, { demo: true })).toMatchObject({ birthDate: member.birthDate, sex: member.sex });
    expect(checkIdCardNumber(members[0]!.idNumber).ok).toBe(false);
  });

  test('家庭关系与年龄相合', () => {
    for (const household of population) {
      const head = household.members[household.head]!;
      expect(household.members.filter((member) => member.relation === 'head')).toEqual([head]);
      expect(household.members.filter((member) => member.relation === 'spouse').length).toBeLessThanOrEqual(1);
      for (const member of household.members) {
        if (member.relation === 'spouse') expect(member.sex).not.toBe(head.sex);
        if (member.relation === 'son' || member.relation === 'daughter')
          expect([member.sex, yearsBetween(head, member) > 19]).toEqual([member.relation === 'son' ? 'male' : 'female', true]);
        if (member.relation === 'parent') expect(yearsBetween(member, head)).toBeGreaterThan(19);
        if (member.relation === 'grandchild') expect(yearsBetween(head, member)).toBeGreaterThan(38);
        expect(member.birthDate < '2014-10-16').toBe(true);
        if (member.student !== undefined || member.birthDate > '1998-10-15')
          expect(member.incomes.filter((income) => income.category === 'wage' || income.category === 'business')).toEqual([]);
        if (member.birthDate > '1998-10-15') expect(member.labour).toBe('none');
      }
      const children = household.members.filter((member) => ['son', 'daughter', 'grandchild'].includes(member.relation));
      for (const [at, child] of children.entries()) if (at > 0) expect(yearsBetween(children[at - 1]!, child)).toBeGreaterThan(0.8);
      const spouse = household.members.find((member) => member.relation === 'spouse');
      for (const child of household.members)
        if (spouse && (child.relation === 'son' || child.relation === 'daughter')) expect(yearsBetween(spouse, child)).toBeGreaterThan(19);
    }
  });

  test('人均补差：城镇 380 元、农村 322 元，约九成是农村户籍；每户都有得补', () => {
    for (const [kind, yuan] of [
      ['urban', 380],
      ['rural', 322],
    ] as const) {
      const own = population.filter((household) => household.hukouKind === kind);
      const average = own.reduce((sum, household) => sum + topUpFen(household), 0) / own.flatMap((household) => household.members).length / 100;
      expect(Math.abs(average - yuan)).toBeLessThan(0.5);
    }
    const rural = population.filter((household) => household.hukouKind === 'rural').flatMap((household) => household.members).length;
    expect(rural / members.length).toBeGreaterThan(0.88);
    expect(rural / members.length).toBeLessThan(0.92);
    for (const household of population) expect(topUpFen(household)).toBeGreaterThanOrEqual(2000);
    for (const income of members.flatMap((member) => member.incomes)) expect(Number.isSafeInteger(income.monthlyFen) && income.monthlyFen > 0).toBe(true);
  });

  test('账号 19 位、过 Luhn、不重；有少数由代领人代领；起始月在 2010-01 至 2014-10', () => {
    expect(new Set(population.map((household) => household.account.number)).size).toBe(4880);
    for (const { account, members: own, since } of population) {
      expect(account.number).toMatch(/^999\d{16}$/);
      expect(luhnDigit(account.number.slice(0, 18))).toBe(account.number[18]);
      if (typeof account.holder === 'number') expect(own[account.holder]).toBeDefined();
      expect(since >= '2010-01' && since <= '2014-10').toBe(true);
    }
    const agents = population.filter((household) => typeof household.account.holder !== 'number').length;
    expect(agents).toBeGreaterThan(50);
    expect(agents).toBeLessThan(600);
  });

  test('住址用真实的镇区与村居', () => {
    const place = new Map(divisions.map((row) => [row.code, row]));
    for (const household of population) expect(household.address.startsWith(place.get(household.village.slice(0, 9))!.name)).toBe(true);
    expect(population.find((household) => household.village === '442000001016')!.address).toMatch(/^石岐区太平社区 .+ \d+ 号/);
  });
});
