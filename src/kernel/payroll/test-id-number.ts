/** An invented id number: address and birth date, a serial of three digits, the check digit of GB 11643. Serials repeat after 1,000 on one birth date. */
export function withCheckDigit(head: string, serial: number): string {
  const body = `${head}${String(serial % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + '10X98765432'[sum % 11];
}
