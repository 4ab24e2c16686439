import { type Context, Hono } from 'hono'
import { findBodyById, findStanding } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { postedText } from '#platform/web/fields.ts'
import { emptyForm, type FormBody, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { changeAction, recordAction } from '../commands/action/keep-action.ts'
import { markTime, openTime } from '../commands/action/mark-time.ts'
import { noteProgress, setActionState } from '../commands/action/progress-action.ts'
import { parseAction, parseActionState, parseMark, parseNote } from '../forms/action.ts'
import { parseVersion } from '../forms/version.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ActionFormPage } from '../pages/action-form.tsx'
import { ActionPage, leadsWords, MeetingActionsPage } from '../pages/action-pages.tsx'
import { recordPaths } from '../paths.ts'
import { allows, demandOf } from '../permission.ts'
import { type Action, findAction, findActionsOf, findLeadOffers, findNotes, findOccurrences, guardedAction } from '../queries/actions.ts'
import { findDecision, findDecisionsOf } from '../queries/decisions.ts'
import { bodyOffers } from '../queries/roll-lines.ts'
import { actionProblemWords, dueWords } from '../words/action.ts'
import { decisionTitle } from '../words/decision.ts'
import { headOf } from './attendance.tsx'
import { groundToRecord, itemOffers, meetingToShow } from './record-gates.ts'

/** Actions: recording and progress (M11). */
export function actionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/meetings/:id/actions', async (c) => c.html(await ofMeeting(needs, c))) // read meeting, each action by its sight
  app.get('/meetings/:id/actions/new', async (c) => c.html(await newForm(needs, c, emptyForm(c.req.query())))) // record meeting
  app.post('/meetings/:id/actions/new', (c) => record(needs, c)) // record meeting
  app.get('/actions/:id', async (c) => c.html(await detail(needs, c, emptyForm()))) // read action
  app.get('/actions/:id/change', async (c) => c.html(await changeForm(needs, c, undefined))) // change action
  app.post('/actions/:id/change', (c) => change(needs, c)) // change action
  app.post('/actions/:id/note', (c) => note(needs, c)) // progress action
  app.post('/actions/:id/state', (c) => setState(needs, c)) // progress action; withdrawing: change action
  app.post('/actions/:id/times', (c) => mark(needs, c)) // progress action
  app.post('/actions/:id/times/open', (c) => openAgain(needs, c)) // progress action
  return app
}

async function ofMeeting(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/actions'>) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, mayRecord } = await meetingToShow(reader, visit, c.req.param('id'))
    return (
      <MeetingActionsPage visit={visit} head={headOf(meeting)} actions={await findActionsOf(reader, meeting.id)} mayRecord={mayRecord} />
    )
  })
}

async function leadOffers(reader: Reader, body: string, onDay: Temporal.PlainDate) {
  const { people, organisations } = await findLeadOffers(reader, body, onDay)
  return [
    ...people.map(({ id, name }) => ({ value: `p-${id}`, text: name })),
    ...organisations.map(({ id, name }) => ({ value: `o-${id}`, text: name })),
  ]
}

async function newForm(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/actions/new'>, state: FormState) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const ground = await groundToRecord(reader, visit, c.req.param('id'))
    const { meeting } = ground
    const decisions = (await findDecisionsOf(reader, meeting.id)).map((one) => ({
      value: one.id,
      text: one.number === '' ? decisionTitle(one) : `${decisionTitle(one)}: ${one.text.slice(0, 80)}`,
    }))
    const leads = await leadOffers(reader, meeting.body.id, meeting.heldOn)
    return (
      <ActionFormPage
        visit={visit}
        head={headOf(meeting)}
        form={state}
        items={await itemOffers(reader, meeting.id)}
        decisions={decisions}
        leads={leads}
        bodies={bodyOffers(ground).filter(({ value }) => value !== 'each')}
        changes={undefined}
      />
    )
  })
}

async function record(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/actions/new'>) {
  const body = await readForm(c)
  const parsed = parseAction(body)
  const done = parsed.ok ? await recordAction(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value) : parsed
  if (done.ok) return c.redirect(recordPaths.action(done.value), 303)
  return c.html(await newForm(needs, c, formState(body, done.problems, actionProblemWords)), 422)
}

type AtAction = Context<AppEnv, '/actions/:id'>

async function detail(needs: MeetingsNeeds, c: AtAction, state: FormState) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { action, head } = await actionAsked(reader, visit, c.req.param('id'), 'read')
    const standing = await findStanding(reader, visit)
    const decision = action.decision === null ? undefined : await findDecision(reader, action.decision)
    return (
      <ActionPage
        visit={visit}
        head={head}
        action={action}
        notes={await findNotes(reader, action.id)}
        times={await findOccurrences(reader, action.id)}
        decision={decision && { id: decision.id, title: decisionTitle(decision) }}
        note={allows(standing, guardedAction(action), 'progress') ? state : undefined}
        keeper={action.keptBy === null ? undefined : await findBodyById(reader, action.keptBy, visit.today)}
        mayChange={allows(standing, guardedAction(action), 'change')}
      />
    )
  })
}

/** An action that somebody may do something with, and what its page says of the meeting, which whoever leads it need not know. */
async function actionAsked(reader: Reader, visit: Visit, id: string, verb: string) {
  const action = await findAction(reader, id)
  if (!action) throw new NotFound('No such action.')
  // Row-level security let it through: reading is settled.
  if (verb !== 'read') demandOf(await findStanding(reader, visit), visit, guardedAction(action), verb)
  const heldOn = action.meetingOn ?? undefined
  const board = await findBodyById(reader, action.body, heldOn ?? visit.today)
  if (!board) throw new NotFound('No such board.')
  return { action, head: { meeting: action.meeting, board, heldOn } }
}

/** Asks before the form is read: who may not do it learns nothing of what it takes. */
function demandAction(needs: MeetingsNeeds, c: AtAction, verb: string) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, (reader) => actionAsked(reader, visit, c.req.param('id'), verb))
}

function valuesOf(action: Action): FormBody {
  const chosen = action.leads.filter(({ person, organisation }) => person !== null || organisation !== null)
  const leads = chosen.map(({ person, organisation }, index) => [`lead${index + 1}`, person === null ? `o-${organisation}` : `p-${person}`])
  const other = action.leads.find(({ person, organisation }) => person === null && organisation === null)?.name ?? ''
  return {
    ...Object.fromEntries(leads),
    text: action.text,
    due: action.dueWords,
    leadOther: other,
    unconfirmed: action.ownerConfirmed ? '' : 'yes',
  }
}

async function changeForm(
  needs: MeetingsNeeds,
  c: Context<AppEnv, '/actions/:id/change'>,
  typed: { readonly form: FormState; readonly version: number; readonly stale: boolean } | undefined,
) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { action, head } = await actionAsked(reader, visit, c.req.param('id'), 'change')
    const leads = await leadOffers(reader, action.body, head.heldOn ?? visit.today)
    const saved = [action.text, leadsWords(action), `Due: ${dueWords(action)}`]
    // After a conflict the form carries the version that was saved meanwhile: saving again then means that both were compared.
    const version = typed && !typed.stale ? typed.version : action.version
    return (
      <ActionFormPage
        visit={visit}
        head={head}
        form={typed?.form ?? emptyForm(valuesOf(action))}
        items={[]}
        decisions={[]}
        leads={leads}
        bodies={[]}
        changes={{ id: action.id, version }}
        meanwhile={typed?.stale ? saved : undefined}
      />
    )
  })
}

async function change(needs: MeetingsNeeds, c: Context<AppEnv, '/actions/:id/change'>) {
  const body = await readForm(c)
  const id = c.req.param('id')
  const parsed = parseAction(body)
  const versioned = parseVersion(body)
  const version = versioned.ok ? versioned.value.version : 1
  try {
    const done = parsed.ok ? await changeAction(needs, doerOf(c.get('visit')), id, parsed.value, version) : parsed
    if (done.ok) return c.redirect(recordPaths.action(id), 303)
    return c.html(await changeForm(needs, c, { form: formState(body, done.problems, actionProblemWords), version, stale: false }), 422)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return c.html(await changeForm(needs, c, { form: emptyForm(body), version, stale: true }), 409)
  }
}

async function note(needs: MeetingsNeeds, c: Context<AppEnv, '/actions/:id/note'>) {
  await demandAction(needs, c, 'progress')
  const body = await readForm(c)
  const parsed = parseNote(body)
  if (!parsed.ok) return c.html(await detail(needs, c, formState(body, parsed.problems, actionProblemWords)), 422)
  await noteProgress(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value.note)
  return c.redirect(recordPaths.action(c.req.param('id')), 303)
}

async function mark(needs: MeetingsNeeds, c: AtAction) {
  await demandAction(needs, c, 'progress')
  const body = await readForm(c)
  const id = c.req.param('id')
  const parsed = parseMark(body)
  const done = parsed.ok ? await markTime(needs, doerOf(c.get('visit')), id, parsed.value) : parsed
  if (done.ok) return c.redirect(recordPaths.action(id), 303)
  return c.html(await detail(needs, c, formState(body, done.problems, actionProblemWords)), 422)
}

async function openAgain(needs: MeetingsNeeds, c: AtAction) {
  await demandAction(needs, c, 'progress')
  await openTime(needs, doerOf(c.get('visit')), c.req.param('id'), postedText((await readForm(c)).time))
  return c.redirect(recordPaths.action(c.req.param('id')), 303)
}

async function setState(needs: MeetingsNeeds, c: Context<AppEnv, '/actions/:id/state'>) {
  await demandAction(needs, c, 'progress')
  const body = await readForm(c)
  const parsed = parseActionState(body)
  if (!parsed.ok) return c.html(await detail(needs, c, formState(body, parsed.problems, actionProblemWords)), 422)
  await setActionState(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value.state)
  return c.redirect(recordPaths.action(c.req.param('id')), 303)
}
