/** The program itself, in a process that tells its parent how much memory is in use after a collection. Wants --expose-gc. */
process.on('message', () => {
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send({ inUse: heapUsed + external, rss })
})
await import(process.env['FUZZ_PROGRAM'])
