import type { Values } from '../../contract/register.ts';
import { canonicalJson } from '../../values/canonical-json.ts';

/**
 * Versions in the order of time, the first put right: each later one that only carried a wrong value on carries the right one, up to the version in which
 * that field was really changed. Pure.
 */
export function carryForward(stood: readonly Values[], right: Values): Values[] {
  const wrong = stood[0] ?? {};
  let open = [...new Set([...Object.keys(wrong), ...Object.keys(right)])].filter((key) => !same(wrong[key], right[key]));
  return stood.map((values, at) => {
    if (at === 0) return right;
    open = open.filter((key) => same(values[key], wrong[key]));
    const put = Object.fromEntries(open.flatMap((key) => (right[key] === undefined ? [] : [[key, right[key]]])));
    return { ...Object.fromEntries(Object.entries(values).filter(([key]) => !open.includes(key))), ...put };
  });
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
