import type { Hono } from 'hono'
import { wordsFor } from '#platform/web/endpoints.tsx'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { answerOutside, askCode, openByCode, readOutside } from '../commands/outside.ts'
import { parseDecide } from '../forms/movement.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { LinkPage, OutsidePage, outsideShape } from '../pages/outside-pages.tsx'
import { problemWords } from '../words/problems.ts'

/**
 * The way in for somebody without an account: a link, a code by mail, and one transition to read and to answer. Words are only in answers to a post, which no
 * browser keeps, and never in an address.
 */
export function outsideRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  app.get('/answer/:token', (c) => c.html(<LinkPage visit={c.get('visit')} token={c.req.param('token')} step="ask" />))
  app.post('/answer/:token/code', async (c) => {
    const [visit, token] = [c.get('visit'), c.req.param('token')]
    await askCode(needs, visit, token)
    return c.html(<LinkPage visit={visit} token={token} step="code" />)
  })
  app.post('/answer/:token/open', async (c) => {
    const [visit, token] = [c.get('visit'), c.req.param('token')]
    const { code } = await readForm(c)
    const key = await openByCode(needs, visit, token, typeof code === 'string' ? code : '')
    const words = key === undefined ? undefined : await readOutside(needs, visit, key)
    c.header('cache-control', 'no-store')
    if (key === undefined || words === undefined) return c.html(<LinkPage visit={visit} token={token} step="wrong" />, 422)
    return c.html(<OutsidePage {...{ visit, token, key, words }} form={emptyForm({ key, name: '' })} />)
  })
  app.post('/answer/:token/answer', async (c) => {
    const [visit, token] = [c.get('visit'), c.req.param('token')]
    const body = await readForm(c)
    const key = typeof body.key === 'string' ? body.key : ''
    c.header('cache-control', 'no-store')
    const words = await readOutside(needs, visit, key)
    if (!words) return c.html(<LinkPage visit={visit} token={token} step="over" />, 422)
    const parsed = parseDecide(body)
    const done = parsed.ok ? await answerOutside(needs, visit, key, parsed.value) : parsed
    if (done.ok) return c.html(<OutsidePage {...{ visit, token, key, words: done.value }} form={emptyForm({})} />)
    const form = formState(body, done.problems, wordsFor(outsideShape(words, token), problemWords))
    return c.html(<OutsidePage {...{ visit, token, key, words, form }} />, 422)
  })
}
