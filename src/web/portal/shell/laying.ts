import { useLayoutEffect } from 'react';

/** A slow line: then what stands below what is still being fetched is shown all the same, with the number to call. */
const PATIENCE_MS = 5000;

/**
 * A page is laid from the top: until it is all there once, nothing is shown below what is still being fetched (portal.css, `data-laying`), so that nothing
 * moves away under a finger. What is fetched later, on a page that stands, hides nothing.
 */
export function useLaying(path: string): void {
  useLayoutEffect(() => {
    const main = document.getElementById('main');
    if (main === null) return undefined;
    main.toggleAttribute('data-laying', true);
    const done = () => { main.removeAttribute('data-laying'); watch.disconnect(); clearTimeout(timer); };
    const look = () => { if (main.querySelector('h1') !== null && main.querySelector('[data-pending]') === null) done(); };
    const watch = new MutationObserver(look);
    const timer = setTimeout(done, PATIENCE_MS);
    watch.observe(main, { childList: true, subtree: true, attributeFilter: ['data-pending'] });
    look();
    return done;
  }, [path]);
}
