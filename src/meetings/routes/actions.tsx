import { type Context, Hono } from 'hono'
import { findBody, findMembership, findStanding } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { emptyForm, type FormBody, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { changeAction, recordAction } from '../commands/action/keep-action.ts'
import { noteProgress, setActionState } from '../commands/action/progress-action.ts'
import { parseAction, parseActionState, parseNote, parseVersion } from '../forms/action.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ActionFormPage } from '../pages/action-form.tsx'
import { ActionPage, type ActionView, BoardActionsPage, leadsWords, MeetingActionsPage } from '../pages/action-pages.tsx'
import { decisionTitle } from '../pages/decision-pages.tsx'
import { allows, demandOf } from '../permission.ts'
import { type Action, findAction, findActionsOf, findBoardActions, findLeadOffers, findNotes, guardedAction } from '../queries/actions.ts'
import { findDecision, findDecisionsOf } from '../queries/decisions.ts'
import { findRecordedMeeting } from '../queries/record.ts'
import { recordPaths } from '../record-paths.ts'
import { actionStanding, completionOf } from '../rules/action-standing.ts'
import { actionProblemWords, dueWords } from '../words/action.ts'
import { doerOf, headOf } from './attendance.tsx'
import { groundToRecord, itemOffers, meetingToShow } from './decisions.tsx'

/** Actions: recording, progress, and what a board's meetings left to be done (M11). */
export function actionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/boards/:slug/actions', (c) => board(needs, c)) // anybody, each action by its sight
  app.get('/meetings/:id/actions', async (c) => c.html(await ofMeeting(needs, c))) // read meeting, each action by its sight
  app.get('/meetings/:id/actions/new', async (c) => c.html(await newForm(needs, c, emptyForm(c.req.query())))) // record meeting
  app.post('/meetings/:id/actions/new', (c) => record(needs, c)) // record meeting
  app.get('/actions/:id', async (c) => c.html(await detail(needs, c, emptyForm()))) // read action
  app.get('/actions/:id/change', async (c) => c.html(await changeForm(needs, c, undefined))) // change action
  app.post('/actions/:id/change', (c) => change(needs, c)) // change action
  app.post('/actions/:id/note', (c) => note(needs, c)) // progress action
  app.post('/actions/:id/state', (c) => setState(needs, c)) // progress action; withdrawing: change action
  return app
}

const isView = (view: string | undefined): view is ActionView => view === 'all' || view === 'mine' || view === 'overdue' || view === 'done'

async function board(needs: MeetingsNeeds, c: Context<AppEnv, '/boards/:slug/actions'>) {
  const visit = c.get('visit')
  const asked = c.req.query('view')
  const view: ActionView = isView(asked) ? asked : 'all'
  const found = await readAs(needs.db, visit, async (reader) => {
    const body = await findBody(reader, c.req.param('slug'), visit.today)
    if (!body) throw new NotFound('No such board.')
    const actions = await findBoardActions(reader, body.id)
    return { body, actions, agencies: await agenciesOf(reader, body.id, visit.today), standing: await findStanding(reader, visit) }
  })
  const { actions, agencies } = found
  const me = found.standing.person?.id
  const lists: Readonly<Record<ActionView, readonly Action[]>> = {
    all: actions.filter(({ state }) => state === 'open'),
    mine: actions.filter(({ state, leads }) => state === 'open' && me !== undefined && leads.some(({ person }) => person === me)),
    overdue: actions.filter((action) => actionStanding(action, visit.today) === 'overdue'),
    done: actions.filter(({ state }) => state === 'done'),
  }
  const byPerson = completionOf(
    actions.map((action) => ({
      ...action,
      owners: action.leads.filter(({ organisation }) => organisation === null).map(({ name }) => name),
    })),
    visit.today,
  )
  const byAgency = completionOf(
    actions.map((action) => ({
      ...action,
      owners: action.leads
        .flatMap((lead) => (lead.organisation === null ? [agencies.get(lead.person ?? '') ?? ''] : [lead.name]))
        .filter((name) => name !== ''),
    })),
    visit.today,
  )
  const counts = { all: lists.all.length, mine: lists.mine.length, overdue: lists.overdue.length, done: lists.done.length }
  return c.html(
    <BoardActionsPage
      visit={visit}
      board={found.body}
      view={view}
      counts={counts}
      actions={lists[view]}
      byPerson={byPerson}
      byAgency={byAgency}
    />,
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
    const { meeting } = await groundToRecord(reader, visit, c.req.param('id'))
    const decisions = (await findDecisionsOf(reader, meeting.id)).map((one) => ({
      value: one.id,
      text: `${decisionTitle(one)}: ${one.text.slice(0, 80)}`,
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

type AtAction = Context<AppEnv, '/actions/:id'> | Context<AppEnv, '/actions/:id/note'>

async function detail(needs: MeetingsNeeds, c: AtAction, state: FormState) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { action, meeting } = await actionAndMeeting(reader, c.req.param('id'))
    const standing = await findStanding(reader, visit)
    const decision = action.decision === null ? undefined : await findDecision(reader, action.decision)
    return (
      <ActionPage
        visit={visit}
        head={headOf(meeting)}
        action={action}
        notes={await findNotes(reader, action.id)}
        decision={decision && { id: decision.id, title: decisionTitle(decision) }}
        note={allows(standing, guardedAction(action), 'progress') ? state : undefined}
        mayChange={allows(standing, guardedAction(action), 'change')}
      />
    )
  })
}

async function actionAndMeeting(reader: Reader, id: string) {
  const action = await findAction(reader, id)
  const meeting = action && (await findRecordedMeeting(reader, action.meeting))
  if (!action || !meeting) throw new NotFound('No such action.')
  return { action, meeting }
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
    const { action, meeting } = await actionAndMeeting(reader, c.req.param('id'))
    demandOf(await findStanding(reader, visit), visit, guardedAction(action), 'change')
    const leads = await leadOffers(reader, meeting.body.id, meeting.heldOn)
    const saved = [action.text, leadsWords(action), `Due: ${dueWords(action)}`]
    // After a conflict the form carries the version that was saved meanwhile: saving again then means that both were compared.
    const version = typed && !typed.stale ? typed.version : action.version
    return (
      <ActionFormPage
        visit={visit}
        head={headOf(meeting)}
        form={typed?.form ?? emptyForm(valuesOf(action))}
        items={[]}
        decisions={[]}
        leads={leads}
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
  const body = await readForm(c)
  const parsed = parseNote(body)
  if (!parsed.ok) return c.html(await detail(needs, c, formState(body, parsed.problems, actionProblemWords)), 422)
  await noteProgress(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value.note)
  return c.redirect(recordPaths.action(c.req.param('id')), 303)
}

async function setState(needs: MeetingsNeeds, c: Context<AppEnv, '/actions/:id/state'>) {
  const parsed = parseActionState(await readForm(c))
  if (!parsed.ok) throw new NotFound('No such state.')
  await setActionState(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value.state)
  return c.redirect(recordPaths.action(c.req.param('id')), 303)
}
