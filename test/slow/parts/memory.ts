/** What a process held at a moment. */
export interface Sample { readonly process: string; readonly atSeconds: number; readonly rssMb: number; readonly heapMb: number }

/** From the counts of all processes behind the address. */
export async function readMemory(url: string, atSeconds: number): Promise<Sample[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (metric: string): Map<string, number> => new Map([...text.matchAll(new RegExp(`^${metric}\\{process="([^"]+)"\\} (\\S+)`, 'gm'))].map(([, name, value]) => [name!, Number(value) / 2 ** 20]));
  const heap = read('nodejs_heap_size_used_bytes');
  return [...read('process_resident_memory_bytes')].map(([process, rssMb]) => ({ process, atSeconds, rssMb: Math.round(rssMb), heapMb: Math.round(heap.get(process) ?? 0) }));
}

/** After the first fifth (caches fill, code is compiled), the last fifth may hold at most so much more than the second. */
const MOST_GROWTH = 0.1;
const ALLOWED_MB = 16;

/** Flat: neither the median nor the slope of the resident memory shows growth. MB, MB/h. */
export function judgeMemory(samples: readonly Sample[], seconds: number): { failures: string[]; numbers: Record<string, Record<string, number>> } {
  const failures: string[] = [];
  const numbers: Record<string, Record<string, number>> = {};
  for (const [name, own] of Map.groupBy(samples, (one) => one.process)) {
    const part = (from: number, to: number): number => median(own.filter((one) => one.atSeconds >= seconds * from && one.atSeconds < seconds * to).map((one) => one.rssMb));
    const [early, late] = [part(0.2, 0.4), part(0.8, 1.01)];
    const warm = own.filter((one) => one.atSeconds >= seconds * 0.2);
    numbers[name] = { early, late, most: Math.max(...own.map((one) => one.rssMb)), slopePerHour: Math.round(slope(warm) * 3600), samples: own.length };
    if (late > early * (1 + MOST_GROWTH) + ALLOWED_MB) failures.push(`${name} grew from ${early} to ${late} MB`);
  }
  if (Object.keys(numbers).length < 4) failures.push(`memory of ${Object.keys(numbers).length} processes was read, not of four`);
  return { failures, numbers };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Least squares, MB per second. */
function slope(samples: readonly Sample[]): number {
  const n = samples.length;
  if (n < 2) return 0;
  const meanX = samples.reduce((sum, one) => sum + one.atSeconds, 0) / n;
  const meanY = samples.reduce((sum, one) => sum + one.rssMb, 0) / n;
  const top = samples.reduce((sum, one) => sum + (one.atSeconds - meanX) * (one.rssMb - meanY), 0);
  return top / Math.max(1, samples.reduce((sum, one) => sum + (one.atSeconds - meanX) ** 2, 0));
}
