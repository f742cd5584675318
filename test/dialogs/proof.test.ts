import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { dialogs } from '../../dialogs/index.js'
import { proveDialogs } from '../../dialogs/proof.js'
const flat = (n:string) => z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(new URL(`../../content/languages/${n}.json`, import.meta.url),'utf8')))
test('x', () => {
  const t=Date.now()
  const p = proveDialogs(dialogs, { words: new Map([['nl',{texts:flat('nl/texts'),terms:flat('nl/terms')}]]), saidElsewhere:new Set<string>(),limits:{label:24,message:1024,offers:10} })
  console.log(Date.now()-t, JSON.stringify({...p, failures:p.failures.slice(0,30), n:p.failures.length},null,1))
  expect(p.failures).toEqual([])
})
