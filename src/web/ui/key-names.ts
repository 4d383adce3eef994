/** A key as it is declared: `j`, `Enter`, `Shift+j`, `Ctrl+k`, or two one after the other: `g t`. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): string {
  const letter = /^[a-z]$/i.test(event.key);
  const key = letter ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && (letter || key.length > 1) ? 'Shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${shift}${key}`;
}

const SHOWN: Readonly<Record<string, string>> = { Enter: '回车', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑', Backspace: '退格', Ctrl: 'Ctrl', Shift: 'Shift' };

/** How a key is written on its button, part by part: `Ctrl+k` is Ctrl K. */
export function keyCaps(key: string): readonly string[] {
  return key.split(/[ +]/).map((part) => SHOWN[part] ?? part.toUpperCase());
}

/** The keys that may follow one that opens a sequence (`g`). */
export function after(prefix: string, keys: Iterable<string>): string[] {
  return [...keys].filter((key) => key.startsWith(`${prefix} `));
}
