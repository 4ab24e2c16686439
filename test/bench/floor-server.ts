/**
 * The floor: plain node:http, the same statements on the same rows, strings put together with +, as many bytes. Nothing is kept between requests
 * but what is constant on the page: its frame.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'
import { preparedName } from '#platform/database/prepared.ts'
import type { Captured } from './product-server.ts'

const pages = JSON.parse(readFileSync(process.env.PAGES ?? '', 'utf8')) as readonly Captured[]
const pool = new pg.Pool({ connectionString: process.env.APP_URL ?? '', max: 10 })
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Reading statements are kept prepared, as the product keeps them: a floor must not be slower than it has to be. */
function named(text: string): { readonly name?: string } {
  const name = preparedName(text)
  return name === undefined ? {} : { name }
}

interface Frame {
  readonly page: Captured
  readonly before: string
  readonly after: string
  /** Characters between the two: where the page tells less than it reads, the rows are written and cut. */
  readonly room: number
  padding: string
}

async function rowsAsMarkup(page: Captured): Promise<string> {
  const client = await pool.connect()
  let markup = ''
  try {
    for (const { text, values } of page.statements) {
      const { rows } = await client.query<Record<string, unknown>>({ text, values: [...values], ...named(text) })
      for (const row of rows) {
        markup += '<tr>'
        for (const value of Object.values(row)) markup += `<td>${escaped(String(value))}</td>`
        markup += '</tr>'
      }
    }
  } finally {
    client.release()
  }
  return markup
}

const frames = new Map<string, Frame>()
for (const page of pages) {
  // A feed has no frame: it is rows from end to end.
  const start = Math.max(0, page.html.indexOf('<main'))
  const end = start === 0 ? page.html.length : page.html.indexOf('</main>')
  const frame: Frame = { page, before: page.html.slice(0, start), after: page.html.slice(end), room: end - start, padding: '' }
  const missing = frame.room - (await rowsAsMarkup(page)).length
  frame.padding = '<p>constant words of the page</p>'.repeat(Math.max(0, Math.round(missing / 33)))
  frames.set(page.path, frame)
}

const server = createServer((request, response) => {
  const frame = frames.get(request.url ?? '')
  if (!frame) {
    response.writeHead(404).end()
    return
  }
  rowsAsMarkup(frame.page).then(
    (rows) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' })
      response.end(frame.before + rows.slice(0, frame.room) + frame.padding + frame.after)
    },
    () => response.writeHead(500).end(),
  )
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`)
})
