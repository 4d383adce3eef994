import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import pages from 'virtual:pages';
import { NotFound } from './shell/not-found.tsx';
import { lazyPages, type ListedPage } from './shell/page.ts';
import { PageHost } from './shell/page-host.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const routes = lazyPages(pages as unknown as readonly ListedPage[]).map((page) => createRoute({ getParentRoute: () => root, path: page.path, component: () => <PageHost page={page} /> }));

export const router = createRouter({ routeTree: root.addChildren(routes), scrollRestoration: true, defaultPreload: false });
