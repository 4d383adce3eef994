import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { MEANINGS, meaningsIn } from './plain-words.ts';

/** 这些词是什么意思: under every page, the office's words that stand on it, each in a plain sentence. Follows the page as it fills. */
export function WordsHere() {
  const [text, setText] = useState('');
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useEffect(() => {
    const main = document.getElementById('main');
    if (main === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => { clearTimeout(timer); timer = setTimeout(() => setText(meaningsIn(main.innerText).map((one) => one.term).join(' ')), 150); };
    read();
    const watch = new MutationObserver(read);
    watch.observe(main, { childList: true, subtree: true, characterData: true });
    return () => { clearTimeout(timer); watch.disconnect(); };
  }, [path]);
  const terms = new Set(text.split(' '));
  const found = MEANINGS.filter((one) => terms.has(one.term));
  if (found.length === 0) return null;
  return (
    <details className="words-here noprint">
      <summary>这些词是什么意思：{found.map((one) => one.term).join('、')}</summary>
      <dl>{found.map((one) => <div key={one.term} data-term={one.term}><dt>{one.term}</dt><dd>{one.means}</dd></div>)}</dl>
    </details>
  );
}
