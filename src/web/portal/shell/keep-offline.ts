/** Has the portal's document and files kept on this device, so that a reload without a line shows the page. Where that is not to be had, nothing is lost but this. */
export function keepOffline(): void {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return;
  window.addEventListener('load', () => setTimeout(() => void begin(serviceWorker), 1500));
}

async function begin(container: ServiceWorkerContainer): Promise<void> {
  try {
    await container.register('/service-worker.js');
    const { active } = await container.ready;
    const tell = () => {
      const files = performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname).filter((path) => path.startsWith('/assets/'));
      active?.postMessage(files); // oxlint-disable-line unicorn/require-post-message-target-origin -- a worker has none
    };
    tell();
    document.addEventListener('visibilitychange', tell);
  } catch { /* a browser that forbids it */ }
}
