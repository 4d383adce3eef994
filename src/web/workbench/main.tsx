import '../ui/tokens.css';
import './shell/workbench.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { KeyProvider } from '../ui/keys.tsx';
import { makeQueryClient } from '../ui/query-client.ts';
import { router } from './router.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <QueryClientProvider client={makeQueryClient()}>
    <KeyProvider><RouterProvider router={router} /></KeyProvider>
  </QueryClientProvider>,
);
