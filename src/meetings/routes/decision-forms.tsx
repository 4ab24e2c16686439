import { type Context, Hono } from 'hono'
import { type Reader, readAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { emptyForm, type FormBody, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { changeDecision } from '../commands/decision/change-decision.ts'
import { recordDecision } from '../commands/decision/record-decision.ts'
import { parseDecision } from '../forms/decision.ts'
import { parseVersion } from '../forms/version.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { DecisionFormPage } from '../pages/decision-form.tsx'
import { recordPaths } from '../paths.ts'
import type { Decision } from '../queries/decisions.ts'
import { findMinuteOf } from '../queries/minutes.ts'
import { mandatesAt } from '../queries/money-mandates.ts'
import { type MeetingGround, startOf } from '../queries/record.ts'
import { bodiesOf, bodyOffers, functionsOf } from '../queries/roll-lines.ts'
import { quorumAt } from '../rules/quorum-at.ts'
import { decidedWords, decisionProblemWords } from '../words/decision.ts'
import { moneyMandateWords } from '../words/motion.ts'
import { headOf } from './attendance.tsx'
import { decisionAsked, groundToRecord, itemOffers } from './record-gates.ts'

type AtMeeting = Context<AppEnv, '/meetings/:id/decisions/new'>
type AtDecision = Context<AppEnv, '/decisions/:id/change'>

/** Recording a decision, and putting one right before its minutes are published (M9). */
export function decisionFormRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/meetings/:id/decisions/new', async (c) =>
    c.html(await newForm(needs, c, emptyForm({ matter: 'neither', item: c.req.query('item') ?? '' }))),
  ) // record meeting
  app.post('/meetings/:id/decisions/new', (c) => record(needs, c)) // record meeting
  app.get('/decisions/:id/change', async (c) => c.html(await changeForm(needs, c, undefined))) // change decision
  app.post('/decisions/:id/change', (c) => change(needs, c)) // change decision
  return app
}

/** What the form offers, by the terms in force on the day of the meeting. */
async function offersOf(reader: Reader, visit: Visit, ground: MeetingGround) {
  const { meeting, attendance } = ground
  const tables = bodiesOf(ground)
  const parents = tables.flatMap(({ terms }) => [
    ...(terms?.functions.value ?? []).flatMap(({ reservedTo }) => reservedTo),
    ...(terms?.voting.value?.referTo ?? []),
  ])
  const at = meeting.state === 'in_progress' && meeting.heldOn.equals(visit.today) ? visit.now : startOf(meeting)
  return {
    head: headOf(meeting),
    items: await itemOffers(reader, meeting.id),
    functions: functionsOf(ground),
    parents: [...new Set(parents)],
    bodies: bodyOffers(ground),
    quorum:
      attendance.stays.length === 0
        ? undefined
        : tables.map((own) => ({ body: tables.length > 1 ? own.meeting.body.name : '', verdict: quorumAt(own.quorum, at) })),
    mandates: tables.flatMap((own) => {
      const said = moneyMandateWords(mandatesAt(own, at))
      return said.length === 0 ? [] : [{ body: tables.length > 1 ? own.meeting.body.name : '', said: said.join(' ') }]
    }),
    consensusFirst: tables.some(({ terms }) => terms?.voting.value?.consensusFirst === true),
    castingVote: tables.some(({ terms }) => (terms?.voting.value?.castingVote ?? null) !== null),
  }
}

async function newForm(needs: MeetingsNeeds, c: AtMeeting, state: FormState) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const ground = await groundToRecord(reader, visit, c.req.param('id'))
    return <DecisionFormPage visit={visit} form={state} changes={undefined} {...(await offersOf(reader, visit, ground))} />
  })
}

async function record(needs: MeetingsNeeds, c: AtMeeting) {
  const body = await readForm(c)
  const parsed = parseDecision(body)
  const done = parsed.ok ? await recordDecision(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value) : parsed
  if (done.ok) return c.redirect(recordPaths.decision(done.value), 303)
  return c.html(await newForm(needs, c, formState(body, done.problems, decisionProblemWords)), 422)
}

/** What stands in the form at first: the decision as it was entered. */
function valuesOf(decision: Decision): FormBody {
  const { votes, quorum, item, minorityView, interests, functionKey, referredTo, proposer, seconder } = decision
  const at = quorum === undefined ? '' : Temporal.Instant.from(quorum.at).toZonedDateTimeISO('Europe/London').toPlainTime()
  const count = (votesOf: number | null): string => (votesOf === null ? '' : String(votesOf))
  return {
    ...{ type: decision.type, text: decision.text, method: decision.method, matter: decision.matter },
    ...{ minorityView, interests, functionKey, referredTo, proposer, seconder, item: item ?? '' },
    votesFor: count(votes.for),
    votesAgainst: count(votes.against),
    abstained: count(votes.abstained),
    consensusSought: decision.consensusSought ? 'yes' : '',
    castingVoteUsed: decision.castingVoteUsed ? 'yes' : '',
    at: at === '' ? '' : at.toString({ smallestUnit: 'minute' }),
  }
}

async function changeForm(
  needs: MeetingsNeeds,
  c: AtDecision,
  typed: { readonly form: FormState; readonly version: number; readonly stale: boolean } | undefined,
) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const decision = await decisionAsked(reader, visit, c.req.param('id'), 'change')
    const ground = await groundToRecord(reader, visit, decision.meeting)
    // After a conflict the form carries the version that was saved meanwhile: saving again then means that both were compared.
    const version = typed && !typed.stale ? typed.version : decision.version
    const isMinuted = (await findMinuteOf(reader, decision.meeting, decision.id)) !== undefined
    return (
      <DecisionFormPage
        visit={visit}
        form={typed?.form ?? emptyForm(valuesOf(decision))}
        changes={{ id: decision.id, version, isMinuted }}
        meanwhile={typed?.stale ? [`${decidedWords[decision.type]}: ${decision.text}`] : undefined}
        {...(await offersOf(reader, visit, ground))}
      />
    )
  })
}

async function change(needs: MeetingsNeeds, c: AtDecision) {
  const body = await readForm(c)
  const id = c.req.param('id')
  const parsed = parseDecision(body)
  const versioned = parseVersion(body)
  const version = versioned.ok ? versioned.value.version : 0
  try {
    const done = parsed.ok ? await changeDecision(needs, doerOf(c.get('visit')), id, parsed.value, version) : parsed
    if (done.ok) return c.redirect(recordPaths.decision(id), 303)
    return c.html(await changeForm(needs, c, { form: formState(body, done.problems, decisionProblemWords), version, stale: false }), 422)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return c.html(await changeForm(needs, c, { form: emptyForm(body), version, stale: true }), 409)
  }
}
