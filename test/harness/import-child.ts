import { demoCities } from '../../src/kernel/db/cities.ts';
import { openCity } from '../../src/kernel/db/city.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import importJob from '../../src/kernel/records/jobs/import.ts';
import { killAt } from './kill-at.ts';

/** A worker that takes in what is queued and is killed with -9 before or after its n-th statement. Exits 0 when nothing is due; says how it went. */
interface Orders { readonly url: string; readonly dataDir: string; readonly killAt: number; readonly after: boolean }
const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const city = openCity(demoCities[0]!, { databaseUrl: orders.url, dataDir: orders.dataDir, connections: 2 });
const said = killAt(city, orders);
const began = performance.now();
while (await workOnce(city, [importJob])) { /* until nothing is due */ }
await city.close();
process.stdout.write(JSON.stringify({ statements: said(), ms: Math.round(performance.now() - began), peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
