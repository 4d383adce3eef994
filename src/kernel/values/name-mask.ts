/**
 * A person's name as lists, notices and logs of the public may show it: the first and the last character stay (张*三, 李*, 欧**生),
 * one star for each hidden one. Compound surnames are not treated apart (欧阳娜 is 欧*娜); with a separator
 * (买买提·吐尔逊) the first and last character stay as well and the length is not told: 买**逊. A single character stays.
 */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const [first = ''] = characters;
  if (characters.length <= 1) return first;
  if (characters.length === 2) return `${first}*`;
  const hidden = characters.length > 6 ? 2 : characters.length - 2;
  return first + '*'.repeat(hidden) + (characters.at(-1) ?? '');
}
