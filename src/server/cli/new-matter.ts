import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `用法：npm run new-matter -- 业务线 事项代号 事项名称 --covers S020 [--code 短码] [--from 2014-01-01]
  在 src/domains/业务线/事项代号/ 里放好一件发钱的事项：能启动、能申请、能审批、能编册，但法律、标准、例子都还空着。
  接着运行 npx vitest run test/conformance，照它一条一条说的写；都写完，就没有话说了。

  业务线      已有的或新的，如 social-assistance
  事项代号    英文小写，用连字符，如 heating-allowance；用法定的英译，不用拼音
  事项名称    中文全名
  --covers    目录（catalogue/systems.jsonl）里的一行
  --code      案号里的短码，两三个大写字母；不写用 XX
  --from      从哪天起知道这件事的法律`;

export interface NewMatter { readonly domain: string; readonly id: string; readonly title: string; readonly covers: string; readonly code: string; readonly from: string }

const TEMPLATES = join(import.meta.dirname, 'new-matter');
const FILES: Readonly<Record<string, string>> = {
  'README.md': 'README.md.txt', 'matter.ts': 'matter.ts.txt', 'law.ts': 'law.ts.txt', 'facts.ts': 'facts.ts.txt', 'eligibility.ts': 'eligibility.ts.txt', 'amount.ts': 'amount.ts.txt', 'rules.ts': 'rules.ts.txt',
  'parameters.ts': 'parameters.ts.txt', 'parameters/standards.yaml': 'standards.yaml.txt', 'form.ts': 'form.ts.txt', 'read-form.ts': 'read-form.ts.txt', 'application.ts': 'application.ts.txt',
  'payroll.ts': 'payroll.ts.txt', 'statistics.ts': 'statistics.ts.txt', 'examples/first.yaml': 'first.yaml.txt', 'read-example-facts.ts': 'read-example-facts.ts.txt',
};

/** Why a matter cannot be begun as asked, in Chinese; undefined = it can. Pure but for looking whether the folder is there. */
export function whyNotNew(root: string, asked: NewMatter): string | undefined {
  if (!/^[a-z][a-z-]*[a-z]$/.test(asked.domain)) return `业务线“${asked.domain}”要用英文小写和连字符，如 social-assistance。`;
  if (!/^[a-z][a-z-]*[a-z]$/.test(asked.id)) return `事项代号“${asked.id}”要用英文小写和连字符，如 heating-allowance。`;
  if (!/[\u4e00-\u9fff]/.test(asked.title)) return `事项名称“${asked.title}”要写中文全名。`;
  if (!/^S\d{3}$/.test(asked.covers)) return `--covers 写目录里的一行，如 S020。`;
  if (!/^[A-Z]{2,3}$/.test(asked.code)) return `--code 写两三个大写字母。`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked.from)) return `--from 写成 2014-01-01。`;
  return existsSync(folderOf(root, asked)) ? `${relative(root, folderOf(root, asked))} 已经有了，没有动它。` : undefined;
}

const folderOf = (root: string, asked: NewMatter): string => join(root, 'src/domains', asked.domain, asked.id);

/** Writes the folder of a new matter (and of its line, where that is new); the files written, from the root. */
export function writeNewMatter(root: string, asked: NewMatter): string[] {
  const folder = folderOf(root, asked);
  const domain = join(root, 'src/domains', asked.domain, 'domain.ts');
  const all = [...Object.entries(FILES).map(([file, template]) => [join(folder, file), template] as const), ...(existsSync(domain) ? [] : [[domain, 'domain.ts.txt'] as const])];
  return all.map(([path, template]) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fill(readFileSync(join(TEMPLATES, template), 'utf8'), asked));
    return relative(root, path);
  });
}

const fill = (text: string, asked: NewMatter): string => text.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => asked[key as keyof NewMatter]);

function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { covers: { type: 'string' }, code: { type: 'string' }, from: { type: 'string' }, help: { type: 'boolean' } } });
  const [domain, id, title] = positionals;
  if (values.help === true || domain === undefined || id === undefined || title === undefined) {
    process.stdout.write(`${HELP}\n`);
    return values.help === true ? 0 : 2;
  }
  const root = resolve(import.meta.dirname, '../../..');
  const asked: NewMatter = { domain, id, title, covers: values.covers ?? '', code: values.code ?? 'XX', from: values.from ?? '2014-01-01' };
  const no = whyNotNew(root, asked);
  if (no !== undefined) { process.stderr.write(`${no}\n`); return 2; }
  process.stdout.write(`${writeNewMatter(root, asked).join('\n')}\n\n接着：npx vitest run test/conformance，照它说的一条一条写。\n`);
  return 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = main(process.argv.slice(2));
