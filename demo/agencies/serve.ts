import { startAgencies } from './server.ts';

// The simulated agencies as a process of their own, kept alive beside the platform while it is a demo.
const agencies = await startAgencies({ port: Number(process.env['PORT']) });
process.send?.({ ready: true, url: agencies.url });
const stop = async (): Promise<void> => { await agencies.stop(); process.exit(0); };
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
