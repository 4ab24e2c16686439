// npm run test:pages visits every page in every mode; with -- WORD only the pages whose address holds the word.

import { arrange, untilPacksAreMade } from '../test/pages/arrange.ts'
import { visitedAt, visitedPages } from '../test/pages/pages.ts'
import { visitPages } from '../test/pages/run.ts'
import { keepContexts, letGo } from '../test/pages/sign-in.ts'
import { startBrowser } from '../test/support/browser.ts'
import { startProduct } from '../test/support/product.ts'

const word = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
const pages = visitedPages.filter(({ path }) => word === undefined || path.includes(word))
const started = performance.now()
const product = await startProduct({ GOLDENTHREAD_SAMPLE: 'on', GOLDENTHREAD_NOW: visitedAt })
const empty = await startProduct({ GOLDENTHREAD_SAMPLE: 'off', GOLDENTHREAD_NOW: visitedAt })
const browser = await startBrowser()
const bad: string[] = []
try {
  const contexts = keepContexts(browser, product, empty)
  await untilPacksAreMade(contexts)
  await arrange(contexts, product)
  await visitPages(browser, contexts, pages, ({ address, page, faults, late }) => {
    const lines = [
      `${faults.length === 0 ? 'ok  ' : 'BAD '} ${page.as ?? 'visitor'} ${address}${page.send ? ', sent empty' : ''}${late === undefined ? '' : `, asked again after: ${late}`}`,
      ...faults.map((fault) => `       ${fault}`),
    ].join('\n')
    if (faults.length > 0) bad.push(lines)
    console.log(lines)
  })
} finally {
  await letGo(browser)
  await Promise.all([product.stop(), empty.stop()])
}
console.log(`${pages.length} pages in ${Math.round((performance.now() - started) / 1000)} s, ${bad.length} with faults`)
// Once more at the end, where whoever reads looks first.
for (const lines of bad) console.log(lines)
process.exit(bad.length > 0 ? 1 : 0)
