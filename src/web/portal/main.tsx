import '../ui/tokens.css';
import './shell/portal.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '../ui/query-client.ts';
import { router } from './router.tsx';
import { applyElder, isElder } from '../ui/elder.ts';
import { askSession } from '../ui/session.ts';
import { keepOffline } from './shell/keep-offline.ts';

applyElder(isElder());
const client = makeQueryClient({ stays: true });
askSession(client);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<QueryClientProvider client={client}><RouterProvider router={router} /></QueryClientProvider>);
keepOffline();
