import { useEffect, useState } from 'react';

/** Whether the machine says it has a net at all. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => { window.removeEventListener('online', look); window.removeEventListener('offline', look); };
  }, []);
  return online;
}

/** Over everything while the net is gone: what still works, what does not, and that nothing typed is lost. */
export function OfflineBar() {
  if (useOnline()) return null;
  return <p className="offline-bar" role="status">断网了。看得到的是断网前的数，写着的都还在；接上网以后再交，不会办重。</p>;
}
