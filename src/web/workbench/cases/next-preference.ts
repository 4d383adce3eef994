import { useState } from 'react';

const STORE = 'minzheng.open-next';

/** Whether the next task opens by itself when one is done: kept on this device, on unless switched off. */
export const opensNext = (): boolean => localStorage.getItem(STORE) !== 'off';

/** The switch itself. */
export function useOpenNext(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(opensNext);
  return [on, (next) => {
    localStorage.setItem(STORE, next ? 'on' : 'off');
    setOn(next);
  }];
}
