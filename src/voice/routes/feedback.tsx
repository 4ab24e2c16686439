import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AskedBoard } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { countAttempt } from '#platform/identity/throttle.ts'
import type { FieldProblem } from '#platform/result.ts'
import { networkOf } from '#platform/web/client-address.ts'
import { actsWith, form, formsWith, leadTo, pageAt, wordsFor } from '#platform/web/endpoints.tsx'
import { postedText } from '#platform/web/fields.ts'
import { FormPage } from '#platform/web/form-page/form-page.tsx'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { acknowledgeFeedback, answerFeedback, extendFeedback, sendFeedback, takeDownFeedback, takeFeedback } from '../commands/feedback.ts'
import { learnFromFeedback, publishFeedbackNumbers } from '../commands/feedback-told.ts'
import { parseExtend, parseFeedbackAnswer, parseLearning, parseNumbers, parseSent, parseTake, parseTakenDown } from '../forms/feedback.ts'
import type { VoiceNeeds } from '../needs.ts'
import { FeedbackOnePage } from '../pages/feedback-one-page.tsx'
import { FeedbackPage, SentPage } from '../pages/feedback-page.tsx'
import { FeedbackRegisterPage } from '../pages/feedback-register-page.tsx'
import { feedbackPaths } from '../paths.ts'
import { findAnswers } from '../queries/answers.ts'
import { nameDecisions } from '../queries/attachments.ts'
import {
  findAnswerMail,
  findFeedback,
  findMatter,
  guardedFeedback,
  listFeedback,
  listFeedbackLines,
  listFeedbackRules,
} from '../queries/feedback.ts'
import { findSmallNumberRule } from '../queries/ground.ts'
import { problemWords } from '../words/problems.ts'
import { extendShape, feedbackAnswerShape, sendShape, takeDownShape, takeShape } from './feedback-shapes.ts'
import { learningShape, numbersShape } from './feedback-told-shapes.ts'
import { type AskedFeedback, boardGate, feedbackGate, feedbackOf } from './gates.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const at = '/boards/:slug/voices/feedback'
/** Sends from one network address that cost nothing, and then ever more patience; a whole school may share one address. */
const perSender = { free: 10, first: 500, cap: 4_000, forgetAfter: 60 * 60_000 }
/** So many in an hour are no people any more. */
const MOST_SENDS = 60

/** Complaints, appeals, compliments and ratings (S3): anybody sends one, the clerk takes it, whoever is named answers it. */
export function feedbackRoutes(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  pageAt(app, needs, at, boardGate('read'), publicPage)
  app.get(`${at}/send`, (c) => sendPage(needs, c)) // anybody
  app.post(`${at}/send`, (c) => send(needs, c)) // anybody
  pageAt(app, needs, `${at}/sent`, boardGate('read'), async ({ visit, body, query }) => (
    <SentPage visit={visit} board={body} reference={/^F-[A-Z2-9]{4}-[A-Z2-9]{4}$/.exec(query('reference') ?? '')?.[0]} />
  ))
  pageAt(app, needs, `${at}/register`, boardGate('read', feedbackOf), async ({ reader, visit, body, may }) => (
    <FeedbackRegisterPage
      visit={visit}
      board={body}
      all={await listFeedback(reader, { body: body.id }, visit.today)}
      mayKeep={may(feedbackOf(body.id), 'keep')}
    />
  ))
  boardForms(app, needs)
  oneForms(app, needs)
}

function boardForms(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  const keeping = boardGate('keep', feedbackOf)
  formAt(app, needs, `${at}/new`, keeping, async (asked) =>
    form(takeDownShape(asked), parseTakenDown, async (doer, input) =>
      leadTo(await takeDownFeedback(needs, doer, asked.body.id, input), ({ id }) => feedbackPaths.step(id, 'take')),
    ),
  )
  formAt(app, needs, `${at}/learning`, keeping, async (asked) =>
    form(await learningShape(asked), parseLearning, async (doer, input) =>
      leadTo(await learnFromFeedback(needs, doer, asked.body.id, input), () => feedbackPaths.ofBoard(asked.body.slug)),
    ),
  )
  formAt(app, needs, `${at}/numbers`, keeping, async (asked) =>
    form(numbersShape(asked), parseNumbers, async (doer, input) =>
      leadTo(await publishFeedbackNumbers(needs, doer, asked.body.id, input), () => feedbackPaths.ofBoard(asked.body.slug)),
    ),
  )
}

function oneForms(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  const one = '/voice-feedback/:feedback'
  pageAt(app, needs, one, feedbackGate('read'), onePage)
  formAt(app, needs, `${one}/take`, feedbackGate('keep'), async (asked) =>
    form(await takeShape(asked), parseTake, async (doer, input) =>
      leadTo(await takeFeedback(needs, doer, asked.feedback.id, input), () => asked.home),
    ),
  )
  formAt(app, needs, `${one}/extend`, feedbackGate('keep'), async (asked) =>
    form(extendShape(asked), parseExtend, async (doer, input) =>
      leadTo(await extendFeedback(needs, doer, asked.feedback.id, input), () => asked.home),
    ),
  )
  formAt(app, needs, `${one}/answer`, feedbackGate('answer'), async (asked) =>
    form(await feedbackAnswerShape(asked), parseFeedbackAnswer, async (doer, input) =>
      leadTo(await answerFeedback(needs, doer, asked.feedback.id, input), () => asked.home),
    ),
  )
  actAt(
    app,
    needs,
    `${one}/acknowledge`,
    feedbackGate('answer'),
    async (asked, doer, body) =>
      leadTo(await acknowledgeFeedback(needs, doer, asked.feedback.id, Number(postedText(body.version))), () => asked.home),
    ({ home }) => home,
  )
}

async function publicPage({ reader, visit, body, may }: AskedBoard): Promise<JSX.Element> {
  const learned = await findAnswers(reader, { kind: 'feedback', id: body.id })
  return (
    <FeedbackPage
      visit={visit}
      board={body}
      learned={learned}
      decisions={
        await nameDecisions(
          reader,
          learned.flatMap(({ decision }) => decision ?? []),
        )
      }
      lines={await listFeedbackLines(reader, body.id)}
      rules={await listFeedbackRules(reader, visit.today)}
      fewest={(await findSmallNumberRule(reader, visit.today)).fewest}
      mayReadRegister={may(feedbackOf(body.id), 'read')}
      mayKeep={may(feedbackOf(body.id), 'keep')}
    />
  )
}

async function onePage({ reader, visit, body, feedback, may }: AskedFeedback): Promise<JSX.Element> {
  return (
    <FeedbackOnePage
      visit={visit}
      board={body}
      feedback={feedback}
      matter={await findMatter(reader, feedback.id)}
      mail={await findAnswerMail(reader, feedback.id)}
      earlier={feedback.earlier === null ? undefined : await findFeedback(reader, feedback.earlier, visit.today).catch(() => undefined)}
      mayKeep={may(guardedFeedback(feedback), 'keep')}
      mayAnswer={may(guardedFeedback(feedback), 'answer')}
    />
  )
}

/** The form that anybody can send; its board must be one that the visitor may know of. */
async function askedToSend(needs: VoiceNeeds, c: Context<AppEnv, string>) {
  return readAs(needs.db, c.get('visit'), async (reader) => {
    const asked = await boardGate('read')(reader, c)
    return { body: asked.body, shape: sendShape(asked) }
  })
}

async function sendPage(needs: VoiceNeeds, c: Context<AppEnv, string>) {
  const { shape } = await askedToSend(needs, c)
  return c.html(<FormPage visit={c.get('visit')} shape={shape} form={emptyForm(shape.first)} />)
}

async function send(needs: VoiceNeeds, c: Context<AppEnv, string>) {
  const visit = c.get('visit')
  const { body: board, shape } = await askedToSend(needs, c)
  const body = await readForm(c)
  const again = (problems: readonly FieldProblem[]) =>
    c.html(<FormPage visit={visit} shape={shape} form={formState(body, problems, wordsFor(shape, problemWords))} />, 422)
  const parsed = parseSent(body)
  if (!parsed.ok) return again(parsed.problems)
  if (await isTooOften(needs, c)) return again([{ field: '', code: 'feedback-busy' }])
  const done = await sendFeedback(needs, visit, board.id, parsed.value)
  return done.ok ? c.redirect(feedbackPaths.sent(board.slug, done.value.reference), 303) : again(done.problems)
}

/** Counts what comes from one network address; only a keyed digest of it is kept, for an hour. */
async function isTooOften({ identity }: VoiceNeeds, c: Context<AppEnv, string>): Promise<boolean> {
  if (!identity) return false
  const address = c.get('client').address
  const { wait, failures } = await countAttempt(identity.context, [{ what: `feedback:${networkOf(address)}`, policy: perSender }])
  if (failures >= MOST_SENDS) return true
  await identity.context.sleep(wait)
  return false
}
