import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findBody, findStanding } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid, optionalChoice, optionalText, optionalWholeNumber, parseForm } from '#platform/web/fields.ts'
import { emptyForm, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { recordDecision } from '../commands/decision/record-decision.ts'
import { withdrawDecision } from '../commands/decision/withdraw-decision.ts'
import { parseDecision, parseReason } from '../forms/decision.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { DecisionFormPage } from '../pages/decision-form.tsx'
import { DecisionDetailPage, DecisionsPage, MeetingDecisionsPage } from '../pages/decision-pages.tsx'
import { recordPaths } from '../paths.ts'
import { allows, demandOf } from '../permission.ts'
import { findActionsOf } from '../queries/actions.ts'
import { findAgenda, titleOf } from '../queries/agenda.ts'
import { type Decision, type DecisionFilter, findDecision, findDecisionsOf, guardedDecision, listDecisions } from '../queries/decisions.ts'
import { guardedMeeting } from '../queries/meeting.ts'
import { findMinuteOf } from '../queries/minutes.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround, startOf } from '../queries/record.ts'
import { decisionTypes } from '../rules/decision.ts'
import { quorumAt } from '../rules/quorum-at.ts'
import { decisionProblemWords } from '../words/decision.ts'
import { headOf } from './attendance.tsx'
import { doerOf } from './gates.ts'

/** Decisions: recording, one, and a board's list (M9). */
export function decisionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/boards/:slug/decisions', (c) => list(needs, c)) // anybody, each decision by its sight
  app.get('/meetings/:id/decisions', async (c) => c.html(await ofMeeting(needs, c))) // read meeting, each decision by its sight
  app.get('/meetings/:id/decisions/new', async (c) =>
    c.html(await form(needs, c, emptyForm({ matter: 'neither', item: c.req.query('item') ?? '' }))),
  ) // record meeting
  app.post('/meetings/:id/decisions/new', (c) => record(needs, c)) // record meeting
  app.get('/decisions/:id', async (c) => c.html(await detail(needs, c, emptyForm()))) // read decision
  app.post('/decisions/:id/withdraw', (c) => withdraw(needs, c)) // withdraw decision
  return app
}

const filterForm = z.object({
  year: optionalWholeNumber(1900, 2199),
  type: optionalChoice(decisionTypes),
  words: optionalText(200),
  page: optionalWholeNumber(1, 100_000),
})

async function list(needs: MeetingsNeeds, c: Context<AppEnv, '/boards/:slug/decisions'>) {
  const visit = c.get('visit')
  const query = c.req.query()
  const parsed = parseForm(filterForm, query)
  const typed = parsed.ok ? parsed.value : { year: undefined, type: undefined, words: undefined, page: undefined }
  const filter: DecisionFilter = { ...typed, page: typed.page ?? 1 }
  const { board, found } = await readAs(needs.db, visit, async (reader) => {
    const body = await findBody(reader, c.req.param('slug'), visit.today)
    if (!body) throw new NotFound('No such board.')
    return { board: body, found: await listDecisions(reader, body.id, filter) }
  })
  const hrefOf = (page: number): string => {
    const asked = { year: typed.year?.toString(), type: typed.type, words: typed.words, page: String(page) }
    const kept = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    return `${recordPaths.boardDecisions(board.slug)}?${new URLSearchParams(kept)}`
  }
  return c.html(<DecisionsPage visit={visit} board={board} found={found} form={emptyForm(query)} hrefOf={hrefOf} />)
}

/** The meeting, and whether the visitor may record what happens at it. */
export async function meetingToShow(reader: Reader, visit: Visit, id: string) {
  const meeting = isUuid(id) ? await findRecordedMeeting(reader, id) : undefined
  if (!meeting) throw new NotFound('No such meeting.')
  return { meeting, mayRecord: allows(await findStanding(reader, visit), guardedMeeting({ ...meeting, body: meeting.body.id }), 'record') }
}

async function ofMeeting(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/decisions'>) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, mayRecord } = await meetingToShow(reader, visit, c.req.param('id'))
    return (
      <MeetingDecisionsPage
        visit={visit}
        head={headOf(meeting)}
        decisions={await findDecisionsOf(reader, meeting.id)}
        mayRecord={mayRecord}
      />
    )
  })
}

/** The ground of a meeting that the visitor may record. */
export async function groundToRecord(reader: Reader, visit: Visit, id: string): Promise<MeetingGround> {
  const meeting = isUuid(id) ? await findRecordedMeeting(reader, id) : undefined
  if (!meeting) throw new NotFound('No such meeting.')
  demandOf(await findStanding(reader, visit), visit, guardedMeeting({ ...meeting, body: meeting.body.id }), 'record')
  return findMeetingGround(reader, meeting)
}

/** The items of a meeting to choose from. */
export async function itemOffers(reader: Reader, meeting: string) {
  const items = await findAgenda(reader, meeting)
  return items
    .filter(({ withdrawnAt }) => withdrawnAt === undefined)
    .map((item) => ({ value: item.id, text: `${item.number} ${titleOf(item)}` }))
}

async function form(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/decisions/new'>, state: FormState) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const ground = await groundToRecord(reader, visit, c.req.param('id'))
    const { meeting, terms, attendance } = ground
    const functions = terms?.functions.value ?? []
    const voting = terms?.voting.value
    const at = meeting.state === 'in_progress' && meeting.heldOn.equals(visit.today) ? visit.now : startOf(meeting)
    return (
      <DecisionFormPage
        visit={visit}
        head={headOf(meeting)}
        form={state}
        items={await itemOffers(reader, meeting.id)}
        functions={functions.map(({ key, name }) => ({ value: key, text: name }))}
        parents={[...new Set([...functions.flatMap(({ reservedTo }) => reservedTo), ...(voting?.referTo ?? [])])]}
        quorum={attendance.stays.length === 0 ? undefined : quorumAt(ground.quorum, at)}
        consensusFirst={voting?.consensusFirst === true}
        castingVote={voting?.castingVote !== undefined && voting.castingVote !== null}
      />
    )
  })
}

async function record(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/decisions/new'>) {
  const body = await readForm(c)
  const parsed = parseDecision(body)
  const done = parsed.ok ? await recordDecision(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value) : parsed
  if (done.ok) return c.redirect(recordPaths.decision(done.value), 303)
  return c.html(await form(needs, c, formState(body, done.problems, decisionProblemWords)), 422)
}

/** A decision that somebody may do something with. */
async function decisionAsked(reader: Reader, visit: Visit, id: string, verb: string): Promise<Decision> {
  const decision = await findDecision(reader, id)
  if (!decision) throw new NotFound('No such decision.')
  demandOf(await findStanding(reader, visit), visit, guardedDecision(decision), verb)
  return decision
}

async function detail(
  needs: MeetingsNeeds,
  c: Context<AppEnv, '/decisions/:id'> | Context<AppEnv, '/decisions/:id/withdraw'>,
  state: FormState,
) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const decision = await findDecision(reader, c.req.param('id'))
    const meeting = decision && (await findRecordedMeeting(reader, decision.meeting))
    if (!decision || !meeting) throw new NotFound('No such decision.')
    const items = await findAgenda(reader, meeting.id)
    const item = items.find(({ id }) => id === decision.item)
    const actions = (await findActionsOf(reader, meeting.id)).filter((action) => action.decision === decision.id)
    const mayWithdraw = decision.sight !== 'public' && allows(await findStanding(reader, visit), guardedDecision(decision), 'withdraw')
    return (
      <DecisionDetailPage
        visit={visit}
        head={headOf(meeting)}
        decision={decision}
        itemTitle={item && `${item.number} ${titleOf(item)}`}
        minute={await findMinuteOf(reader, meeting.id, decision.id)}
        actions={actions}
        withdraw={mayWithdraw ? state : undefined}
      />
    )
  })
}

async function withdraw(needs: MeetingsNeeds, c: Context<AppEnv, '/decisions/:id/withdraw'>) {
  const visit = c.get('visit')
  // Asked before the form is read: who may not do it learns nothing of what it takes.
  await readAs(needs.db, visit, (reader) => decisionAsked(reader, visit, c.req.param('id'), 'withdraw'))
  const body = await readForm(c)
  const parsed = parseReason(body)
  const done = parsed.ok ? await withdrawDecision(needs, doerOf(visit), c.req.param('id'), parsed.value.reason) : parsed
  if (done.ok) return c.redirect(recordPaths.decision(c.req.param('id')), 303)
  return c.html(await detail(needs, c, formState(body, done.problems, decisionProblemWords)), 422)
}
