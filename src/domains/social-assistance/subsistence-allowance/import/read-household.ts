import { checkIdCardNumber } from '../../../../kernel/values/id-card-number.ts';
import { plainYuan } from '../../../../kernel/values/money.ts';
import { monthOf } from '../../../../kernel/values/month.ts';
import { findBankCode } from './bank-code.ts';
import type { RosterCode } from './errors.ts';
import { hasAmount, isMarkedHead, textWithin, type RosterGroup } from './group-households.ts';
import { readAccount, readMonth, readName } from '../../../../kernel/documents/workbook/read-cell.ts';
import { readAmount, readHukou } from './read-fields.ts';
import { isUsable, readMember, type ReadingContext } from './read-member.ts';
import type { RosterColumn } from './roster-columns.ts';
import { hasOwn, textOf, type RosterLine } from './roster-lines.ts';
import type { RosterHousehold, RosterMember } from './roster.ts';

export interface HouseholdContext extends ReadingContext {
  /** The code of a 村居 by its names, or by the address where they stand nowhere else; undefined when there is none, or none in the importer's area. */
  readonly resolveDivision?: ((place: { town: string; village: string; address: string }) => string | undefined) | undefined;
  /** Where the list is from, when it has no such columns. */
  readonly division?: { readonly town?: string; readonly village?: string } | undefined;
  readonly acceptHidden: boolean;
}

/** Reads the lines of a household; undefined when anything in it is an error, all of which is told. */
export function readHousehold(group: RosterGroup, context: HouseholdContext): RosterHousehold | undefined {
  const hiddenHold = checkHidden(group, context);
  const members = group.lines.map((line) => readMember(line, group, context));
  const headLine = findHead(group, context);
  const repeated = tellRepeated(group, context);
  const source = headLine ?? group.lines[0];
  if (source === undefined) return undefined;
  const tell: Tell = (key, code, values = {}, line = source) => context.findings.about(group, line, key, code, values);
  const address = readShared(group, 'address', tell);
  const division = readDivision(group, address, context, tell);
  const hukouKind = readHukouOf(group, source, tell);
  const monthlyFen = readAmountOf(group, tell);
  const bank = readBank(group, source, context, tell);
  const since = readSince(group, context, tell);
  const whole = members.filter((member) => member !== undefined);
  if (!hiddenHold || repeated || headLine === undefined || whole.length < members.length) return undefined;
  if (division === undefined || address === undefined || hukouKind === undefined) return undefined;
  if (monthlyFen === undefined || bank === undefined || since === 'wrong') return undefined;
  return {
    key: group.key,
    rowNumbers: group.lines.map((line) => line.row),
    ...(group.householdNo === undefined ? {} : { householdNo: group.householdNo }),
    division,
    address,
    hukouKind,
    members: headFirst(whole),
    monthlyFen,
    bank,
    ...(since === undefined ? {} : { since }),
  };
}

type Tell = (key: RosterColumn, code: RosterCode, values?: Readonly<Record<string, string | number | readonly number[]>>, line?: RosterLine) => void;

function headFirst(members: readonly RosterMember[]): RosterMember[] {
  return [...members.filter((member) => member.isHead), ...members.filter((member) => !member.isHead)];
}

function rowsOf(lines: readonly RosterLine[]): number[] {
  return lines.map((line) => line.row);
}

function checkHidden(group: RosterGroup, context: HouseholdContext): boolean {
  const hidden = group.lines.filter((line) => line.hidden);
  if (context.acceptHidden || hidden.length === 0) return true;
  for (const line of hidden) context.findings.about(group, line, undefined, 'roster.row-hidden');
  return false;
}

function findHead(group: RosterGroup, context: HouseholdContext): RosterLine | undefined {
  const heads = group.lines.filter((line) => isMarkedHead(line));
  const [head, second] = heads;
  const rows = rowsOf(group.lines);
  if (head === undefined) {
    const first = group.lines[0];
    if (first !== undefined) context.findings.about(group, first, 'relation', 'roster.no-head', { rows });
    return undefined;
  }
  if (second !== undefined) {
    context.findings.about(group, second, 'relation', 'roster.two-heads', { rows, count: heads.length, heads: rowsOf(heads) });
    return undefined;
  }
  const headName = readName(textOf(head, 'name')).name;
  if (group.headName !== undefined && readName(group.headName).name !== headName) {
    context.findings.about(group, head, 'headName', 'roster.head-name-disagrees', { written: group.headName, head: headName });
    return undefined;
  }
  return head;
}

/** The same line twice, or the same id number twice in one household. */
function tellRepeated(group: RosterGroup, context: HouseholdContext): boolean {
  const byId = Map.groupBy(group.lines.filter((line) => textOf(line, 'idNumber') !== ''), (line) => textOf(line, 'idNumber').normalize('NFKC').toUpperCase());
  let found = false;
  for (const lines of byId.values()) {
    const [first, ...others] = lines;
    if (first === undefined || others.length === 0 || first.cells.get('idNumber')?.longNumber === true) continue;
    found = true;
    for (const line of others) {
      const same = (['name', 'relation', 'sex', 'birthDate'] as const).every((key) => textOf(line, key) === textOf(first, key));
      context.findings.about(group, line, 'idNumber', same ? 'roster.row-repeated' : 'roster.person-twice', { rows: [first.row] });
    }
  }
  return found;
}

/**
 * A value all lines of a household share: in a merged cell, on the first line only, or the same on each. Different values are
 * an error. `''` when it is written nowhere, undefined when it is not usable.
 */
function readOptional(group: RosterGroup, key: RosterColumn, tell: Tell, within = false): string | undefined {
  const filled = group.lines.filter((line) => (within ? textWithin(line, key, group.lines) : textOf(line, key)) !== '' || line.cells.get(key)?.withoutResult === true);
  if (!filled.every((line) => isUsable(line, key, (column, code) => tell(column, code, {}, line)))) return undefined;
  const texts = new Set(filled.map((line) => textOf(line, key).normalize('NFKC').replace(/\s/g, '')));
  if (texts.size > 1) {
    tell(key, 'roster.value-conflict', { rows: rowsOf(filled) });
    return undefined;
  }
  const [first] = filled;
  return first === undefined ? '' : textOf(first, key);
}

function readShared(group: RosterGroup, key: RosterColumn, tell: Tell, within = false): string | undefined {
  const text = readOptional(group, key, tell, within);
  if (text === '') tell(key, 'roster.cell-empty');
  return text === '' ? undefined : text;
}

/** 镇街 and 村居 stand in columns, or are given for the whole list; where neither, the address begins with them. */
function readDivision(group: RosterGroup, address: string | undefined, context: HouseholdContext, tell: Tell): RosterHousehold['division'] | undefined {
  const town = readOptional(group, 'town', tell);
  const village = readOptional(group, 'village', tell);
  if (town === undefined || village === undefined) return undefined;
  const place = { town: town || (context.division?.town ?? ''), village: village || (context.division?.village ?? '') };
  if (context.resolveDivision === undefined) {
    const missing = (['town', 'village'] as const).filter((key) => place[key] === '' && context.division?.[key] === undefined);
    for (const key of missing) tell(key, 'roster.cell-empty');
    return missing.length > 0 ? undefined : place;
  }
  if (place.village === '' && address === undefined) return undefined;
  const code = context.resolveDivision({ ...place, address: address ?? '' });
  if (code !== undefined) return { ...place, code };
  if (place.village === '') tell('address', 'roster.division-not-in-address');
  else tell('village', 'roster.division-unknown', place);
  return undefined;
}

/** 城乡混合户: each member has a hukou of their own; the household is counted by its head's. */
function readHukouOf(group: RosterGroup, source: RosterLine, tell: Tell): 'urban' | 'rural' | undefined {
  const filled = group.lines.filter((line) => textOf(line, 'hukou') !== '');
  const line = textOf(source, 'hukou') === '' ? filled[0] : source;
  if (line === undefined) {
    tell('hukou', 'roster.cell-empty');
    return undefined;
  }
  const kinds = filled.map((other) => readHukou(textOf(other, 'hukou')));
  const wrong = filled[kinds.indexOf(undefined)];
  if (wrong !== undefined) {
    tell('hukou', 'roster.hukou-unreadable', {}, wrong);
    return undefined;
  }
  if (new Set(kinds).size > 1) tell('hukou', 'roster.hukou-mixed', {}, line);
  return readHukou(textOf(line, 'hukou'));
}

function readAmountOf(group: RosterGroup, tell: Tell): RosterHousehold['monthlyFen'] | undefined {
  const [first] = group.lines;
  const isWithin = (line: RosterLine) => hasOwn(line, 'amount');
  const filled = group.lines.filter((line) => isWithin(line) && hasAmount(line));
  const line = filled[0] ?? group.lines.find(isWithin) ?? first;
  if (line === undefined || !isUsable(line, 'amount', (key, code) => tell(key, code, {}, line))) return undefined;
  const cell = line.cells.get('amount');
  if (cell === undefined || !isWithin(line)) {
    tell('amount', 'roster.cell-empty', {}, line);
    return undefined;
  }
  if (filled.length > 1) {
    tell('amount', 'roster.amount-repeated', { rows: rowsOf(filled) }, line);
    return undefined;
  }
  const read = readAmount(cell);
  if (!read.ok) {
    tell('amount', `roster.amount-${read.fault}`, {}, line);
    return undefined;
  }
  if (read.from === 'text') tell('amount', 'roster.amount-with-text', { yuan: plainYuan(read.value) }, line);
  return read.value;
}

function readBank(group: RosterGroup, source: RosterLine, context: HouseholdContext, tell: Tell): RosterHousehold['bank'] | undefined {
  const name = readShared(group, 'bankName', tell);
  const accountText = readShared(group, 'account', tell, true);
  const holder = readOptional(group, 'holder', tell, true);
  if (name === undefined || accountText === undefined || holder === undefined) return undefined;
  const code = findBankCode(name);
  if (code === undefined) tell('bankName', 'roster.bank-unknown', { text: name });
  const line = group.lines.find((other) => textWithin(other, 'account', group.lines) !== '') ?? source;
  if (line.cells.get('account')?.longNumber === true) {
    tell('account', 'roster.account-stored-as-number', {}, line);
    return undefined;
  }
  const number = readAccount(accountText);
  if (number === undefined) tell('account', 'roster.account-wrong', {}, line);
  const payee = readHolder(group, source, holder, context, tell);
  if (code === undefined || number === undefined || payee === undefined) return undefined;
  return { name, code, number, ...payee };
}

type Payee = Pick<RosterHousehold['bank'], 'holderName' | 'agent'>;

/** The holder is of the household, or a 代领人, whose relation and number may stand in columns of their own. */
function readHolder(group: RosterGroup, source: RosterLine, holder: string, context: HouseholdContext, tell: Tell): Payee | undefined {
  const head = readName(textOf(source, 'name')).name;
  if (holder === '') {
    tell('holder', 'roster.holder-assumed', { head });
    return { holderName: head };
  }
  const { name } = readName(holder);
  if (group.lines.some((line) => readName(textOf(line, 'name')).name === name)) return { holderName: name };
  const relation = readOptional(group, 'agentRelation', tell, true);
  const number = readOptional(group, 'agentId', tell, true);
  if (relation === undefined || number === undefined) return undefined;
  if (relation === '') tell('holder', 'roster.holder-not-member', { text: name });
  if (number === '') return { holderName: name, agent: relation === '' ? {} : { relation } };
  const line = group.lines.find((other) => textOf(other, 'agentId') !== '') ?? source;
  const checked = checkIdCardNumber(number, { demo: context.demo, today: context.today });
  if (line.cells.get('agentId')?.longNumber === true) tell('agentId', 'roster.id-stored-as-number', {}, line);
  else if (!checked.ok) tell('agentId', 'roster.id-wrong', { reason: checked.sentence }, line);
  else return { holderName: name, agent: { ...(relation === '' ? {} : { relation }), idNumber: checked.number } };
  return undefined;
}

function readSince(group: RosterGroup, context: HouseholdContext, tell: Tell): RosterHousehold['since'] | 'wrong' {
  const text = readOptional(group, 'since', tell);
  if (text === undefined) return 'wrong';
  const line = group.lines.find((other) => textOf(other, 'since') !== '');
  const cell = line?.cells.get('since');
  if (cell === undefined) return undefined;
  const read = readMonth(cell, context.date1904);
  if (!read.ok) tell('since', read.fault === 'ambiguous' ? 'roster.since-ambiguous' : 'roster.since-unreadable', {}, line);
  else if (read.value > monthOf(context.today)) tell('since', 'roster.since-in-future', {}, line);
  else return read.value;
  return 'wrong';
}
