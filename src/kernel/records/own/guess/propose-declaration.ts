import { COMMON_MEANINGS as C } from '../../../contract/register-import.ts';
import { trimAll } from '../../../values/chinese-text.ts';
import { plainWords } from '../../import/read-field.ts';
import type { OwnDeclarationSent } from '../declaration-shape.ts';
import type { ColumnUse } from '../design-face.ts';
import { guessChoices } from './guess-choices.ts';
import type { SeenColumn } from './guess-field.ts';

type Field = OwnDeclarationSent['fields'][number];
export interface UsedColumn extends SeenColumn { readonly use: ColumnUse }
/** What the design is for besides its columns: how its sheet is called, who keeps it, on which shelf. */
export interface Around { readonly name: string; readonly keepers: readonly string[]; readonly line: string }

/** A design has no more fields. */
const MOST = 150;
/** So many of the first fields stand on the list. */
const LISTED = 6;
/** Days a reminder comes before the day in its field: the office's own habit, changed in the designer. */
const BEFORE = 30;

/** A whole design out of a sheet whose columns are understood: fields, states, one reminder, two counts. To be corrected, never published as it is. Pure. */
export function proposeDeclaration(columns: readonly UsedColumn[], around: Around): OwnDeclarationSent {
  const held = isHeld(columns);
  const meant = columns.filter((column) => !column.use.startsWith('$') && !(held && (column === nameOfPerson(columns) || column.use === 'id-card'))).slice(0, MOST);
  const titles = titlesOf(meant);
  const fields = meant.map((column, at) => toField(column, `f${at + 1}`, titles[at] ?? ''));
  const name = nameField(fields, meant);
  const title = titleOf(around.name);
  const unit = unitOf(title, held);
  return {
    title, unit, purpose: title === '' ? '' : `${title}，一${unit}一条。`, line: around.line, keepers: [...around.keepers],
    ...(held ? { holder: { kind: 'person', title: '本人' } as const } : {}), ...(name === undefined ? {} : { name }),
    fields: fields.map((field, at) => ({ ...field, ...(field.key === name ? { required: true, searched: true as const } : {}), ...(at < LISTED || field.key === name ? { listed: true as const } : {}) })),
    ...(name === undefined || held ? {} : { key: [name, 'division'] }),
    states: statesOf(columns.find((column) => column.use === C.state)),
    ...remindersOf(fields), counts: countsOf(title, unit),
  };
}

/** 姓名 beside 身份证号, and nothing else that is a name: the record is a person's, who is linked and not retyped. */
function isHeld(columns: readonly UsedColumn[]): boolean {
  return columns.some((column) => column.use === 'id-card') && nameOfPerson(columns) !== undefined && !columns.some((column) => /名称/.test(column.heading));
}
const nameOfPerson = (columns: readonly UsedColumn[]): UsedColumn | undefined => columns.find((column) => /^(?:姓名|名字)$/.test(plainWords(column.heading)) && (column.use === 'text' || column.use === 'person-name'));

/** What the fields are called: the headings without what hangs in brackets behind them, unless two would be called alike. */
function titlesOf(columns: readonly UsedColumn[]): string[] {
  const bare = columns.map((column) => { const plain = headingOf(column).replace(/[（(][^）)]*[）)]$/, '') || `第${column.at + 1}列`; return plain === '编号' ? '原编号' : plain; });
  const whole = bare.map((title, at) => (bare.filter((one) => one === title).length > 1 ? headingOf(columns[at] as UsedColumn) : title));
  return whole.map((title, at) => (whole.indexOf(title) < at ? `${title}${(columns[at]?.at ?? at) + 1}` : title).slice(0, 60));
}
const headingOf = (column: UsedColumn): string => trimAll(column.heading).replaceAll(/\s+/g, '').slice(0, 60);

function toField(column: UsedColumn, key: string, title: string): Field {
  const kind = column.use as Field['kind'];
  const heading = headingOf(column);
  const unit = kind === 'integer' || kind === 'number' ? unitIn(heading, column) : undefined;
  return {
    key, title, kind, ...(title === heading || heading === '' ? {} : { columns: [heading] }), ...(unit === undefined ? {} : { unit }),
    ...(kind === 'choice' || kind === 'choices' ? { options: optionsOf(column), counted: true as const } : {}),
  };
}

function optionsOf({ use, cells }: UsedColumn): { value: string; title: string }[] {
  const text = cells.map((cell) => trimAll(cell.text)).flatMap((one) => (use === 'choices' ? one.split(/[、,，;；]/).map((part) => trimAll(part)) : [one]));
  const titles = guessChoices(text, { most: 30 })?.titles ?? [...new Set(text.filter((one) => one !== ''))].slice(0, 12);
  return titles.map((title, at) => ({ value: `o${at + 1}`, title: title.slice(0, 60) }));
}

const UNIT = '(?:人次|人|名|位|户|家|个|支|处|块|间|座|所|场|次|件|张|份|套|台|辆|棵|床|万元|元|平方米|平米|㎡|公里|千米|米|亩|吨|公斤|千克|岁|年|个月|月|天|日|小时|课时|分钟)';
const UNIT_TOLD = new RegExp(`[（(](?:单位[:：]?)?(${UNIT})[）)]$`);
const UNIT_BEHIND = new RegExp(`^[\\d,.]+\\s*(${UNIT})$`);
/** 人数（人）, or the 人 behind the figures. */
function unitIn(heading: string, { cells }: UsedColumn): string | undefined {
  const behind = cells.map((cell) => UNIT_BEHIND.exec(trimAll(cell.text))?.[1]).find((one) => one !== undefined);
  return UNIT_TOLD.exec(heading)?.[1] ?? behind ?? (/人数|人$/.test(heading) ? '人' : undefined);
}

const NAMES = new Set<Field['kind']>(['text', 'person-name', 'choice']);
/** What a record is called by: a field headed so; else the first text that hardly repeats. */
function nameField(fields: readonly Field[], columns: readonly UsedColumn[]): string | undefined {
  if (isHeld(columns)) return undefined;
  const headed = fields.find((field) => NAMES.has(field.kind) && /名称|全称|姓名|题名|标题/.test(field.title));
  const distinct = (at: number): boolean => { const text = (columns[at]?.cells ?? []).map((cell) => trimAll(cell.text)).filter((one) => one !== ''); return text.length > 0 && new Set(text).size > text.length * 0.8; };
  return (headed ?? fields.find((field, at) => field.kind === 'text' && distinct(at)) ?? fields.find((field) => NAMES.has(field.kind)))?.key;
}

const ENDS = /注销|撤销|解散|退出|停|终止|关闭|报废|拆|到期|去世|死亡|离|结束|结案|办结|取消|失效|迁出|转出|不存在/;
const BEFORE_STANDS = /筹|拟|申请|在建|待|计划/;

/** The states a column writes, the most frequent that stands first; an end is added where none is written: every record goes one day. */
function statesOf(column: UsedColumn | undefined): OwnDeclarationSent['states'] {
  const titles = column === undefined ? [] : guessChoices(column.cells.map((cell) => trimAll(cell.text)), { most: 8 })?.titles ?? [];
  const stands = titles.filter((title) => !ENDS.test(title) && !BEFORE_STANDS.test(title));
  const ends = titles.filter((title) => ENDS.test(title));
  const all = [...(stands.length === 0 ? ['在册'] : stands).map((title) => ({ title })), ...titles.filter((title) => !ends.includes(title) && BEFORE_STANDS.test(title)).map((title) => ({ title, before: true as const })), ...(ends.length === 0 ? ['退出'] : ends).map((title) => ({ title, ends: true as const }))];
  return Object.fromEntries(all.map((state, at) => [`s${at + 1}`, state]));
}

/** A date that says when something runs out is what is reminded of. */
function remindersOf(fields: readonly Field[]): Pick<OwnDeclarationSent, 'reminders'> {
  const field = fields.find((one) => one.kind === 'date' && /到期|届满|期满|有效期|截止|换届|失效|年检|续签|续期|下次|止$/.test(one.title));
  if (field === undefined) return {};
  const words = /^(.*?)(?:到期|届满|期满|截止|失效)/.exec(field.title)?.[1];
  return { reminders: [{ id: 'r1', title: words === undefined || words === '' ? `${field.title}快到了` : `${words}快到期`, due: { field: field.key, before: BEFORE } }] };
}

const countsOf = (title: string, unit: string): NonNullable<OwnDeclarationSent['counts']> => [
  { id: 'n1', title: `${title}数`.slice(0, 60), unit, of: { what: 'stock' } }, { id: 'n2', title: `当年新增${title}`.slice(0, 60), unit, of: { what: 'opened' } },
];

/** 2014年XX街道社区社会组织台账（一览表）.xlsx → 社区社会组织 */
export function titleOf(name: string): string {
  const bare = name.normalize('NFC').replace(/\.[A-Za-z]{2,5}$/, '').replaceAll(/[（(][^）)]*[）)]/g, '').replaceAll(/\s+/g, '');
  const plain = bare.replace(/^(?:截至)?\d{4}年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?/, '').replace(/(?:基本情况|信息|明细|登记|统计|汇总)*(?:台账|一览表|花名册|名册|登记表|汇总表|统计表|明细表|情况表|信息表|清单|名单|目录|表)?$/, '').replace(/^.{0,12}?(?:街道办事处|街道办|镇人民政府|镇政府)/, '');
  return /\p{Script=Han}/u.test(plain) && !/^(?:工作表|贴进来的|新建)/.test(plain) ? plain.slice(0, 30) : '';
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/人员|队员|志愿者|专干|老人|儿童|干部$/, '人'], [/组织|协会|机构|企业|单位|饭堂|中心|公司|商户$/, '家'], [/队伍?$/, '支'], [/设施|场所|场地|站|点|公园|广场|墓$/, '处'], [/屏|栏|牌$/, '块'], [/设备|车辆?$/, '台'], [/协议|合同|文件|档案|证书?$/, '份'], [/项目|活动$/, '个'], [/信访|事项|案件$/, '件'],
];
const unitOf = (title: string, held: boolean): string => (held ? '人' : UNITS.find(([words]) => words.test(title))?.[1] ?? '条');

