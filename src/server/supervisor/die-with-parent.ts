/**
 * Loaded first in web and worker: when the supervisor is gone without a word (kill -9), they end as if asked to, so that
 * no process goes on writing behind the back of the next start.
 */
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
// Listening must not keep a finished process alive.
process.channel?.unref();
