import { checkIdCardNumber, type IdCardRefusalCode } from '../../../../kernel/values/id-card-number.ts';
import { hasRareCharacter } from '../../../../kernel/values/chinese-text.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import type { RosterCode } from './errors.ts';
import type { Findings } from './findings.ts';
import { isHeadRelation, isMarkedHead, type RosterGroup } from './group-households.ts';
import { readDay, readName } from '../../../../kernel/documents/workbook/read-cell.ts';
import { readDisability, readRemark, readSex } from './read-fields.ts';
import type { RosterColumn } from './roster-columns.ts';
import { textOf, type RosterLine } from './roster-lines.ts';
import type { RosterMember } from './roster.ts';

/** What a reader of lines needs to know of the day and the workbook. */
export interface ReadingContext {
  /** Accept id numbers of invented people (a demo city only). */
  readonly demo: boolean;
  readonly today: PlainDate;
  readonly date1904: boolean;
  readonly findings: Findings;
}

/** Some towns keep one column for 残疾或重病: an illness is no disability. */
const ILLNESS = /^(?:患?(?:重特?大?病|大病|重大疾病|重特大疾病))$/;

/** Reads one line as a member; undefined when an error keeps it from being one. Everything wrong is told at once. */
export function readMember(line: RosterLine, group: RosterGroup, context: ReadingContext): RosterMember | undefined {
  const tell = (key: RosterColumn, code: RosterCode, values = {}) => context.findings.about(group, line, key, code, values);
  const name = readNameOf(line, tell);
  const id = readIdOf(line, context, tell);
  const relation = readRelationOf(line, tell);
  const sexHolds = id === undefined || checkSex(line, id.sex, tell);
  const dayHolds = checkBirthDate(line, id?.birthDate, context, tell);
  const health = isUsable(line, 'disability', tell) ? textOf(line, 'disability') : '';
  const disability = ILLNESS.test(health) ? undefined : readDisability(health);
  if (disability !== undefined && disability.kind === undefined && disability.grade === undefined) tell('disability', 'roster.disability-unreadable');
  const category = isUsable(line, 'category', tell) ? readRemark(textOf(line, 'category')) : undefined;
  const categoryNotes = ILLNESS.test(health) ? [category, health].filter((note) => note !== undefined).join('、') : category;
  const student = isUsable(line, 'student', tell) ? readRemark(textOf(line, 'student')) : undefined;
  if (name === undefined || id === undefined || relation === undefined || !sexHolds || !dayHolds) return undefined;
  return {
    row: line.row,
    name,
    idNumber: id.number,
    sex: id.sex,
    birthDate: id.birthDate,
    relation,
    isHead: isMarkedHead(line),
    ...(categoryNotes === undefined ? {} : { categoryNotes }),
    ...(disability === undefined ? {} : { disability }),
    ...(student === undefined ? {} : { student }),
  };
}

type Tell = (key: RosterColumn, code: RosterCode, values?: Readonly<Record<string, string>>) => void;

/** False, and told, when a cell is a formula without a result or an error of Excel. An empty cell is usable. */
export function isUsable(line: RosterLine, key: RosterColumn, tell: Tell): boolean {
  const cell = line.cells.get(key);
  if (cell?.withoutResult === true) tell(key, 'roster.cell-formula');
  else if (cell?.kind === 'error') tell(key, 'roster.cell-broken');
  else return true;
  return false;
}

/** The text of a cell that must hold something; undefined, and told, when it does not. */
export function requireText(line: RosterLine, key: RosterColumn, tell: Tell): string | undefined {
  if (!isUsable(line, key, tell)) return undefined;
  const text = textOf(line, key);
  if (text !== '') return text;
  tell(key, 'roster.cell-empty');
  return undefined;
}

function readNameOf(line: RosterLine, tell: Tell): string | undefined {
  const text = requireText(line, 'name', tell);
  if (text === undefined) return undefined;
  const read = readName(text);
  if (read.fault !== undefined) {
    tell('name', read.fault === 'private-use' ? 'roster.name-private-use' : 'roster.name-illegible');
    return undefined;
  }
  if (read.spacesRemoved) tell('name', 'roster.name-spaces', { text: read.name });
  if (hasRareCharacter(read.name)) tell('name', 'roster.name-rare', { text: read.name });
  return read.name;
}

const ID_CODES: Partial<Record<IdCardRefusalCode, RosterCode>> = {
  'id.stored-as-number': 'roster.id-stored-as-number',
  'id.fifteen-digits': 'roster.id-fifteen-digits',
};

function readIdOf(line: RosterLine, context: ReadingContext, tell: Tell) {
  const text = requireText(line, 'idNumber', tell);
  if (text === undefined) return undefined;
  const cell = line.cells.get('idNumber');
  if (cell?.longNumber === true && !/^\d{15}$/.test(text)) {
    tell('idNumber', 'roster.id-stored-as-number');
    return undefined;
  }
  const checked = checkIdCardNumber(text, { demo: context.demo, today: context.today });
  if (!checked.ok) {
    tell('idNumber', ID_CODES[checked.code] ?? 'roster.id-wrong', { reason: checked.sentence });
    return undefined;
  }
  if (checked.note !== undefined) tell('idNumber', 'roster.id-cleaned', { reason: checked.note.sentence });
  return checked;
}

function readRelationOf(line: RosterLine, tell: Tell): string | undefined {
  if (textOf(line, 'relation') === '' && isMarkedHead(line)) return '户主';
  const text = requireText(line, 'relation', tell);
  if (text === undefined) return undefined;
  if (isMarkedHead(line) && !isHeadRelation(line)) {
    tell('headMark', 'roster.head-mark-disagrees', { text });
    return undefined;
  }
  return isHeadRelation(line) ? '户主' : text;
}

const SEX_WORDS = { male: '男', female: '女' } as const;

/** 性别 may be left out, as the id number tells it; written, it must agree. */
function checkSex(line: RosterLine, fromId: 'male' | 'female', tell: Tell): boolean {
  if (!isUsable(line, 'sex', tell)) return false;
  const text = textOf(line, 'sex');
  if (text === '') return true;
  const sex = readSex(text);
  if (sex === undefined) tell('sex', 'roster.sex-unreadable');
  else if (sex !== fromId) tell('sex', 'roster.sex-disagrees', { written: SEX_WORDS[sex], fromId: SEX_WORDS[fromId] });
  return sex === fromId;
}

/** 出生日期 may be left out, as the id number tells it; written, it must be a day, and the same. */
function checkBirthDate(line: RosterLine, fromId: PlainDate | undefined, context: ReadingContext, tell: Tell): boolean {
  if (!isUsable(line, 'birthDate', tell)) return false;
  const cell = line.cells.get('birthDate');
  const text = textOf(line, 'birthDate');
  if (cell === undefined || text === '') return true;
  const read = readDay(cell, context.date1904, context.today);
  if (!read.ok) {
    tell('birthDate', read.fault === 'ambiguous' ? 'roster.birth-date-ambiguous' : 'roster.birth-date-unreadable');
    return false;
  }
  if (fromId === undefined) return false;
  if (read.value !== fromId) tell('birthDate', 'roster.birth-date-disagrees', { written: read.value, fromId });
  else if (read.from === 'serial') tell('birthDate', 'roster.birth-date-serial', { date: read.value });
  return read.value === fromId;
}
