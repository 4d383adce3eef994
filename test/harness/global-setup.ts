import type { TestProject } from 'vitest/node';
import { startTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's own database server, with the rights of its owner. */
    adminUrl: string;
  }
}

/** One database server for the whole run; the template is made by the first test that asks for a database. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('adminUrl', server.adminUrl);
  return server.stop;
}
