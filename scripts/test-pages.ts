// npm run test:pages visits every page in every mode; with -- WORD only the pages whose address holds the word.

import { visitedPages } from '../test/pages/pages.ts'
import { visitPages } from '../test/pages/run.ts'
import { startBrowser } from '../test/support/browser.ts'
import { startProduct } from '../test/support/product.ts'

const word = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
const pages = visitedPages.filter(({ path }) => word === undefined || path.includes(word))
const started = performance.now()
const product = await startProduct({ GOLDENTHREAD_SAMPLE: process.env.GOLDENTHREAD_SAMPLE ?? 'on' })
const browser = await startBrowser()
let bad = 0
try {
  for await (const { path, as, faults } of visitPages(browser, product, pages)) {
    if (faults.length > 0) bad += 1
    console.log(`${faults.length === 0 ? 'ok  ' : 'BAD '} ${as ?? 'visitor'} ${path}`)
    for (const fault of faults) console.log(`       ${fault}`)
  }
} finally {
  await browser.close()
  await product.stop()
}
console.log(`${pages.length} pages in ${Math.round((performance.now() - started) / 1000)} s, ${bad} with faults`)
process.exitCode = bad > 0 ? 1 : 0
