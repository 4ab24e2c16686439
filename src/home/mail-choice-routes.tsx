import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readAs, writeAs } from '#platform/database/session.ts'
import { chooseMail, findOwnMailChoice } from '#platform/mail/mail-choice.ts'
import { SignInNeeded } from '#platform/refusals.ts'
import { commonFieldWords } from '#platform/web/field-words.ts'
import { choice, parseForm, ticked } from '#platform/web/fields.ts'
import { emptyForm, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { MailChoicePage } from './pages/mail-choice-page.tsx'
import { homePaths } from './paths.ts'

const choiceForm = z.object({ news: choice(['immediate', 'digest', 'none']), calendar: ticked() })

/** One's own choice of mails; for whoever is signed in, about nobody else. */
export function mailChoiceRoutes({ db }: Pick<Needs, 'db'>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const draw = async (c: Context<AppEnv, string>, form: FormState, status: 200 | 422 = 200): Promise<Response> => {
    const visit = c.get('visit')
    if (visit.actor === undefined) throw new SignInNeeded('Sign in to choose your mails.')
    const own = await readAs(db, visit, (reader) => findOwnMailChoice(reader, visit))
    return c.html(<MailChoicePage visit={visit} choice={own} form={form} saved={c.req.query('saved') === 'yes'} />, status)
  }
  routes.get(homePaths.mailChoice, (c) => draw(c, emptyForm()))
  routes.post(homePaths.mailChoice, async (c) => {
    const visit = c.get('visit')
    const { actor } = visit
    if (actor === undefined) throw new SignInNeeded('Sign in to choose your mails.')
    const body = await readForm(c)
    const parsed = parseForm(choiceForm, body)
    if (!parsed.ok) return draw(c, formState(body, parsed.problems, commonFieldWords), 422)
    await writeAs(db, visit, (tx) => chooseMail(tx, { actor, now: visit.now, today: visit.today }, parsed.value))
    return c.redirect(`${homePaths.mailChoice}?saved=yes`, 303)
  })
  return routes
}
