import type { LawReference } from '../../src/kernel/contract/law.ts';
import type { Benefit, Matter } from '../../src/kernel/contract/matter.ts';
import type { FormField } from '../../src/kernel/contract/form.ts';
import { getRules } from '../../src/kernel/benefits/get-rules.ts';
import { AppError } from '../../src/kernel/contract/refusal.ts';
import { divisionPath, NATION } from '../../src/kernel/policy/division-path.ts';
import { makeParameterBook } from '../../src/kernel/policy/parameter-book.ts';
import { hasChinese, type Problem } from '../../src/kernel/registry/problem.ts';
import { listMonths, month, monthOf } from '../../src/kernel/values/month.ts';
import { plainDate, type PlainDate } from '../../src/kernel/values/plain-date.ts';
import { checkProcedure } from './check-procedure.ts';
import type { House } from './house.ts';

const UNTIL = month('2027-01');
/** A city without counties, a district, a town, and a city outside Guangdong are always looked at. */
const PLACES = ['442000', '442000001', '440113', '440300', '330100'];

/** Everything the boot cannot see: cases, tests, figures through the years. Empty when the house is in order. */
export function checkHouse(house: House): Problem[] {
  return house.registry.declarations.matters.flatMap(({ file, declaration: matter }) => [
    ...checkReadme(file, matter, house),
    ...checkLabels(file, matter),
    ...checkUnwritten(file, matter),
    ...checkCovers(file, matter, house),
    ...checkFigures(file, matter, house),
    ...(matter.benefits ?? []).flatMap((benefit) => [...checkVersions(file, benefit, house), ...checkCriteria(file, benefit, house)]),
    ...(matter.procedures ?? []).flatMap((procedure) => checkProcedure(file, procedure)),
  ]);
}

function checkReadme(file: string, matter: Matter, house: House): Problem[] {
  const readme = house.readmes.get(matter.id);
  const at = { file: file.replace('matter.ts', 'README.md'), key: 'README' };
  if (readme === undefined) return [{ ...at, wrong: '没有 README', remedy: '写 10 到 30 行：法律怎么说，谁做什么，先看哪个文件' }];
  const lines = readme.split('\n').filter((line) => line.trim() !== '').length;
  return lines < 5 || lines > 40 ? [{ ...at, wrong: `README 有 ${lines} 行`, remedy: '写 10 到 30 行' }] : [];
}

/** Words that `npm run new-matter` leaves open for the author. */
function checkUnwritten(file: string, matter: Matter): Problem[] {
  const open = (key: string, words: string, remedy: string): Problem[] => (words.startsWith('（') ? [{ file, key, wrong: `还是“${words}”`, remedy }] : []);
  return [
    ...matter.law.flatMap((law) => open('law', law.instrument, '写法规全名')),
    ...(matter.portal === undefined ? [] : (['need', 'intro', 'howLong'] as const).flatMap((key) => open(`portal.${key}`, matter.portal?.[key] ?? '', '写居民看得懂的话'))),
  ];
}

function checkLabels(file: string, matter: Matter): Problem[] {
  const problems: Problem[] = [];
  const label = (key: string, title: string): void => {
    if (!hasChinese(title)) problems.push({ file, key, wrong: `名称“${title}”不是中文`, remedy: '写中文名称' });
  };
  const article = (key: string, law: LawReference): void => {
    if (law.article === undefined || law.article.trim() === '') problems.push({ file, key, wrong: `《${law.instrument}》没有写到条`, remedy: '写 article，如 第二十七条；真的查不到条号，写（条号未录入）' });
  };
  for (const [id, authority] of Object.entries(matter.authority ?? {})) label(`authority.${id}`, authority.title);
  for (const parameter of matter.parameters ?? []) {
    label(`parameters.${parameter.id}`, parameter.title);
    for (const [choice, title] of Object.entries(parameter.choices ?? {})) label(`parameters.${parameter.id}.choices.${choice}`, title);
  }
  for (const benefit of matter.benefits ?? []) {
    label(`benefits.${benefit.id}`, benefit.title);
    if (benefit.paid !== undefined) article(`benefits.${benefit.id}.paid`, benefit.paid.law);
    if (benefit.paid === undefined && benefit.recognises === undefined) problems.push({ file, key: `benefits.${benefit.id}`, wrong: '既不发钱（paid），也不是认定（recognises）', remedy: '写清楚给的是什么' });
    for (const [item, title] of Object.entries(benefit.items)) label(`benefits.${benefit.id}.items.${item}`, title);
    for (const rules of benefit.rules) {
      label(`benefits.${benefit.id}.rules.${rules.id}`, rules.title);
      for (const criterion of rules.criteria) {
        label(`benefits.${benefit.id}.rules.${rules.id}.criteria.${criterion.id}`, criterion.title);
        article(`benefits.${benefit.id}.rules.${rules.id}.criteria.${criterion.id}`, criterion.law);
      }
    }
  }
  for (const indicator of matter.indicators ?? []) label(`indicators.${indicator.id}`, indicator.title);
  for (const procedure of matter.procedures ?? []) {
    for (const [id, state] of Object.entries(procedure.states)) label(`procedures.${procedure.id}.states.${id}`, state.title);
    checkFields(procedure.form.sections.flatMap((section) => section.fields), `procedures.${procedure.id}.form`, label);
  }
  return problems;
}

function checkFields(fields: readonly FormField[], key: string, label: (key: string, title: string) => void): void {
  for (const field of fields) {
    label(`${key}.${field.key}`, field.title);
    checkFields(field.item ?? [], `${key}.${field.key}`, label);
  }
}

function checkCovers(file: string, matter: Matter, house: House): Problem[] {
  return matter.covers.flatMap((id) => {
    if (!house.systems.has(id)) return [{ file, key: `covers.${id}`, wrong: '目录里没有这一行', remedy: '照 catalogue/systems.jsonl 改' }];
    return house.proved.has(id) ? [] : [{ file, key: `covers.${id}`, wrong: '没有验收测试', remedy: `写一个测试，名称里带 [${id}]` }];
  });
}

function checkFigures(file: string, matter: Matter, house: House): Problem[] {
  return (matter.indicators ?? []).flatMap((indicator) => [
    ...indicator.figures.filter((id) => !house.figures.has(id)).map((id) => ({ file, key: `indicators.${indicator.id}.figures`, wrong: `目录里没有数字 ${id}`, remedy: '照 catalogue/figures.jsonl 改' })),
    ...(matter.covers.includes(indicator.covers) ? [] : [{ file, key: `indicators.${indicator.id}.covers`, wrong: `${indicator.covers} 不在这个事项的 covers 里`, remedy: '加进 covers，或改正' }]),
  ]);
}

/** Divisions that any declaration speaks of, and a few that none may forget. */
function listPlaces(benefit: Benefit, house: House): string[] {
  const named = [...benefit.rules.map((rules) => rules.applies.division), ...house.registry.parameterValues.map((value) => value.division)];
  return [...new Set([...PLACES, ...named.filter((code) => code !== NATION)])];
}

/** Exactly one version of the law, and for each figure an entry or a declared gap, on the first of every month from the first covered day. */
function checkVersions(file: string, benefit: Benefit, house: House): Problem[] {
  const days: PlainDate[] = [benefit.coveredFrom, ...listMonths(monthOf(benefit.coveredFrom), UNTIL).slice(1).map((each) => plainDate(`${each}-01`)), ...benefit.rules.map((rules) => rules.applies.from).filter((from) => from >= benefit.coveredFrom)];
  const book = makeParameterBook(house.registry.parameters, house.registry.parameterValues);
  const parameters = house.registry.findBenefit(benefit.id)?.matter.parameters ?? [];
  const missing = new Map<string, Problem>();
  const faulty = new Set<string>();
  for (const place of listPlaces(benefit, house)) {
    const path = divisionPath(place);
    for (const day of days) {
      const wrong = rulesWrong(benefit, path, day);
      // the first wrong day says it all; later ones of the same place would only repeat it
      if (wrong !== undefined && !faulty.has(place)) missing.set(wrong, { file, key: `benefits.${benefit.id}.rules`, wrong, remedy: '让每个地区每一天正好落在一个版本里' });
      if (wrong !== undefined) faulty.add(place);
      for (const parameter of parameters) {
        const kinds = parameter.byHukouKind === true ? (['urban', 'rural'] as const) : ([undefined] as const);
        if (kinds.every((kind) => book.find(parameter.id, path, day, kind) !== undefined) || missing.has(parameter.id)) continue;
        // the first place without one says it: a national entry or gap clears them all
        missing.set(parameter.id, { file, key: `parameters.${parameter.id}`, wrong: `${place} 在 ${day} 既没有数，也没有声明缺口`, remedy: '在 parameters/*.yaml 里写上数和文件；全国都没有见到的，写一条 division: "00" 的 gap 和原因' });
      }
    }
  }
  return [...missing.values()];
}

function rulesWrong(benefit: Benefit, path: readonly string[], day: PlainDate): string | undefined {
  try {
    getRules(benefit, path, day);
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/** Each criterion is met by some case and unmet by another. */
function checkCriteria(file: string, benefit: Benefit, house: House): Problem[] {
  const grounds = (house.examples.get(benefit.id) ?? []).flatMap((judged) => judged.answer.grounds);
  const ids = new Set(benefit.rules.flatMap((rules) => rules.criteria.map((criterion) => criterion.id)));
  return [...ids].flatMap((id) =>
    (['met', 'unmet'] as const)
      .filter((result) => !grounds.some((ground) => ground.id === id && ground.result === result))
      .map((result) => ({ file, key: `benefits.${benefit.id}.criteria.${id}`, wrong: `没有一个例子${result === 'met' ? '符合' : '不符合'}这一条`, remedy: '在 examples/*.yaml 里加一个' })),
  );
}
