import { arrivingKey } from '../../../../kernel/casework/arriving-key.ts';
import type { GrantBefore } from '../../../../kernel/casework/grant-case-reader.ts';
import type { EventAnswer, EventChange, HouseholdEvent, Newcomer } from '../../../../kernel/casework/household-event.ts';
import type { FormValues } from '../../../../kernel/contract/check-form.ts';
import type { FieldError } from '../../../../kernel/contract/form.ts';
import { checkIdCardNumber } from '../../../../kernel/values/id-card-number.ts';
import { plainDate, type PlainDate } from '../../../../kernel/values/plain-date.ts';
import { facts as factsSchema, type Facts, type Member } from '../../common/means-test/facts.ts';
import { incomeOfSource } from '../../common/means-test/read-form.ts';
import { RELATIONS } from '../../common/means-test/terms.ts';
import { CHANGE_KINDS, isChangeKind, type ChangeKind } from './change-kinds.ts';
import { factsOf, freeKey, isTakenOver, joined, withApplicant, withIncome, without } from './changed-facts.ts';

interface Ground { readonly kind: ChangeKind; readonly day: PlainDate; readonly values: FormValues; readonly grant: GrantBefore; readonly other: GrantBefore | null; readonly facts: Facts; readonly today: PlainDate; readonly demo: boolean }
type Read = Omit<HouseholdEvent, 'kind' | 'words' | 'day' | 'notes' | 'before'> & { readonly words: string };
type Answer = Read | FieldError;

const wrong = (path: string, sentence: string): FieldError => ({ path, code: 'change.wrong', sentence });
const text = (values: FormValues, key: string): string => (typeof values[key] === 'string' ? (values[key] as string).trim() : '');
const money = (values: FormValues, key: string): number => (typeof values[key] === 'number' ? values[key] as number : 0);
const dayWords = (day: PlainDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** The event behind the answers, on the household as it stands. Pure. */
export function readChangeEvent(grant: GrantBefore, other: GrantBefore | null, values: FormValues, at: { readonly today: PlainDate; readonly demo: boolean }): EventAnswer {
  const kind = values['kind'];
  if (!isChangeKind(kind)) return { ok: false, errors: [wrong('kind', '请选是哪一种变化。')] };
  const day = plainDate(text(values, 'happenedOn'));
  if (day > at.today) return { ok: false, errors: [wrong('happenedOn', '这一天还没有到，请写已经发生的日期。')] };
  const facts = factsOf(grant);
  if (facts === undefined) return { ok: false, errors: [wrong('kind', '这一户有成员没有登记出生日期，请先到“人”里补上。')] };
  const answer = read({ kind, day, values, grant, other, facts, ...at });
  if ('sentence' in answer) return { ok: false, errors: [answer] };
  const notes = isTakenOver(grant) && answer.here !== null ? ['这一户是从花名册接收来的，没有收入财产的记录。决定以前请在“更正申报情况”里补齐。'] : [];
  return { ok: true, event: { ...answer, before: facts, kind, day, words: `${dayWords(day)}${answer.words}`, notes } };
}

function read(at: Ground): Answer {
  switch (at.kind) {
    case 'birth': case 'marriage': case 'return': return readNewcomer(at);
    case 'death': case 'left': return readLeaving(at);
    case 'transfer': return readTransfer(at);
    case 'split': return readSplit(at);
    case 'merge': return readMerge(at);
    case 'head': return readHead(at);
    case 'move': return { words: '搬家', change: { is: 'move', division: text(at.values, 'division'), address: text(at.values, 'address') }, newcomers: [], here: { ...at.facts, division: text(at.values, 'division') } };
    case 'leave-city': return { words: `迁往${text(at.values, 'destination')}`, change: { is: 'dissolve' }, newcomers: [], here: null };
    case 'job-found': case 'job-lost': case 'income': return readMoney(at);
  }
}

/** A member by the name the report uses; two of one name cannot be told apart by it. */
function find(at: Ground, path: string, name: string): Member | FieldError {
  const same = at.grant.members.filter((one) => one.name === name);
  const member = at.facts.members.find((one) => one.key === same[0]?.key);
  if (same.length === 0 || member === undefined) return wrong(path, `这一户里没有“${name}”，请照登记的姓名写。`);
  return same.length > 1 ? wrong(path, `这一户有两个“${name}”，请到窗口办。`) : member;
}

function readNewcomer(at: Ground): Answer {
  const number = text(at.values, 'idCard');
  const checked = number === '' ? undefined : checkIdCardNumber(number, { today: at.today, demo: at.demo });
  if (checked !== undefined && !checked.ok) return wrong('idCard', checked.sentence);
  if (checked === undefined && at.kind !== 'birth') return wrong('idCard', '请写身份证号。');
  const sex = checked?.sex ?? (text(at.values, 'sex') === 'male' ? 'male' : text(at.values, 'sex') === 'female' ? 'female' : 'unknown');
  const birthDate = checked?.birthDate ?? at.day;
  if (at.kind === 'birth' && birthDate > at.day) return wrong('happenedOn', '出生日期晚于报告的日期，请核对。');
  const key = freeKey(at.facts);
  const relation = text(at.values, 'relation') as Member['relation'];
  const study = text(at.values, 'study') || 'none';
  const income = money(at.values, 'newcomerMonthly');
  const parsed = factsSchema.safeParse({
    ...at.facts, members: [...at.facts.members, {
      key, name: text(at.values, 'name'), relation, ...(sex === 'unknown' ? {} : { sex }), birthDate, hukouHere: at.values['hukouHere'] === true, authorised: at.values['authorise'] === true,
      labour: at.kind === 'birth' ? 'none' : text(at.values, 'labour'), study: study === 'part-time' ? 'none' : study, fullTime: study !== 'part-time',
      incomes: income === 0 ? [] : [{ category: 'wage', monthlyFen: income }],
    }],
  });
  if (!parsed.success) return wrong('relation', '这个人的情况没有看懂，请重新填。');
  const one: Newcomer = { key, name: text(at.values, 'name'), idNumber: checked?.number ?? null, sex, birthDate };
  return { words: CHANGE_KINDS[at.kind], change: { is: 'add', person: key, relation: RELATIONS[relation] }, newcomers: [one], here: parsed.data };
}

/** Key of whoever follows the head; asked only where the head goes and more than one stays. */
function nextHead(at: Ground, leaving: readonly string[]): { readonly key: string | undefined } | FieldError {
  const rest = at.facts.members.filter((one) => !leaving.includes(one.key));
  if (rest.some((one) => one.relation === 'self') || rest.length === 0) return { key: undefined };
  if (rest.length === 1) return { key: rest[0]?.key };
  const name = text(at.values, 'nextHead');
  if (name === '') return wrong('nextHead', '走的人是户主，请写由谁接。');
  const next = find(at, 'nextHead', name);
  if ('sentence' in next) return next;
  return leaving.includes(next.key) ? wrong('nextHead', '接任户主的人也走了，请写留下的人。') : { key: next.key };
}

function readLeaving(at: Ground): Answer {
  const member = find(at, 'person', text(at.values, 'person'));
  if ('sentence' in member) return member;
  const next = nextHead(at, [member.key]);
  if ('sentence' in next) return next;
  const words = at.kind === 'death' ? `${member.name ?? '成员'}去世` : `${member.name ?? '成员'}离开家庭（${text(at.values, 'why')}）`;
  return { words, change: { is: 'remove', person: member.key, nextHead: next.key, ...(at.kind === 'death' ? { died: true } : {}) }, newcomers: [], here: without(at.facts, [member.key], next.key) ?? null };
}

function readTransfer(at: Ground): Answer {
  if (at.other === null) return wrong('otherNumber', '没有找到另一户，请核对户号。');
  const member = find(at, 'person', text(at.values, 'person'));
  if ('sentence' in member) return member;
  const next = nextHead(at, [member.key]);
  if ('sentence' in next) return next;
  const relation = text(at.values, 'otherRelation') as Member['relation'];
  const change: EventChange = { is: 'transfer', person: member.key, relation: RELATIONS[relation], nextHead: next.key };
  const gains = at.other.members.length > 0 ? factsOf(at.other) : undefined;
  const key = keyElsewhere(at.grant, member.key);
  return {
    words: `${member.name ?? '成员'}转到另一户`, change, newcomers: [], here: without(at.facts, [member.key], next.key) ?? null,
    ...(gains === undefined ? {} : { other: joined(gains, [{ member, key, relation }], { movableFen: 0, vehicles: 0, houses: 0 }) }),
  };
}

const keyElsewhere = (grant: GrantBefore, key: string): string => arrivingKey(grant.members.find((one) => one.key === key)?.personId ?? 0);

function readSplit(at: Ground): Answer {
  const rows = Array.isArray(at.values['leaving']) ? at.values['leaving'] as readonly FormValues[] : [];
  const leaving: Member[] = [];
  for (const [index, row] of rows.entries()) {
    const member = find(at, `leaving.${index}.person`, text(row, 'person'));
    if ('sentence' in member) return member;
    leaving.push(member);
  }
  const keys = leaving.map((one) => one.key);
  if (keys.length >= at.facts.members.length) return wrong('leaving', '全家都走不是分户，请选“搬家”。');
  const head = find(at, 'newHead', text(at.values, 'newHead'));
  if ('sentence' in head) return head;
  if (!keys.includes(head.key)) return wrong('newHead', '新户的户主要在分出去的人里。');
  const next = nextHead(at, keys);
  if ('sentence' in next) return next;
  const rest = without(at.facts, keys, next.key);
  const led = withApplicant(at.facts, head.key);
  const took = money(at.values, 'movable');
  const begun: Facts = {
    ...led, application: 'household', members: led.members.filter((one) => keys.includes(one.key)),
    assets: { movableFen: took, houses: money(at.values, 'houses'), vehicles: money(at.values, 'vehicles') },
  };
  const stays = rest === undefined ? null : { ...rest, assets: { ...rest.assets, ...(rest.assets.movableFen === undefined ? {} : { movableFen: Math.max(0, rest.assets.movableFen - took) }) } };
  const persons = begun.members.map((one) => ({ person: one.key, relation: RELATIONS[one.relation] }));
  return { words: '分户', change: { is: 'split', persons, head: head.key, address: text(at.values, 'address'), nextHead: next.key }, newcomers: [], here: stays, begun };
}

function readMerge(at: Ground): Answer {
  if (at.other === null) return wrong('otherNumber', '没有找到另一户，请核对户号。');
  const relation = text(at.values, 'otherRelation') as Member['relation'];
  const gains = at.other.members.length > 0 ? factsOf(at.other) : undefined;
  const relationOf = (one: Member): Member['relation'] => (one.relation === 'self' ? relation : 'other');
  const arriving = at.facts.members.map((member) => ({ member, key: keyElsewhere(at.grant, member.key), relation: relationOf(member) }));
  return {
    words: '并入另一户', change: { is: 'merge', relations: at.facts.members.map((one) => ({ person: one.key, relation: RELATIONS[relationOf(one)] })) }, newcomers: [], here: null,
    ...(gains === undefined ? {} : { other: joined(gains, arriving, at.facts.assets) }),
  };
}

function readHead(at: Ground): Answer {
  const member = find(at, 'person', text(at.values, 'person'));
  if ('sentence' in member) return member;
  const here = withApplicant(at.facts, member.key);
  const relations = here.members.filter((one) => one.key !== member.key).map((one) => ({ person: one.key, relation: RELATIONS[one.relation] }));
  return { words: `户主改为${member.name ?? '成员'}`, change: { is: 'head', head: member.key, relations }, newcomers: [], here };
}

function readMoney(at: Ground): Answer {
  const member = find(at, 'person', text(at.values, 'person'));
  if ('sentence' in member) return member;
  const name = member.name ?? '成员';
  const monthly = money(at.values, 'monthly');
  if (at.kind === 'job-lost') {
    const here = { ...at.facts, members: at.facts.members.map((one) => (one.key === member.key ? { ...one, unemployed: true, incomes: one.incomes.filter((old) => old.category !== 'wage') } : one)) };
    return { words: `${name}失业`, change: null, newcomers: [], here };
  }
  if (at.kind === 'job-found') {
    const worked = withIncome(at.facts, member.key, { category: 'wage', kind: 'ordinary' }, monthly);
    return { words: `${name}就业`, change: null, newcomers: [], here: { ...worked, members: worked.members.map((one) => (one.key === member.key ? { ...one, unemployed: false, idleWithoutCause: false } : one)) } };
  }
  return { words: `${name}收入变化`, change: null, newcomers: [], here: withIncome(at.facts, member.key, incomeOfSource(text(at.values, 'source')), monthly) };
}
