const STORE = 'minzheng.elder';

/** 大字 was switched on before on this device. */
export function isElder(): boolean {
  return localStorage.getItem(STORE) === 'on';
}

/** 长者模式 for the whole page: the style sheet reads `data-elder` on the root. Remembered on this device. */
export function applyElder(on: boolean): void {
  document.documentElement.toggleAttribute('data-elder', on);
  localStorage.setItem(STORE, on ? 'on' : 'off');
}
