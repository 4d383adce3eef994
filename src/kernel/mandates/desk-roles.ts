/** Who takes papers in at a window or in a village, and so may write a mandate down. */
export const DESK_ROLES: readonly string[] = ['town-clerk', 'village-clerk'];
