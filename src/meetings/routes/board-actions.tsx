import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findBody, findMembership, findStanding } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { optionalChoice, optionalWholeNumber, parseForm } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { BoardActionsPage } from '../pages/board-actions-page.tsx'
import { type CountableAction, findBoardActions, findCountableActions } from '../queries/board-actions.ts'
import { actionViews, type Completion, completionOf } from '../rules/action-standing.ts'

/** What a board's meetings left to be done (M11). */
export function boardActionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/boards/:slug/actions', (c) => board(needs, c)) // anybody, each action by its sight
  return app
}

const query = z.object({ view: optionalChoice(actionViews), page: optionalWholeNumber(1, 100_000) })

async function board(needs: MeetingsNeeds, c: Context<AppEnv, '/boards/:slug/actions'>) {
  const visit = c.get('visit')
  const parsed = parseForm(query, c.req.query())
  const { view = 'all', page = 1 } = parsed.ok ? parsed.value : {}
  const { body, found, byPerson, byAgency } = await readAs(needs.db, visit, async (reader) => {
    const at = await findBody(reader, c.req.param('slug'), visit.today)
    if (!at) throw new NotFound('No such board.')
    const me = (await findStanding(reader, visit)).person?.id
    const counted = await findCountableActions(reader, at.id, visit.today.subtract({ years: 1 }))
    const agencies = await agenciesOf(reader, at.id, visit.today)
    return {
      body: at,
      found: await findBoardActions(reader, at.id, { view, page, me, today: visit.today }),
      byPerson: completion(counted, ({ leads }) => leads.filter((lead) => lead.organisation === null).map(({ name }) => name), visit.today),
      byAgency: completion(
        counted,
        ({ leads }) => leads.map((lead) => (lead.organisation === null ? (agencies.get(lead.person ?? '') ?? '') : lead.name)),
        visit.today,
      ),
    }
  })
  return c.html(<BoardActionsPage visit={visit} board={body} view={view} found={found} byPerson={byPerson} byAgency={byAgency} />)
}

function completion(
  counted: readonly CountableAction[],
  ownersOf: (action: CountableAction) => readonly string[],
  today: Temporal.PlainDate,
): readonly Completion[] {
  return completionOf(
    counted.map((action) => ({ ...action, owners: ownersOf(action).filter((name) => name !== '') })),
    today,
  )
}

/** The organisation that each member speaks for. */
async function agenciesOf(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<ReadonlyMap<string, string>> {
  const { seats } = await findMembership(reader, body, onDay)
  return new Map(
    seats.flatMap(({ organisation, places }) =>
      places.flatMap(({ holder }): [string, string][] => {
        const agency = holder?.onBehalfOf?.name ?? organisation?.name
        return holder && agency !== undefined ? [[holder.person.id, agency]] : []
      }),
    ),
  )
}
