import { useSyncExternalStore } from 'react';

const STORE = 'minzheng.elder';
const CHANGED = 'minzheng:elder';

/** 长者模式 was switched on before on this device. */
export function isElder(): boolean {
  try {
    return localStorage.getItem(STORE) === 'on';
  } catch {
    return false;
  }
}

/** 长者模式 for the whole page: the style sheet reads `data-elder` on the root, forms ask one thing a screen. Remembered on this device. */
export function applyElder(on: boolean): void {
  document.documentElement.toggleAttribute('data-elder', on);
  try {
    localStorage.setItem(STORE, on ? 'on' : 'off');
    // the document is written for it from the start: nothing grows under the reader's eyes
    document.cookie = `minzheng_elder=${on ? 'on' : 'off'}; path=/; max-age=31536000; samesite=strict`;
  } catch { /* it holds for this window */ }
  window.dispatchEvent(new Event(CHANGED));
}

const subscribe = (changed: () => void) => {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
};

/** Whether 长者模式 is on now. */
export const useElder = (): boolean => useSyncExternalStore(subscribe, () => document.documentElement.hasAttribute('data-elder'), () => false);
