import { expect, test } from 'vitest';
import { after, keyCaps, keyName } from './key-names.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}): string => keyName({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...more });

test('a key is called what the map calls it, whatever the caps lock says', () => {
  expect(press('j')).toBe('j');
  expect(press('J')).toBe('j');
  expect(press('J', { shiftKey: true })).toBe('Shift+j');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('k', { ctrlKey: true })).toBe('Ctrl+k');
  expect(press('k', { metaKey: true })).toBe('Ctrl+k');
  expect(press('Enter', { ctrlKey: true })).toBe('Ctrl+Enter');
  expect(press('Tab', { shiftKey: true })).toBe('Shift+Tab');
});
test('it is written in caps', () => {
  expect(keyCaps('Ctrl+Enter')).toEqual(['Ctrl', '回车']);
  expect(keyCaps('g t')).toEqual(['G', 'T']);
});
test('what may follow the first of two', () => {
  expect(after('g', ['g t', 'go', 'g p', 'j'])).toEqual(['g t', 'g p']);
});
