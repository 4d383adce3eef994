/** Key under which somebody who joins another household stands in its facts: two households may both call a member m2. Pure. */
export const arrivingKey = (personId: number): string => `p${personId}`;
