import { type Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { keyedDigest } from '#platform/identity/secrets.ts'
import { countAttempt } from '#platform/identity/throttle.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { networkOf } from '#platform/web/client-address.ts'
import { doerOf, form, type Gate, leadTo, pageAt, wordsFor } from '#platform/web/endpoints.tsx'
import { postedText } from '#platform/web/fields.ts'
import { FormPage } from '#platform/web/form-page/form-page.tsx'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { bringAsClerk, bringAsMember } from '../commands/submission/bring-submission.ts'
import { confirmSubmission, findRequest, requestSubmission } from '../commands/submission/request-submission.ts'
import { answerSubmission, keepSubmissionRule, settleSubmission, withdrawSubmission } from '../commands/submission/settle-submission.ts'
import {
  parseAnswer,
  parseClerkSubmission,
  parseMemberSubmission,
  parsePublicSubmission,
  parseSettle,
  parseSubmissionRule,
  parseSubmissionWithdrawal,
} from '../forms/submission.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ConfirmPage, SentPage, SubmissionListPage, SubmissionPage } from '../pages/submission-pages.tsx'
import { SubmissionRulesPage } from '../pages/submission-rules-page.tsx'
import { submissionPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findAgenda, titleOf } from '../queries/agenda.ts'
import { findRulesOn, findSubmissionRules, findSubmissions, findSubmitter, guardedBox, guardedSubmission } from '../queries/submissions.ts'
import { petitionFollows, takesSubmissions } from '../rules/submission.ts'
import { problemWords } from '../words/problems.ts'
import { petitionWords, submissionKindWords } from '../words/submission.ts'
import { formAt } from './endpoint.tsx'
import { type Asked, type AskedMeeting, type AskedSubmission, askMeeting, boardGate, meetingGate, submissionGate } from './gates.ts'
import { ruleInWords, ruleShape } from './submission-rule-shape.ts'
import { answerShape, type Bringer, bringShape, rulesInWords, settleShape, withdrawalShape } from './submission-shapes.ts'

/** Sends from one network address that cost nothing, and then ever more patience; a whole council may share one address. */
const perSender = { free: 10, first: 500, cap: 4_000, forgetAfter: 60 * 60_000 }
/** So many in an hour are no people any more. */
const MOST_SENDS = 60

/** Questions, petitions, deputations and declarations of the whip (M13). */
export function submissionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/meetings/:id/questions', meetingGate('read'), listPage)
  app.get('/meetings/:id/questions/new', (c) => bringPage(needs, c)) // bring question-box
  app.post('/meetings/:id/questions/new', (c) => bring(needs, c)) // bring question-box
  pageAt(app, needs, '/meetings/:id/questions/sent', boxGate, async ({ visit, meeting, body }) => (
    <SentPage visit={visit} head={{ meeting: meeting.id, board: body, heldOn: meeting.heldOn }} />
  ))
  app.get('/questions/confirm', (c) => confirmPage(needs, c)) // whoever holds the link
  app.post('/questions/confirm', (c) => confirm(needs, c)) // whoever holds the link
  pageAt(app, needs, '/questions/:submission', submissionGate('read'), onePage)
  formAt(app, needs, '/questions/:submission/settle', submissionGate('settle'), async (asked) =>
    form(await settleShape(asked), parseSettle, async (doer, input) =>
      leadTo(await settleSubmission(needs, doer, asked.submission.id, input), () => submissionPaths.submission(asked.submission.id)),
    ),
  )
  formAt(app, needs, '/questions/:submission/answer', submissionGate('answer'), async (asked) =>
    form(await answerShape(asked), parseAnswer, async (doer, input) =>
      leadTo(await answerSubmission(needs, doer, asked.submission.id, input), () => submissionPaths.submission(asked.submission.id)),
    ),
  )
  formAt(app, needs, '/questions/:submission/withdraw', submissionGate('settle'), async (asked) =>
    form(withdrawalShape(asked), parseSubmissionWithdrawal, async (doer, input) =>
      leadTo(await withdrawSubmission(needs, doer, asked.submission.id, input), () => submissionPaths.submission(asked.submission.id)),
    ),
  )
  pageAt(app, needs, '/boards/:slug/question-rules', boardGate(), rulesPage)
  formAt(app, needs, '/boards/:slug/question-rules/new', boardGate(guardedRules, 'keep'), async (asked) =>
    form(ruleShape(asked), parseSubmissionRule, async (doer, input) =>
      leadTo(await keepSubmissionRule(needs, doer, asked.body.id, input), () => submissionPaths.rules(asked.body.slug)),
    ),
  )
  return app
}

const guardedRules = (body: string) => ({ record: 'submission-rule', state: 'any', ties: { body } })

/** A meeting to which whoever asks may bring something. */
const boxGate: Gate<AskedMeeting> = async (reader, c) => {
  const asked = await meetingGate('read')(reader, c)
  demandOf(asked.standing, asked.visit, guardedBox(asked.meeting), 'bring')
  return asked
}

const bringerOf = (asked: AskedMeeting): Bringer => {
  const { standing, meeting, visit } = asked
  if (visit.actor === undefined) return 'public'
  if (standing.clerkOf.has(meeting.body)) return 'clerk'
  return asked.may({ record: 'item-content', state: 'members', ties: { body: meeting.body, meeting: meeting.id } }, 'read')
    ? 'member'
    : 'public'
}

async function listPage(asked: AskedMeeting) {
  const { reader, visit, meeting, body } = asked
  const mayBring =
    asked.may(guardedBox(meeting), 'bring') &&
    (takesSubmissions(meeting.state, meeting.heldOn, visit.today) || bringerOf(asked) === 'clerk')
  return (
    <SubmissionListPage
      visit={visit}
      head={{ meeting: meeting.id, board: body, heldOn: meeting.heldOn }}
      submissions={await findSubmissions(reader, meeting.id)}
      mayBring={mayBring}
      maySettle={asked.standing.clerkOf.has(meeting.body)}
      rules={await rulesInWords(asked)}
      isConfirmed={asked.query('confirmed') === 'yes'}
    />
  )
}

async function onePage(asked: AskedSubmission) {
  const { reader, visit, meeting, body, submission } = asked
  const item = submission.item === null ? undefined : (await findAgenda(reader, meeting.id)).find(({ id }) => id === submission.item)
  const rule = (await findRulesOn(reader, meeting.body, meeting.heldOn)).get(submission.kind)
  return (
    <SubmissionPage
      visit={visit}
      head={{ meeting: meeting.id, board: body, heldOn: meeting.heldOn }}
      submission={submission}
      item={item && { id: item.id, title: `${item.number} ${titleOf(item)}` }}
      person={await findSubmitter(reader, submission.id)}
      follows={petitionWords(petitionFollows(rule, submission.signatures))}
      maySettle={asked.may(guardedSubmission(submission), 'settle')}
    />
  )
}

async function rulesPage({ reader, visit, body, may }: Asked) {
  const rules = (await findSubmissionRules(reader, body.id)).map((rule) => ({
    what: submissionKindWords[rule.kind],
    rule: ruleInWords(rule),
    ...{ source: rule.source, startsOn: rule.startsOn, endsOn: rule.endsOn },
  }))
  return <SubmissionRulesPage visit={visit} board={body} rules={rules} mayKeep={may(guardedRules(body.id), 'keep')} />
}

/** What the form shows, for whom; a page for a meeting that takes nothing any more says so by its refusal. */
async function askedToBring(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  return readAs(needs.db, c.get('visit'), async (reader) => {
    const asked = await boxGate(reader, c)
    const bringer = bringerOf(asked)
    if (bringer === 'public' && (asked.meeting.access !== 'public' || asked.meeting.sight !== 'public'))
      throw new Forbidden('Only members bring something to this meeting.')
    return { bringer, meeting: asked.meeting.id, shape: await bringShape(asked, bringer) }
  })
}

async function bringPage(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  const { shape } = await askedToBring(needs, c)
  return c.html(<FormPage visit={c.get('visit')} shape={shape} form={emptyForm(shape.first)} />)
}

async function bring(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  const visit = c.get('visit')
  const asked = await askedToBring(needs, c)
  const body = await readForm(c)
  const done = await take(needs, c, asked, body)
  if (done.ok) return c.redirect(done.value, 303)
  return c.html(
    <FormPage visit={visit} shape={asked.shape} form={formState(body, done.problems, wordsFor(asked.shape, problemWords))} />,
    422,
  )
}

async function take(
  needs: MeetingsNeeds,
  c: Context<AppEnv, string>,
  { bringer, meeting }: { readonly bringer: Bringer; readonly meeting: string },
  body: Awaited<ReturnType<typeof readForm>>,
): Promise<Result<string, FieldProblem>> {
  const visit = c.get('visit')
  if (bringer === 'member') {
    const parsed = parseMemberSubmission(body)
    return parsed.ok ? leadTo(await bringAsMember(needs, doerOf(visit), meeting, parsed.value), submissionPaths.submission) : parsed
  }
  if (bringer === 'clerk') {
    const parsed = parseClerkSubmission(body)
    return parsed.ok ? leadTo(await bringAsClerk(needs, doerOf(visit), meeting, parsed.value), submissionPaths.submission) : parsed
  }
  const parsed = parsePublicSubmission(body)
  if (!parsed.ok) return parsed
  if (await isTooOften(needs, c)) return { ok: false, problems: [{ field: '', code: 'submission-busy' }] }
  return leadTo(await requestSubmission(needs, visit, meeting, parsed.value, senderOf(needs, c)), () => submissionPaths.sent(meeting))
}

/** The network that a form comes from, as a keyed digest, so that nobody's address is kept; '' where nothing is counted. */
function senderOf({ identity }: MeetingsNeeds, c: Context<AppEnv, string>): string {
  const network = networkOf(addressOf(c))
  return identity && network !== '' ? keyedDigest(identity.context.secret, 'question-sender', network) : ''
}

const addressOf = (c: Context<AppEnv, string>): string => c.get('client').address

/** Counts what comes from one network address; only a keyed digest of it is kept, for an hour. */
async function isTooOften({ identity }: MeetingsNeeds, c: Context<AppEnv, string>): Promise<boolean> {
  if (!identity) return false
  const { wait, failures } = await countAttempt(identity.context, [{ what: `question:${networkOf(addressOf(c))}`, policy: perSender }])
  if (failures >= MOST_SENDS) return true
  await identity.context.sleep(wait)
  return false
}

async function confirmPage(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  const visit = c.get('visit')
  const token = c.req.query('token') ?? ''
  const request = await findRequest(needs, visit, token)
  if (!request) throw new NotFound('No such link.')
  const { meeting, body } = await readAs(needs.db, visit, (reader) => askMeeting(reader, c, request.meeting))
  const what = submissionKindWords[request.kind as 'petition']
  const head = { meeting: meeting.id, board: body, heldOn: meeting.heldOn }
  return c.html(<ConfirmPage visit={visit} head={head} what={what} text={request.text} token={token} />)
}

async function confirm(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  const meeting = await confirmSubmission(needs, c.get('visit'), postedText((await readForm(c)).token))
  return c.redirect(`${submissionPaths.list(meeting)}?confirmed=yes`, 303)
}
