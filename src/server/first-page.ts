/** What is known of a visitor before anything of his is read: which city he asks, whether a session is there at all, whether he uses 长者模式. */
export interface Visit {
  readonly city: { readonly code: string; readonly name: string; readonly demo: boolean };
  readonly signed: boolean;
  readonly elder: boolean;
  /** Address without query. */
  readonly path: string;
}

/** A page of the portal and the bundle's files it needs beside the first script. */
export interface PageFiles { readonly path: string; readonly files: readonly string[] }

/**
 * The portal's one document as a visitor gets it: the head under the city's name, on the first page its question, everything in the place where the script
 * draws it a moment later; and the files of the page named at once, so that none is found only when another has been read. Nothing personal stands in it.
 */
export function firstPage(template: string, visit: Visit, pages: readonly PageFiles[]): string {
  const { city, signed, elder } = visit;
  const marks = [`data-city="${city.code}"`, `data-city-name="${escape(city.name)}"`, ...(city.demo ? ['data-demo'] : []), ...(signed ? ['data-signed'] : []), ...(elder ? ['data-elder'] : [])];
  let page = template.replace('<html ', `<html ${marks.join(' ')} `).replace('<!--files-->', (findPage(visit.path, pages)?.files ?? []).map(linkTo).join(''));
  if (!city.demo) page = without(page, 'demo');
  if (visit.path !== '/') page = without(page, 'home');
  return page.replaceAll('{city}', escape(city.name)).replaceAll('{name}', escape(`${city.name.replace(/市$/, '')}民政`)).replace(/<!--.*?-->|\n\s+/g, '');
}

/** The declared page an address belongs to: `/my/cases/7` is `/my/cases/$caseId`. */
export const findPage = (path: string, pages: readonly PageFiles[]): PageFiles | undefined =>
  pages.find((page) => page.path === path) ?? pages.find((page) => new RegExp(`^${page.path.replace(/\$\w+/g, '[^/]+')}$`).test(path));

const linkTo = (file: string): string => (file.endsWith('.css') ? `<link rel="stylesheet" crossorigin href="/${file}">` : `<link rel="modulepreload" crossorigin href="/${file}">`);

const without = (page: string, part: string): string => page.replace(new RegExp(`<!--${part}-->[\\s\\S]*?<!--/${part}-->`), '');

const escape = (words: string): string => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
