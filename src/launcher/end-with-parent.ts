// Preloaded (--import) into every process the launcher starts: when the launcher is gone, however it went, the process
// gets the signal to drain, and is ended if it has not by then.
const patience = 20_000; // ms

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), patience).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref(); // the listener above must not keep a finished process alive
