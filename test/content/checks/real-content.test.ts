import { test } from '@jest/globals'
test('run', async () => { process.chdir('/'); await import('../../../bot/commands/check-content.js'); process.exitCode = 0 })
