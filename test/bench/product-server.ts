/**
 * The product in a process of its own: prints its port, then serves until it is killed. With CAPTURE set to paths separated by spaces it instead
 * asks itself for each once and prints what it asked the database, so that the floor can ask the very same. COOKIE says as whom.
 */
import pg from 'pg'
import { createApp } from '#src/app.tsx'
import { openNeeds } from '../support/needs.ts'
import { benchNow, serveProduct } from './house.ts'

/** One statement as it went to the database. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** What one page is made of. */
export interface Captured {
  readonly path: string
  readonly html: string
  readonly statements: readonly Statement[]
}

const { needs } = await openNeeds(process.env.APP_URL ?? '', process.env.DATA ?? '', benchNow)
const paths = (process.env.CAPTURE ?? '').split(' ').filter((path) => path !== '')
if (paths.length === 0) {
  process.stdout.write(`${await serveProduct(needs)}\n`)
} else {
  const app = await createApp(needs)
  const captured: Captured[] = []
  const asWhom = { headers: { cookie: process.env.COOKIE ?? '' } }
  for (const path of paths) {
    await app.request(path, asWhom)
    const statements = record()
    const html = await (await app.request(path, asWhom)).text()
    captured.push({ path, html, statements: [...statements] })
  }
  // A pipe takes a large answer piece by piece.
  process.stdout.write(JSON.stringify(captured), () => process.exit(0))
}

function record(): Statement[] {
  const statements: Statement[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const asked = given[0] as string | Statement
    if (typeof asked === 'string') statements.push({ text: asked, values: (given[1] as unknown[] | undefined) ?? [] })
    else statements.push({ text: asked.text, values: asked.values })
    return Reflect.apply(original, this, given)
  } as typeof original
  return statements
}
