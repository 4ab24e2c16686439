import type { Hono } from 'hono'
import { z } from 'zod'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { formOf, parseForm, uuid, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { answerPlace, askForPlace, evaluateTraining, markAttendance } from '../commands/booking.ts'
import { seeChange } from '../commands/booking-seen.ts'
import {
  agreeSchedule,
  beginSchedule,
  changeSession,
  enterCompetency,
  enterCourse,
  makeMandatory,
  planSession,
  recordNeed,
} from '../commands/training.ts'
import { changeCompetency, changeCourse, endMandatory, setTrainingRule } from '../commands/training-changing.ts'
import * as forms from '../forms/training.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { openReferralSessions } from '../open-referral.ts'
import { FrameworkPage } from '../pages/framework-page.tsx'
import { SchedulePage } from '../pages/schedule-page.tsx'
import { SessionPage } from '../pages/session-page.tsx'
import { TrainingImpactPage } from '../pages/training-impact-page.tsx'
import { TrainingPage } from '../pages/training-page.tsx'
import { trainingPaths } from '../paths.ts'
import { findNames } from '../queries/names.ts'
import { findPosts } from '../queries/posts.ts'
import {
  findFramework,
  findSession,
  findTrainingRule,
  leadsNow,
  listAttended,
  listBookings,
  listNeeds,
  listPublicSessions,
  listSchedules,
  listSessions,
  listTrainedLeads,
  listTrainingRules,
} from '../queries/training.ts'
import { courseImpacts } from '../queries/training-impact.ts'
import { mayIn } from '../rules/access.ts'
import { courseStanding } from '../rules/training.ts'
import { evaluationAsked } from '../rules/training-impact.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import * as shapes from './training-shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const read = caseworkGate('training', 'read')
const book = caseworkGate('training', 'book')
const keep = caseworkGate('training', 'keep')
const root = '/families/training'

/** Training: its pages, its bookings, and what is told of it to everybody. */
export function trainingRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, root, read, homePage)
  pageAt(app, needs, `${root}/framework`, read, frameworkPage)
  pageAt(app, needs, `${root}/impact`, keep, async ({ reader, visit }) => {
    const rule = await findTrainingRule(reader, visit.today)
    return <TrainingImpactPage {...{ visit, rule }} impacts={rule ? await courseImpacts(reader, rule.smallestGroup) : []} />
  })
  keeping(app, needs)
  changing(app, needs)
  sessions(app, needs)
  booking(app, needs)
  app.get(trainingPaths.openReferral(), async (c) =>
    c.json(openReferralSessions(await readAs(needs.db, { ...c.get('visit'), actor: undefined }, listPublicSessions))),
  )
}

function keeping(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const toFramework = trainingPaths.framework
  formAt(app, needs, `${root}/courses/new`, keep, async (asked) =>
    form(await shapes.courseShape(asked), forms.parseCourse, async (doer, input) =>
      leadTo(await enterCourse(needs, doer, input), toFramework),
    ),
  )
  formAt(app, needs, `${root}/competencies/new`, keep, async (asked) =>
    form(await shapes.competencyShape(asked), forms.parseCompetency, async (doer, input) =>
      leadTo(await enterCompetency(needs, doer, input), toFramework),
    ),
  )
  formAt(app, needs, `${root}/mandatory/new`, keep, async (asked) =>
    form(await shapes.mandatoryShape(asked), forms.parseMandatory, async (doer, input) =>
      leadTo(await makeMandatory(needs, doer, input), toFramework),
    ),
  )
  formAt(app, needs, `${root}/needs/new`, keep, async (asked) =>
    form(await shapes.needShape(asked), forms.parseNeed, async (doer, input) => leadTo(await recordNeed(needs, doer, input), toFramework)),
  )
  formAt(app, needs, `${root}/schedules/new`, keep, async () =>
    form(shapes.scheduleShape(), forms.parseSchedule, async (doer, input) =>
      leadTo(await beginSchedule(needs, doer, input), ({ id }) => trainingPaths.schedule(id)),
    ),
  )
  pageAt(app, needs, `${root}/schedules/:schedule`, read, async ({ reader, visit, ties, part }) => {
    const schedule = (await listSchedules(reader)).find(({ id }) => id === part('schedule'))
    if (!schedule) throw new NotFound('No such schedule.')
    const planned = await listSessions(reader, { schedule: schedule.id }, visit.today)
    return <SchedulePage {...{ visit, schedule, sessions: planned }} mayKeep={mayIn(ties.relations, 'training', 'keep')} />
  })
  actAt(
    app,
    needs,
    `${root}/schedules/:schedule/agree`,
    keep,
    async ({ part }, doer) => leadTo(await agreeSchedule(needs, doer, part('schedule')), () => trainingPaths.schedule(part('schedule'))),
    ({ part }) => trainingPaths.schedule(part('schedule')),
  )
}

function changing(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const toFramework = trainingPaths.framework
  formAt(app, needs, `${root}/courses/:course/change`, keep, async (asked) =>
    form(await shapes.courseShape(asked, asked.part('course')), forms.parseCourseChange, async (doer, input) =>
      leadTo(await changeCourse(needs, doer, asked.part('course'), input), toFramework),
    ),
  )
  formAt(app, needs, `${root}/competencies/:competency/change`, keep, async (asked) =>
    form(await shapes.competencyShape(asked, asked.part('competency')), forms.parseCompetencyChange, async (doer, input) =>
      leadTo(await changeCompetency(needs, doer, asked.part('competency'), input), toFramework),
    ),
  )
  formAt(app, needs, `${root}/mandatory/:mandatory/end`, keep, async (asked) =>
    form(await shapes.endMandatoryShape(asked), forms.parseEnd, async (doer, input) =>
      leadTo(await endMandatory(needs, doer, asked.part('mandatory'), input), toFramework),
    ),
  )
  formAt(app, needs, `${root}/rules/new`, caseworkGate('training', 'set'), async (asked) =>
    form(await shapes.trainingRuleShape(asked), forms.parseTrainingRule, async (doer, input) =>
      leadTo(await setTrainingRule(needs, doer, input), toFramework),
    ),
  )
}

function sessions(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formAt(app, needs, `${root}/schedules/:schedule/sessions/new`, keep, async (asked) => {
    const shape = await shapes.sessionShape(asked)
    if (!shape) throw new NotFound('No such schedule.')
    return form(shape, forms.parseSession, async (doer, input) =>
      leadTo(await planSession(needs, doer, asked.part('schedule'), input), ({ id }) => trainingPaths.session(id)),
    )
  })
  pageAt(app, needs, `${root}/sessions/:session`, read, async ({ reader, visit, ties, part }) => {
    const session = await findSession(reader, part('session'), visit.today)
    const mayKeep = mayIn(ties.relations, 'training', 'keep')
    const all = await listBookings(reader, { session: session.id })
    const own = all.find(({ person, state }) => person === ties.person && ['booked', 'waiting', 'offered'].includes(state))
    return (
      <SessionPage {...{ visit, session, own }} bookings={mayKeep ? all : undefined} mayBook={mayIn(ties.relations, 'training', 'book')} />
    )
  })
  formAt(app, needs, `${root}/sessions/:session/change`, keep, async ({ reader, visit, part }) => {
    const session = await findSession(reader, part('session'), visit.today)
    return form(shapes.changeShape(session), forms.parseSessionChange, async (doer, input) =>
      leadTo(await changeSession(needs, doer, session.id, input), () => trainingPaths.session(session.id)),
    )
  })
  formAt(app, needs, `${root}/sessions/:session/attendance`, keep, async ({ reader, visit, part }) => {
    const session = await findSession(reader, part('session'), visit.today)
    const bookings = await listBookings(reader, { session: session.id })
    return form(shapes.attendanceShape(session, bookings), forms.parseAttendance, async (doer, { attended }) =>
      leadTo(await markAttendance(needs, doer, session.id, attended), () => trainingPaths.session(session.id)),
    )
  })
}

function booking(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formAt(app, needs, `${root}/sessions/:session/book`, keep, async (asked) => {
    const session = await findSession(asked.reader, asked.part('session'), asked.visit.today)
    return form(await shapes.bookShape(asked, session), formOf(z.object({ post: uuid() })), async (doer, { post }) =>
      leadTo(await askForPlace(needs, doer, session.id, post), () => trainingPaths.session(session.id)),
    )
  })
  const back = ({ part }: AskedCasework) => trainingPaths.session(part('session'))
  const place = async (asked: AskedCasework, doer: Parameters<typeof askForPlace>[1]) =>
    leadTo(await askForPlace(needs, doer, asked.part('session')), () => back(asked))
  actAt(app, needs, `${root}/sessions/:session/place`, book, place, back)
  for (const answer of ['take', 'cancel'] as const)
    actAt(
      app,
      needs,
      `${root}/bookings/:booking/${answer}`,
      book,
      async ({ part }, doer) =>
        leadTo(await answerPlace(needs, doer, part('booking'), answer), ({ session, isOwn }) =>
          isOwn ? trainingPaths.home() : trainingPaths.session(session),
        ),
      trainingPaths.home,
    )
  const seen = async ({ part }: AskedCasework, doer: Parameters<typeof seeChange>[1], body: FormBody) => {
    const parsed = parseForm(z.object({ version: version() }), body)
    if (!parsed.ok) return parsed
    return leadTo(await seeChange(needs, doer, part('booking'), parsed.value.version), ({ session }) => trainingPaths.session(session))
  }
  actAt(app, needs, `${root}/bookings/:booking/seen`, book, seen, trainingPaths.home)
  formAt(app, needs, `${root}/bookings/:booking/evaluation`, book, async ({ reader, ties, part, visit }) => {
    const [its] = await listBookings(reader, { id: part('booking') })
    const stage = its?.person === ties.person ? evaluationAsked(its, visit.today) : undefined
    if (!its || !stage) throw new NotFound('Nothing is asked of that booking.')
    return form(shapes.evaluationShape(its, stage), forms.parseEvaluation(stage), async (doer, input) =>
      leadTo(await evaluateTraining(needs, doer, its.id, input), trainingPaths.home),
    )
  })
}

async function homePage({ reader, visit, ties }: AskedCasework) {
  const { today } = visit
  const [framework, posts, attended] = [
    await findFramework(reader, today),
    await findPosts(reader, today, { person: ties.person }),
    await listAttended(reader, ties.person),
  ]
  const roles = new Set([...posts.map(({ role }) => role), ...((await leadsNow(reader, ties.person)) ? ['lead'] : [])])
  const isNow = ({ startsOn }: { readonly startsOn: Temporal.PlainDate }) => Temporal.PlainDate.compare(startsOn, today) <= 0
  const now = framework.mandatory.filter(isNow)
  const must = now.filter(({ role }) => roles.has(role) || (role === 'practitioner' && roles.size > 0))
  const own = [...new Set(must.map(({ course }) => course))].map((course) => {
    // Where two roles ask for the same course, the shorter time counts.
    const months = must.filter((one) => one.course === course).flatMap(({ refreshMonths }) => refreshMonths ?? [])
    const mandatory = { course, refreshMonths: months.length === 0 ? undefined : Math.min(...months) }
    return {
      name: framework.courses.find(({ id }) => id === course)?.name ?? '',
      ...courseStanding(mandatory, attended, ties.person, today),
    }
  })
  const leads = await listTrainedLeads(reader, today)
  const sum = (of: 'leads' | 'trained') => leads.reduce((total, one) => total + one[of], 0)
  return (
    <TrainingPage
      {...{ visit, own }}
      relations={ties.relations}
      sessions={await listSessions(reader, { from: today }, today)}
      schedules={await listSchedules(reader)}
      bookings={await listBookings(reader, { person: ties.person })}
      trained={now.some(({ role }) => role === 'lead') ? { leads: sum('leads'), trained: sum('trained') } : undefined}
    />
  )
}

async function frameworkPage({ reader, visit, ties }: AskedCasework) {
  const mayKeep = mayIn(ties.relations, 'training', 'keep')
  const leads = await listTrainedLeads(reader, visit.today)
  const attended = mayKeep ? await listAttended(reader) : []
  const ids = [...new Set([...leads, ...attended].map(({ organisation }) => organisation))]
  const names = await findNames(reader, ids)
  return (
    <FrameworkPage
      {...{ visit, mayKeep }}
      maySet={mayIn(ties.relations, 'training', 'set')}
      rules={await listTrainingRules(reader)}
      framework={await findFramework(reader, visit.today)}
      needs={await listNeeds(reader)}
      agencies={ids
        .map((id) => ({
          name: names.get(id) ?? '',
          leads: leads.find(({ organisation }) => organisation === id)?.leads ?? 0,
          trained: leads.find(({ organisation }) => organisation === id)?.trained ?? 0,
          attended: mayKeep ? attended.filter(({ organisation }) => organisation === id).length : undefined,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))}
    />
  )
}
