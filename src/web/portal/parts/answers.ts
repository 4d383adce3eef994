import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Estimate } from '../../../kernel/benefits/queries/check-eligibility.ts';
import type listRemedies from '../../../kernel/benefits/queries/list-remedies.ts';
import type myGrants from '../../../kernel/benefits/queries/my-grants.ts';
import type { Gettable } from '../../../kernel/benefits/queries/what-can-i-get.ts';
import type myCase from '../../../kernel/casework/queries/my-case.ts';
import type myCases from '../../../kernel/casework/queries/my-cases.ts';
import type { Assessment } from '../../../kernel/contract/rules.ts';
import type listPublic from '../../../kernel/notices/queries/list-public.ts';
import type { PublicNotice } from '../../../kernel/notices/queries/list-public.ts';

/** What the doors answer to residents. */
export type { Estimate, Gettable, PublicNotice };
export type Remedies = DoorOutput<typeof listRemedies>;
export type MyCase = DoorOutput<typeof myCase>;
export type MyCases = DoorOutput<typeof myCases>;

export type PublicNotices = DoorOutput<typeof listPublic>;
/** What one's household is paid; payments newest first. */
export type MyGrant = DoorOutput<typeof myGrants>[number];
export type MyPayment = MyGrant['payments'][number];
/** What a grant keeps of the assessment behind its amount. */
export type KeptAssessment = Pick<Assessment, 'day' | 'rules' | 'explanation' | 'working' | 'parameters'>;
