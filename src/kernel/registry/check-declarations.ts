import type { Benefit, Domain, Matter } from '../contract/matter.ts';
import type { LawReference } from '../contract/law.ts';
import { checkRegister } from './check-register.ts';
import { checkParameterValues } from '../policy/check-parameter-values.ts';
import { hasChinese, type Problem } from './problem.ts';
import type { Declarations, Declared } from './registry.ts';


const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Everything that must hold before the platform may start; what takes examples and tests to prove stands in the conformance test. */
export function checkDeclarations(found: Declarations): Problem[] {
  const parameters = [...new Set(found.matters.flatMap((one) => one.declaration.parameters ?? []))];
  return [
    ...found.domains.flatMap((one) => checkHead(one, one.declaration, folderOf(one.file))),
    ...found.matters.flatMap((one) => checkMatter(one)),
    ...listTwice('事项代号', found.matters.map((one) => ({ file: one.file, key: 'id', value: one.declaration.id }))),
    ...listTwice('案号短码', found.matters.flatMap((one) => (one.declaration.caseCode === undefined ? [] : [{ file: one.file, key: 'caseCode', value: one.declaration.caseCode }]))),
    ...listTwice('待遇代号', found.matters.flatMap((one) => (one.declaration.benefits ?? []).map((benefit) => ({ file: one.file, key: `benefits.${benefit.id}`, value: benefit.id })))),
    ...listTwice('指标代号', found.matters.flatMap((one) => (one.declaration.indicators ?? []).map((indicator) => ({ file: one.file, key: `indicators.${indicator.id}`, value: indicator.id })))),
    ...listTwice('事项目录代号', found.matters.flatMap((one) => (one.declaration.items ?? []).map((item) => ({ file: one.file, key: `items.${item.id}`, value: item.id })))),
    ...listTwice('台账代号', found.matters.flatMap((one) => (one.declaration.registers ?? []).map((register) => ({ file: one.file, key: `registers.${register.id}`, value: register.id })))),
    ...listTwice('台账编号', found.matters.flatMap((one) => (one.declaration.registers ?? []).map((register) => ({ file: one.file, key: `registers.${register.id}.series`, value: register.series })))),
    ...checkLinked(found),
    ...listTwice('参数代号', parameters.map((parameter) => ({ file: fileOfParameter(found, parameter.id), key: `parameters.${parameter.id}`, value: parameter.id }))),
    ...checkParameterValues(parameters, found.values.map((one) => one.declaration)).map((wrong) => ({
      file: found.values.find((one) => wrong.startsWith(`${one.declaration.parameter} ${one.declaration.division}`))?.file ?? 'parameters/*.yaml',
      key: 'parameters', wrong, remedy: '改正这个参数文件',
    })),
  ];
}

/** A total over records that link here: the other register is there, its field leads here, its states are its own. */
function checkLinked(found: Declarations): Problem[] {
  const all = new Map(found.matters.flatMap((one) => (one.declaration.registers ?? []).map((register) => [register.id, { file: one.file, register }] as const)));
  return [...all.values()].flatMap(({ file, register }) => (register.linked ?? []).flatMap((linked): Problem[] => {
    const other = all.get(linked.register)?.register;
    const leads = other?.fields.some((field) => field.key === linked.field && field.kind === 'link' && field.to === register.id) && linked.states.every((state) => other.states[state] !== undefined);
    return leads ? [] : [{ file, key: `registers.${register.id}.linked.${linked.key}`, wrong: `${linked.register} 没有指向这里的 ${linked.field}，或没有这些状态`, remedy: '写对方台账里指向这里的 link 字段和它的状态' }];
  }));
}

const folderOf = (file: string): string => file.split('/').at(-2) ?? '';
const fileOfParameter = (found: Declarations, id: string): string =>
  found.matters.findLast((one) => one.declaration.parameters?.some((parameter) => parameter.id === id))?.file ?? '';

function checkHead(where: { readonly file: string }, declared: Domain | Matter, folder: string): Problem[] {
  const problems: Problem[] = [];
  const add = (key: string, wrong: string, remedy: string): number => problems.push({ file: where.file, key, wrong, remedy });
  if (declared.id !== folder) add('id', `代号 ${declared.id} 与文件夹 ${folder} 不同`, '两者改成一样');
  if (!SLUG.test(declared.id)) add('id', `代号 ${declared.id} 不是小写英文加连字符`, '照 GLOSSARY 改');
  if (!hasChinese(declared.title)) add('title', `名称“${declared.title}”不是中文`, '写事项的中文名称');
  declared.law.forEach((law, index) => problems.push(...checkInstrument(where.file, `law.${index}`, law)));
  return problems;
}

export function checkInstrument(file: string, key: string, law: LawReference): Problem[] {
  return law.instrument.trim() === '' || !hasChinese(law.instrument) ? [{ file, key, wrong: '没有写法规名称', remedy: '写 instrument，如 最低生活保障审核确认办法' }] : [];
}

function checkMatter(one: Declared<Matter>): Problem[] {
  const matter = one.declaration;
  const problems = checkHead(one, matter, folderOf(one.file));
  const add = (key: string, wrong: string, remedy: string): number => problems.push({ file: one.file, key, wrong, remedy });
  if (matter.caseCode === undefined ? (matter.procedures ?? []).length > 0 : !/^[A-Z]{2,4}$/.test(matter.caseCode)) add('caseCode', `短码 ${matter.caseCode ?? '（没有写）'} 不合`, '写 2 到 4 个大写字母，如 DB');
  problems.push(...(matter.registers ?? []).flatMap((register) => checkRegister(one.file, register)));
  const declared = new Map((matter.parameters ?? []).map((parameter) => [parameter.id, parameter]));
  for (const [power, authority] of Object.entries(matter.authority ?? {})) {
    if (!('parameter' in authority)) continue;
    const kind = declared.get(authority.parameter)?.kind;
    if (kind === undefined) add(`authority.${power}`, `参数 ${authority.parameter} 没有声明`, '写进这个事项的 parameters');
    else if (kind !== 'choice') add(`authority.${power}`, `参数 ${authority.parameter} 不是 choice`, '把它声明成选择哪一级机关的 choice');
  }
  for (const item of matter.items ?? []) item.law.forEach((law, index) => problems.push(...checkInstrument(one.file, `items.${item.id}.law.${index}`, law)));
  for (const benefit of matter.benefits ?? []) problems.push(...checkBenefit(one.file, benefit));
  for (const procedure of matter.procedures ?? []) {
    for (const [id, state] of Object.entries(procedure.states)) {
      for (const actor of [...state.tasks.map((task) => task.actor), ...state.steps.map((step) => step.by)]) {
        if (typeof actor !== 'string' && matter.authority?.[actor.power] === undefined) add(`procedures.${procedure.id}.states.${id}`, `没有权限 ${actor.power}`, '写进 authority，或改正名字');
      }
    }
  }
  return problems;
}

function checkBenefit(file: string, benefit: Benefit): Problem[] {
  const key = `benefits.${benefit.id}`;
  const problems: Problem[] = [];
  if (benefit.rules.length === 0) problems.push({ file, key: `${key}.rules`, wrong: '没有规则版本', remedy: '至少写一个版本的规则' });
  problems.push(...listTwice('规则版本代号', benefit.rules.map((rules) => ({ file, key: `${key}.rules.${rules.id}`, value: rules.id }))));
  for (const rules of benefit.rules) {
    problems.push(...listTwice('条件代号', rules.criteria.map((criterion) => ({ file, key: `${key}.rules.${rules.id}.criteria.${criterion.id}`, value: criterion.id }))));
    rules.law.forEach((law, index) => problems.push(...checkInstrument(file, `${key}.rules.${rules.id}.law.${index}`, law)));
  }
  return problems;
}

function listTwice(what: string, ids: readonly { readonly file: string; readonly key: string; readonly value: string }[]): Problem[] {
  return [...Map.groupBy(ids, (one) => one.value).values()].flatMap((same) => {
    const [first, second] = same;
    if (first === undefined || second === undefined) return [];
    return [{ file: second.file, key: second.key, wrong: `${what} ${second.value} 已在 ${first.file}（${first.key}）用过`, remedy: '换一个；用过的代号不再给别的东西用' }];
  });
}
