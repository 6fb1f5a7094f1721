// @ts-check

// Loaded with `--import` into a process whose stdin is a pipe that its parent holds open and never writes to. The
// pipe closes when the parent dies, however it dies: then this process ends too, instead of living on unseen.
const graceMs = 5000;

const end = () => {
  // Under `node --watch` it is the watcher that has to end; it takes this process with it.
  process.kill(process.env.WATCH_REPORT_DEPENDENCIES ? process.ppid : process.pid, "SIGTERM");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), graceMs).unref();
};

process.stdin
  .once("close", end)
  .on("error", () => {})
  .resume();
// Listening alone must not keep a process alive that has nothing else to do.
if ("unref" in process.stdin && typeof process.stdin.unref === "function") process.stdin.unref();
