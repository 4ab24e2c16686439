import type { Hono } from 'hono'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { contributeTo, declineContribution, sendContribution } from '../commands/contribution.ts'
import { parseDecline } from '../forms/assessment.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { ContributionPage } from '../pages/contribution-page.tsx'
import { ClosedToYouPage } from '../pages/part-page.tsx'
import { familyPaths } from '../paths.ts'
import { wordsOf } from './assessment.tsx'

/** What a one-off contributor sees and sends; afterwards the address answers to them as if nothing were there. */
export function contributionRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const path = '/families/contributions/:contribution'
  app.get(path, async (c) => {
    const visit = c.get('visit')
    return c.html(
      await contributeTo(needs, doerOf(visit), c.req.param('contribution'), 'page', async (_, asked) => (
        <ContributionPage visit={visit} asked={asked} />
      )),
    )
  })
  for (const step of ['', '/decline'] as const)
    app.post(`${path}${step}`, async (c) => {
      const visit = c.get('visit')
      const doer = doerOf(visit)
      const id = c.req.param('contribution')
      const body = await readForm(c)
      const declined = step === '/decline' ? parseDecline(body) : undefined
      try {
        const outcome = !declined
          ? await sendContribution(needs, doer, id, body)
          : declined.ok
            ? await declineContribution(needs, doer, id, declined.value.because)
            : declined
        if (outcome.ok) return c.redirect(familyPaths.list(), 303)
        return await contributeTo(needs, doer, id, 'page', async (_, asked) =>
          c.html(<ContributionPage visit={visit} asked={asked} form={formState(body, outcome.problems, wordsOf(asked.part))} />, 422),
        )
      } catch (error) {
        if (!(error instanceof NotFound || error instanceof Forbidden)) throw error
        const typed = Object.values(body).flatMap((value) =>
          [value].flat().filter((words) => typeof words === 'string' && /\s/.test(words)),
        ) as readonly string[]
        return c.html(<ClosedToYouPage visit={visit} typed={typed} back={familyPaths.list()} />, 403)
      }
    })
}
