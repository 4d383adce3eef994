import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { SecondFactorRules } from '../second-factor-rules.ts';

/** A fresh secret of 160 bits (RFC 4226 4, R6), as text for an app (base32). */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totp = (secret: string, rules: SecondFactorRules): TOTP => new TOTP({ secret: Secret.fromBase32(secret), digits: rules.digits, period: rules.stepSeconds, algorithm: 'SHA1' });

/** The address an app reads from the QR: otpauth://totp/… with the city as issuer. */
export const addressFor = (secret: string, rules: SecondFactorRules, issuer: string, label: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: rules.digits, period: rules.stepSeconds, algorithm: 'SHA1', issuer, label }).toString();

/**
 * Which step of time a code belongs to, at `seconds` since 1970; undefined when it is wrong, outside the drift allowed, or of a step not after `lastStep`
 * (RFC 6238 5.2: a code is taken once). Pure.
 */
export function checkCode(secret: string, code: string, seconds: number, lastStep: number, rules: SecondFactorRules): number | undefined {
  if (code.length !== rules.digits || !/^\d+$/.test(code)) return undefined;
  const delta = totp(secret, rules).validate({ token: code, timestamp: seconds * 1000, window: rules.drift });
  if (delta === null) return undefined;
  const step = Math.floor(seconds / rules.stepSeconds) + delta;
  return step > lastStep ? step : undefined;
}

/** Letters and digits nobody mistakes for another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** 恢复码: ten characters, about 50 bits, in two groups: K7M2P-QX9TW. */
export const newRecoveryCode = (): string => {
  const text = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
};

/** A recovery code as it was typed, in its one form; undefined when it is none. Pure. */
export function readRecoveryCode(typed: string): string | undefined {
  const text = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return text.length === 10 && [...text].every((letter) => ALPHABET.includes(letter)) ? `${text.slice(0, 5)}-${text.slice(5)}` : undefined;
}

/** Digits as typed: full width and spaces are forgiven. Pure. */
export const readDigits = (typed: string): string => typed.normalize('NFKC').replaceAll(/\s/g, '');
