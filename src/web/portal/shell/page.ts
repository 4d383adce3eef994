import { lazy, type ComponentType } from 'react';

/** A page of the portal. Everything but `component` must be written in place: it is read without loading the page. */
export interface PageDeclaration {
  /** `/`, `/apply/$matter`. `/workbench` and `/api` are taken. */
  readonly path: string;
  readonly title: string;
  /** Asks the resident to sign in first, and comes back. Left out = open to everybody. */
  readonly signIn?: boolean;
  /** Also shown to somebody who acts for another (替别人办). Left out on a page that asks to sign in = about one's own affairs only. */
  readonly mandated?: boolean;
  /** Rows of the catalogue this page serves: counted by `npm run status` when the crawl saw it answer. */
  readonly covers?: readonly string[];
  readonly component: ComponentType;
}

/** Declares a page; a page file ends with `export default definePage({…})`. */
export function definePage(page: PageDeclaration): PageDeclaration {
  return page;
}

/** A page as the list of pages gives it, not yet loaded. */
export type ListedPage = Omit<PageDeclaration, 'component'> & { readonly load: () => Promise<{ readonly default: PageDeclaration }> };

/** The pages with components that load themselves when first shown. */
export function lazyPages(pages: readonly ListedPage[]): readonly PageDeclaration[] {
  return pages.map(({ load, ...page }) => ({ ...page, component: lazy(async () => ({ default: (await load()).default.component })) }));
}
