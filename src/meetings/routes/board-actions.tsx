import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findBody, findMembership, findStanding } from '#governance/public-data.ts'
import { csvOf } from '#platform/csv.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { optionalChoice, optionalWholeNumber, parseForm } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { BoardActionsPage } from '../pages/board-actions-page.tsx'
import { MattersArisingPage } from '../pages/matters-arising-page.tsx'
import { findMattersArising } from '../queries/actions.ts'
import { type CountableAction, findBoardActions, findCountableActions } from '../queries/board-actions.ts'
import { actionViews, type Completion, completionOf } from '../rules/action-standing.ts'
import { headOf } from './attendance.tsx'
import { meetingToShow } from './record-gates.ts'

/** What a board's meetings left to be done (M11). */
export function boardActionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/boards/:slug/actions', (c) => board(needs, c)) // anybody, each action by its sight
  app.get('/boards/:slug/actions/completion.csv', (c) => completionCsv(needs, c)) // anybody, from actions by their sight
  app.get('/meetings/:id/matters-arising', (c) => arising(needs, c)) // read meeting, each action by its sight
  return app
}

const query = z.object({ view: optionalChoice(actionViews), page: optionalWholeNumber(1, 100_000) })

async function board(needs: MeetingsNeeds, c: Context<AppEnv, '/boards/:slug/actions'>) {
  const visit = c.get('visit')
  const parsed = parseForm(query, c.req.query())
  const { view = 'all', page = 1 } = parsed.ok ? parsed.value : {}
  const { body, found, byPerson, byAgency } = await readAs(needs.db, visit, async (reader) => {
    const at = await bodyAt(reader, c.req.param('slug'), visit.today)
    const me = (await findStanding(reader, visit)).person?.id
    const rates = await completionsOf(reader, at.id, visit.today)
    return { body: at, found: await findBoardActions(reader, at.id, { view, page, me, today: visit.today }), ...rates }
  })
  return c.html(<BoardActionsPage visit={visit} board={body} view={view} found={found} byPerson={byPerson} byAgency={byAgency} />)
}

async function bodyAt(reader: Reader, slug: string, today: Temporal.PlainDate) {
  const body = await findBody(reader, slug, today)
  if (!body) throw new NotFound('No such board.')
  return body
}

/** How far actions are done, by whoever leads them and by agency; from what the reader may see. */
async function completionsOf(reader: Reader, body: string, today: Temporal.PlainDate) {
  const counted = await findCountableActions(reader, body, today.subtract({ years: 1 }))
  const agencies = await agenciesOf(reader, body, today)
  const people = ({ leads }: CountableAction) => leads.filter((lead) => lead.organisation === null).map(({ name }) => name)
  const organisations = ({ leads }: CountableAction) =>
    leads.map((lead) => (lead.organisation === null ? (agencies.get(lead.person ?? '') ?? '') : lead.name))
  return { byPerson: completion(counted, people, today), byAgency: completion(counted, organisations, today) }
}

async function completionCsv(needs: MeetingsNeeds, c: Context<AppEnv, '/boards/:slug/actions/completion.csv'>) {
  const visit = c.get('visit')
  const { slug, byPerson, byAgency } = await readAs(needs.db, visit, async (reader) => {
    const body = await bodyAt(reader, c.req.param('slug'), visit.today)
    return { slug: body.slug, ...(await completionsOf(reader, body.id, visit.today)) }
  })
  const lines = (kind: string, rows: readonly Completion[]) =>
    rows.map(({ owner, done, doneInTime, overdue, open }) => [
      kind,
      owner,
      String(done),
      String(doneInTime),
      String(overdue),
      String(open),
      done + overdue === 0 ? 'no actions due' : `${Math.floor((done * 100) / (done + overdue))}%`,
    ])
  const head = ['kind', 'who', 'done', 'of these in time', 'overdue', 'not yet due', 'done of those due']
  return c.body(csvOf([head, ...lines('lead', byPerson), ...lines('agency', byAgency)]), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="completion-${slug}.csv"`,
  })
}

async function arising(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/matters-arising'>) {
  const visit = c.get('visit')
  const found = await readAs(needs.db, visit, async (reader) => {
    const { meeting } = await meetingToShow(reader, visit, c.req.param('id'))
    return { head: headOf(meeting), actions: await findMattersArising(reader, meeting.body.id, meeting.heldOn) }
  })
  return c.html(<MattersArisingPage visit={visit} {...found} />)
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
