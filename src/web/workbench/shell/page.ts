import { lazy, type ComponentType } from 'react';

/** A page of the workbench. Everything but `component` must be written in place: it is read without loading the page. */
export interface PageDeclaration {
  /** Within the workbench: `/tasks`, `/cases/$caseId`. */
  readonly path: string;
  /** Its Chinese name, for the window and history. */
  readonly title: string;
  /** Letter that opens it after G, from anywhere; no two pages share one. */
  readonly go?: string;
  /** How the title sounds, first letters and whole, for finding it by keyboard; worked out when the pages are collected. */
  readonly letters?: readonly [initials: string, full: string];
  /** A label on the spine. `count` names a query that answers `{ count }`, shown under the label. */
  readonly tab?: { readonly label: string; readonly order: number; readonly count?: string };
  /** Path of the page whose tab stays lit while this one is open: a case belongs to `/tasks`. */
  readonly under?: string;
  /** A label on the strip that stands over every page of a tab; the tab's own page stands first. Only with `under`. */
  readonly shelf?: { readonly label: string; readonly order: number; readonly count?: string };
  /** Roles that may open it; left out = every post of the bureau. Posts of other departments open only pages that name them. The server decides again on every read. */
  readonly roles?: readonly string[];
  /** Opens without a session (the style sheet). */
  readonly open?: boolean;
  /** Rows of the catalogue this page serves: counted by `npm run status` when the crawl saw it answer. */
  readonly covers?: readonly string[];
  readonly component: ComponentType;
}

/** Declares a page; a page file ends with `export default definePage({…})`. */
export function definePage(page: PageDeclaration): PageDeclaration {
  return page;
}

/** Posts outside the bureau: they work on what is handed to them and nothing else. */
const OUTSIDE: readonly string[] = ['department-clerk'];

/** Whether a post of this role may open a page; undefined = no post. */
export function mayOpen(page: Pick<PageDeclaration, 'roles'>, role: string | undefined): boolean {
  if (page.roles !== undefined) return role !== undefined && page.roles.includes(role);
  return role === undefined || !OUTSIDE.includes(role);
}

/** A page as the list of pages gives it, not yet loaded. */
export type ListedPage = Omit<PageDeclaration, 'component'> & { readonly load: () => Promise<{ readonly default: PageDeclaration }> };

/** The pages with components that load themselves when first shown. */
export function lazyPages(pages: readonly ListedPage[]): readonly PageDeclaration[] {
  return pages.map(({ load, ...page }) => ({ ...page, component: lazy(async () => ({ default: (await load()).default.component })) }));
}
