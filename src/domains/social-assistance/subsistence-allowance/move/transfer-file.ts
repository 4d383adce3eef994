import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refused, type Refused } from '../../../../kernel/contract/refusal.ts';
import { canonicalJson } from '../../../../kernel/values/canonical-json.ts';
import { checkIdCardNumber } from '../../../../kernel/values/id-card-number.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { RELATIONS } from '../../common/means-test/terms.ts';

export const TRANSFER_SCHEMA = 'minzheng.subsistence-allowance.transfer';
export const TRANSFER_VERSION = 1;
/** Far more than a household needs; anything larger is no 转移证明. Bytes. */
const LARGEST = 200_000;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const content = z.strictObject({
  issuer: z.strictObject({ city: z.string().regex(/^\d{6}$/), name: z.string().min(1).max(60), office: z.string().max(60) }),
  paper: z.strictObject({ number: z.string().min(4).max(60), code: z.string().min(4).max(20), decidedOn: day }),
  destination: z.string().min(1).max(60),
  hukouKind: z.enum(['urban', 'rural']),
  members: z.array(z.strictObject({ name: z.string().min(1).max(60), idNumber: z.string().max(18).nullable(), relation: z.string().max(20), head: z.boolean() })).min(1).max(30),
  /** 分 a month; the last month that was due, and the last that was paid out. */
  allowance: z.strictObject({ since: month, fen: z.int().min(0), lastMonth: month.nullable(), lastPaidMonth: month.nullable() }),
});
const envelope = z.strictObject({ schema: z.literal(TRANSFER_SCHEMA), version: z.int(), content: z.unknown(), digest: z.string(), seal: z.strictObject({ keyId: z.string().max(40), mac: z.string().max(128) }) });

/** What one city tells another of a household that leaves: who, on 低保 since when, how much, paid until when. No account, no means. */
export type TransferContent = z.infer<typeof content>;

export const digestTransfer = (said: unknown): string => createHash('sha256').update(canonicalJson({ schema: TRANSFER_SCHEMA, version: TRANSFER_VERSION, content: said })).digest('hex');

/** The file as it is handed over: the digest shows a change to anybody, the seal only to the city that made it. */
export function sealTransfer(said: TransferContent, keys: { readonly current: string; mac(text: string): Buffer }): string {
  const digest = digestTransfer(said);
  return `${JSON.stringify({ schema: TRANSFER_SCHEMA, version: TRANSFER_VERSION, content: said, digest, seal: { keyId: keys.current, mac: keys.mac(`transfer ${digest}`).toString('hex') } }, null, 1)}\n`;
}

export type TransferRead = { readonly ok: true; readonly content: TransferContent; readonly digest: string } | { readonly ok: false; readonly no: Refused };
const no = (code: string, details: Record<string, string | number> = {}): TransferRead => ({ ok: false, no: refused(code, details) });

/** Reads a file another city gave: whole, unchanged, from elsewhere, meant for here, with numbers that can be. Says nothing of whether it is true. Pure. */
export function readTransfer(bytes: Buffer, at: { readonly city: string; readonly cityName: string; readonly today: PlainDate; readonly demo: boolean }): TransferRead {
  const parsed = envelope.safeParse(bytes.length > LARGEST ? undefined : parse(bytes));
  if (!parsed.success) return no('transfer.unreadable');
  if (parsed.data.version !== TRANSFER_VERSION) return no('transfer.version', { version: parsed.data.version });
  if (digestTransfer(parsed.data.content) !== parsed.data.digest) return no('transfer.changed');
  const said = content.safeParse(parsed.data.content);
  if (!said.success) return no('transfer.unreadable');
  const { issuer, destination, members } = said.data;
  if (issuer.city === at.city) return no('transfer.own-city');
  if (!destination.includes(at.cityName.replace(/市$/, ''))) return no('transfer.not-here', { destination });
  if (members.filter((one) => one.head).length !== 1) return no('transfer.unreadable');
  const wrong = members.findIndex((one) => one.idNumber !== null && !checkIdCardNumber(one.idNumber, { today: at.today, demo: at.demo }).ok);
  if (wrong >= 0) return no('transfer.id-number', { row: wrong + 1 });
  const numbers = members.flatMap((one) => (one.idNumber === null ? [] : [one.idNumber]));
  return new Set(numbers).size === numbers.length ? { ok: true, content: said.data, digest: parsed.data.digest } : no('transfer.twice');
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const byWord = new Map<string, string>(Object.entries(RELATIONS).map(([key, word]) => [word, key]));

/** The form with who came, and nothing more: means, amount and decision of the other city are told anew and judged here. */
export function prefillFrom(said: TransferContent): Readonly<Record<string, unknown>> {
  const members = said.members.toSorted((a, b) => Number(b.head) - Number(a.head));
  return {
    hukouKind: said.hukouKind,
    members: members.map((one) => {
      const relation = one.head ? 'self' : byWord.get(one.relation);
      return { name: one.name, ...(one.idNumber === null ? {} : { idCard: one.idNumber }), ...(relation === undefined || (relation === 'self' && !one.head) ? {} : { relation }) };
    }),
  };
}
