import type { DoorOutput } from '../../../kernel/contract/door.ts';

export type MyMandates = DoorOutput<typeof import('../../../kernel/mandates/queries/my-mandates.ts').default>;
export type GivenMandate = MyMandates['given'][number];
export type HeldMandate = MyMandates['held'][number];

/** 有效，到 2015年2月3日 */
export const standingWords = (one: Pick<HeldMandate, 'state' | 'from' | 'lastDay' | 'endedOn'>, dayOf: (day: string) => string): string => {
  switch (one.state) {
    case 'holding': return `有效，到${dayOf(one.lastDay)}`;
    case 'coming': return `${dayOf(one.from)}起有效`;
    case 'expired': return `${dayOf(one.lastDay)}到期了`;
    case 'ended': return `${dayOf(one.endedOn ?? '')}收回了`;
  }
};
