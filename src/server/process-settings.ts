/** What a web or worker process is told by its supervisor. */
export interface ProcessSettings {
  /** `web-1`: stands in metrics and on the page of running processes. */
  readonly name: string;
  /** Connections of this process to each city's tables. */
  readonly connections: number;
  /** Several web processes share one port: the kernel of the machine deals connections out among them. */
  readonly sharePort: boolean;
}

/** All web processes together hold about so many connections to a city. */
const WEB_CONNECTIONS = 20;

export function readProcessSettings(env: NodeJS.ProcessEnv, kind: 'web' | 'worker'): ProcessSettings {
  const webs = Math.max(1, Number(env['WEB_PROCESSES'] ?? 1) || 1);
  return { name: env['PROCESS_NAME'] ?? kind, connections: kind === 'worker' ? 4 : webs === 1 ? 10 : Math.max(4, Math.ceil(WEB_CONNECTIONS / webs)), sharePort: kind === 'web' && webs > 1 };
}
