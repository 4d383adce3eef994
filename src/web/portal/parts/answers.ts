import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Estimate } from '../../../kernel/benefits/queries/check-eligibility.ts';
import type listRemedies from '../../../kernel/benefits/queries/list-remedies.ts';
import type { Gettable } from '../../../kernel/benefits/queries/what-can-i-get.ts';

/** What the doors answer to residents. */
export type { Estimate, Gettable };
export type Remedies = DoorOutput<typeof listRemedies>;
