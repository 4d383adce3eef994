/** A record with the days it holds (valid) and the days the office knew it so (recorded). */
export interface Known { readonly knownOn: string | null; readonly correctedOn: string | null }

/** Whether the office knew a record on a day: what it came to know later is not there yet, what it corrected later still stands. Null = now. */
export function wasKnown(record: Known, day: string | null): boolean {
  if (day === null) return record.correctedOn === null;
  return (record.knownOn === null || record.knownOn <= day) && (record.correctedOn === null || record.correctedOn > day);
}
