import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { assess } from '../../kernel/benefits/assess.ts';
import { describeFacts, readFacts } from '../../kernel/benefits/read-facts.ts';
import type { Benefit } from '../../kernel/contract/matter.ts';
import type { Assessment } from '../../kernel/contract/rules.ts';
import { divisionPath } from '../../kernel/policy/division-path.ts';
import { makeParameterBook } from '../../kernel/policy/parameter-book.ts';
import { loadRegistry } from '../../kernel/registry/find-declarations.ts';
import type { Registry } from '../../kernel/registry/registry.ts';
import { parsePlainDate, type PlainDate } from '../../kernel/values/plain-date.ts';

const HELP = `用法：npm run -s assess -- 待遇 --division 区划代码 --on 日期 < facts.json
  按那个地方、那一天的法律判断一户的材料，打印 JSON：结论、每一条理由、金额、用到的数和文件。和平台用的是同一段代码。

  --division CODE   受理地的区划代码，6、9 或 12 位，如 442000（中山市）、442000001（石岐）
  --on DATE         选哪一天的法律和标准，如 2014-11-26
  --demo            加上演示城市的演示值（补法律留给地方而没有见到的数）
  --schema          只打印材料的格式（JSON Schema，带名称和单位），不用 --division 和 --on
  --help            打印这一页

  退出码：0 判断完了（包括不符合、还缺数）；2 命令或材料写得不对，错误输出里每项一句。`;

/** A mistake of whoever called: printed as sentences, exit 2. */
class BadCall extends Error {
  readonly sentences: readonly string[];
  constructor(...sentences: string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

interface Call {
  readonly benefit: Benefit;
  readonly registry: Registry;
  readonly division: string;
  readonly day: PlainDate;
  readonly demo: boolean;
}

/** Law and figures for one household, from JSON to JSON. */
function judge(call: Call, input: unknown): unknown {
  const read = readFacts(call.benefit, input);
  if (!read.ok) throw new BadCall(...read.errors.map((error) => `${error.path || '（整份材料）'}：${error.sentence}`));
  const book = makeParameterBook(call.registry.parameters, call.registry.parameterValues, { demo: call.demo });
  return present(assess(call.benefit, read.facts, { book, divisions: divisionPath(call.division), day: call.day }));
}

function present(answer: Assessment): unknown {
  const { outcome, rules, day, grounds, lines, fen, explanation, working, parameters } = answer;
  return {
    outcome, rules, day, grounds, lines, fen, explanation, working,
    parameters: parameters.map(({ id, title, unit, value, division, from, hukouKind, document, demo, derivedFrom }) => ({
      id, title, value, unit, document, demo, source: { division, from, ...(hukouKind === undefined ? {} : { hukouKind }), ...(derivedFrom === undefined ? {} : { derivedFrom }) },
    })),
  };
}

async function readCall(args: readonly string[]): Promise<Call | 'help' | { readonly schema: unknown }> {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const registry = await loadRegistry();
  const known = registry.matters.flatMap((matter) => (matter.benefits ?? []).map((one) => `${one.id}（${one.title}）`)).join('、');
  const [id] = positionals;
  if (id === undefined) throw new BadCall(`要写判断哪一项待遇。现有：${known}。--help 有用法。`);
  const benefit = registry.findBenefit(id)?.benefit;
  if (benefit === undefined) throw new BadCall(`没有“${id}”这项待遇。现有：${known}。`);
  if (values.schema === true) return { schema: describeFacts(benefit) };
  const day = values.on === undefined ? undefined : parsePlainDate(values.on);
  const wrong: string[] = [];
  if (values.division === undefined || !/^(?:\d{6}|\d{9}|\d{12})$/.test(values.division)) wrong.push('--division 要写 6、9 或 12 位区划代码，如 442000。');
  if (day === undefined) wrong.push('--on 要写日期，如 2014-11-26。');
  else if (day < benefit.coveredFrom) wrong.push(`--on 不能早于 ${benefit.coveredFrom}：更早的${benefit.title}规定没有录入。`);
  if (wrong.length > 0 || day === undefined || values.division === undefined) throw new BadCall(...wrong);
  return { benefit, registry, day, division: values.division, demo: values.demo === true };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { division: { type: 'string' }, on: { type: 'string' }, demo: { type: 'boolean' }, schema: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch {
    throw new BadCall('命令写得不对。--help 有用法。');
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new BadCall(content.trim() === '' ? '没有材料：把 facts.json 从标准输入送进来（< facts.json）。--schema 打印格式。' : '材料不是合法的 JSON。--schema 打印格式。');
  }
}

async function main(args: readonly string[]): Promise<number> {
  try {
    const call = await readCall(args);
    if (call === 'help') console.log(HELP);
    else if ('schema' in call) console.log(JSON.stringify(call.schema, null, 2));
    else console.log(JSON.stringify(judge(call, parseJson(process.stdin.isTTY ? '' : await text(process.stdin))), null, 2));
    return 0;
  } catch (error) {
    if (!(error instanceof BadCall)) throw error;
    for (const sentence of error.sentences) console.error(sentence);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
