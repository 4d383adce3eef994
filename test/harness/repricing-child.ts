import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import { demoCities } from '../../src/kernel/db/cities.ts';
import { openCity } from '../../src/kernel/db/city.ts';
import priceRun from '../../src/kernel/repricing/jobs/price.ts';
import { repricingLimits } from '../../src/kernel/repricing/run.ts';
import { killAt } from './kill-at.ts';

/** A process that takes a run over the grants from wherever it stands to its end, three grants at a time, and is killed with -9 before or after its n-th statement. */
interface Orders { readonly url: string; readonly dataDir: string; readonly run: number; readonly post: number; readonly killAt: number; readonly after: boolean }
const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const city = openCity(demoCities[0]!, { databaseUrl: orders.url, dataDir: orders.dataDir, connections: 2 });
repricingLimits.grants = 3;
killAt(city, orders);
await priceRun.run(city, { run: orders.run }, { id: 1, attempts: 1, caller: await callerOfPost(city, orders.post) });
await city.close();
