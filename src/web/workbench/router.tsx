import { createRootRoute, createRoute, createRouter, redirect, type AnyRoute } from '@tanstack/react-router';
import pages from 'virtual:pages';
import { NotFound } from './shell/not-found.tsx';
import { lazyPages, type ListedPage } from './shell/page.ts';
import { PageHost } from './shell/page-host.tsx';
import { Shell } from './shell/shell.tsx';

const entries = lazyPages(pages as unknown as readonly ListedPage[]);

const root = createRootRoute({ component: () => <Shell pages={entries} />, notFoundComponent: NotFound });

const routes: AnyRoute[] = entries.map((page) => createRoute({ getParentRoute: () => root, path: page.path, component: () => <PageHost page={page} pages={entries} /> }));

/** `/workbench/` opens the first tab one may see; the worklist is the first of all. */
const first = [...entries].filter((page) => page.tab !== undefined).sort((a, b) => (a.tab?.order ?? 0) - (b.tab?.order ?? 0))[0];
if (first !== undefined && !entries.some((page) => page.path === '/')) {
  routes.push(createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: first.path }); } }));
}

export const router = createRouter({ routeTree: root.addChildren(routes), basepath: '/workbench', scrollRestoration: true, defaultPreload: false });
