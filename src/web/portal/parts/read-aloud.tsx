import { useEffect, useState } from 'react';
import { useRouterState } from '@tanstack/react-router';

const LONGEST = 4000;

/** 念给我听: reads the open page aloud, heading first; a second press stops. Shown only where the device can speak. */
export function ReadAloud() {
  const [speaking, setSpeaking] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => stop, [path]);
  useEffect(() => { setSpeaking(false); }, [path]);
  if (!canSpeak()) return null;
  const press = () => {
    if (speaking) { stop(); setSpeaking(false); return; }
    const words = new SpeechSynthesisUtterance(textToRead(document.getElementById('main')));
    words.lang = 'zh-CN';
    words.rate = 0.85;
    words.addEventListener('end', () => setSpeaking(false));
    words.addEventListener('error', () => setSpeaking(false));
    stop();
    window.speechSynthesis.speak(words);
    setSpeaking(true);
  };
  return <button type="button" className="btn" aria-pressed={speaking} onClick={press}>{speaking ? '不念了' : '念给我听'}</button>;
}

const canSpeak = (): boolean => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
const stop = (): void => { if (canSpeak()) window.speechSynthesis.cancel(); };

/** What is worth reading of a page: headings, sentences, questions and their answers; no navigation, nothing hidden. */
export function textToRead(root: HTMLElement | null): string {
  const blocks = [...(root?.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, legend, label, dt, dd, caption, th, td') ?? [])]
    .filter((one) => one.offsetParent !== null && one.closest('[aria-hidden="true"], .bar') === null && one.querySelector('p, li, label') === null);
  return blocks.map((one) => one.innerText.replace(/\s+/g, ' ').trim()).filter((text) => text !== '').join('。').slice(0, LONGEST);
}
