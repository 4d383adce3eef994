import { idCardCheckDigit } from '../../src/kernel/values/id-card-number.ts';
import type { Random } from './random.ts';

/** Never allotted by GB/T 2260: no living person's number can begin with it. */
export const DEMO_AREA_CODE = '442099';

/** Gives out numbers, none twice. The 17th digit tells the sex: odd for men. */
export class IdNumbers {
  readonly #given = new Set<string>();

  give(random: Random, birthDate: string, sex: 'male' | 'female'): string {
    const front = DEMO_AREA_CODE + birthDate.replaceAll('-', '');
    for (let tries = 0; tries < 10_000; tries += 1) {
      const order = random.between(0, 499) * 2 + (sex === 'male' ? 1 : 0);
      const first17 = front + String(order).padStart(3, '0');
      const number = first17 + idCardCheckDigit(first17);
      if (this.#given.has(number)) continue;
      this.#given.add(number);
      return number;
    }
    throw new RangeError(`more people born on ${birthDate} than there are numbers`);
  }
}
