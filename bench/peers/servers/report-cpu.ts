/*
 * Loaded into each server by `node --import`. Answers each message of the bench with the CPU time of the process so far,
 * all threads included, and ends the process with the bench.
 */
process.on('message', () => process.send?.(process.cpuUsage()));
process.once('disconnect', () => process.exit());
process.channel?.unref();
