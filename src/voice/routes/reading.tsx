import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type AskedBoard, findOrganisation } from '#governance/public-data.ts'
import { yearPaths } from '#meetings/paths.ts'
import { listConsultations } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { VoiceNeeds } from '../needs.ts'
import { EventPage } from '../pages/event-page.tsx'
import { HeardPage } from '../pages/heard-page.tsx'
import { SaidPage } from '../pages/said-page.tsx'
import type { SourceParts } from '../pages/source-parts.tsx'
import { ToReviewPage } from '../pages/to-review-page.tsx'
import { type SaidLine, VoicesPage } from '../pages/voices-page.tsx'
import { voicePaths } from '../paths.ts'
import { type Answer, findAnswers } from '../queries/answers.ts'
import { findAttachmentsOf, nameDecisions, nameTargets } from '../queries/attachments.ts'
import { listEvents, type VoiceEvent } from '../queries/events.ts'
import { findSmallNumberRule, listThemes } from '../queries/ground.ts'
import { broughtVoices, findHeardRecord, lastEventOfChildren, lastHeard, type NamedSource } from '../queries/heard.ts'
import { type Exercise, findPublishedLines, findResponses, listExercises } from '../queries/said.ts'
import { findToReview, findViews } from '../queries/views.ts'
import { countHeard, heardBefore } from '../rules/heard.ts'
import { type AskedEvent, type AskedSaid, type AskedSource, boardGate, eventGate, saidGate, toReviewOf, voicesOf } from './gates.ts'

/** Reading what people said: anybody, each by the sight of its records; words that wait to be checked for those who prepare. */
export function readingRoutes(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  pageAt(app, needs, '/boards/:slug/voices', boardGate('read'), voicesPage)
  pageAt(app, needs, '/boards/:slug/voices/heard', boardGate('read'), heardPage)
  pageAt(app, needs, '/boards/:slug/voices/to-review', boardGate('read', toReviewOf), async ({ reader, visit, body }) => (
    <ToReviewPage visit={visit} board={body} views={await findToReview(reader, body.id)} />
  ))
  pageAt(app, needs, '/voice-events/:event', eventGate('read'), eventPage)
  pageAt(app, needs, '/boards/:slug/consultations/:consultation/said', saidGate('read'), saidPage)
}

async function voicesPage(asked: AskedBoard): Promise<JSX.Element> {
  const { reader, visit, body, may } = asked
  const [events, exercises, consultations] = await Promise.all([
    listEvents(reader, body.id),
    listExercises(reader, body.id),
    listConsultations(reader, body.id),
  ])
  const [answers, themes] = await Promise.all([findAnswers(reader, { kind: 'board', id: body.id }), listThemes(reader, body.id)])
  const held = consultations.filter(
    ({ withdrawnReason, startsOn }) => withdrawnReason === '' && Temporal.PlainDate.compare(startsOn, visit.today) <= 0,
  )
  const sources = sourcesOf(asked, events, exercises, consultations)
  const record = await findHeardRecord(reader, body.id, pastSpan(visit.today))
  return (
    <VoicesPage
      visit={visit}
      board={body}
      heard={{ matter: lastHeard(record, sources), event: lastEventOfChildren(events) }}
      events={events}
      said={held.map((consultation): SaidLine => {
        const exercise = exercises.find(({ consultation: id }) => id === consultation.id)
        const isOpen = Temporal.PlainDate.compare(visit.today, consultation.endsOn) < 0
        const state = exercise?.publishedAt ? 'published' : isOpen ? 'open' : 'gathering'
        return { id: consultation.id, title: consultation.title, endsOn: consultation.endsOn, state }
      })}
      answers={answers}
      decisions={await decisionsOf(reader, answers)}
      themes={themes}
      toReview={may(toReviewOf(body.id), 'review') ? (await findToReview(reader, body.id)).length : undefined}
      mayKeep={may(voicesOf(body.id), 'keep')}
    />
  )
}

/** Everything of the last ten years that is not to come. */
const pastSpan = (today: Temporal.PlainDate) => ({ from: today.subtract({ years: 10 }), until: today.add({ days: 1 }) })

function sourcesOf(
  { body }: AskedBoard,
  events: readonly VoiceEvent[],
  exercises: readonly Exercise[],
  consultations: readonly { readonly id: string; readonly title: string }[],
): readonly NamedSource[] {
  return [
    ...events.map(({ id, title, whose }) => ({ id, title, href: voicePaths.event(id), hasChildren: whose.includes('children') })),
    ...exercises.map(({ consultation, whose }) => ({
      id: consultation,
      title: consultations.find(({ id }) => id === consultation)?.title ?? '',
      href: voicePaths.said(body.slug, consultation),
      hasChildren: whose.includes('children'),
    })),
  ]
}

/** The decisions that answers name and the reader may see. */
const decisionsOf = (reader: Reader, answers: readonly Answer[]) =>
  nameDecisions(
    reader,
    answers.flatMap(({ decision }) => decision ?? []),
  )

async function heardPage(asked: AskedBoard): Promise<JSX.Element> {
  const { reader, visit, body, query } = asked
  const typed = Number(query('year'))
  const year = Number.isInteger(typed) && typed >= 1990 && typed <= visit.today.year ? typed : visit.today.year
  const [events, exercises, consultations] = await Promise.all([
    listEvents(reader, body.id),
    listExercises(reader, body.id),
    listConsultations(reader, body.id),
  ])
  const record = await findHeardRecord(reader, body.id, pastSpan(visit.today))
  const first = new Temporal.PlainDate(year, 1, 1)
  const last = first.add({ years: 1 })
  const until = Temporal.PlainDate.compare(last, visit.today.add({ days: 1 })) < 0 ? last : visit.today.add({ days: 1 })
  const { matters, attachments } = await findHeardRecord(reader, body.id, { from: first, until })
  const voices = broughtVoices(attachments)
  return (
    <HeardPage
      visit={visit}
      board={body}
      year={year}
      heard={{ matter: lastHeard(record, sourcesOf(asked, events, exercises, consultations)), event: lastEventOfChildren(events) }}
      decisions={countHeard(
        matters.filter(({ kind }) => kind === 'decision'),
        voices,
      )}
      items={countHeard(
        matters.filter(({ kind }) => kind === 'item'),
        voices,
      )}
      matters={matters.map((matter) => ({ ...matter, heard: heardBefore(matter, voices) }))}
    />
  )
}

async function partsOf({ reader, visit, source, body, mayKeep, step }: AskedSource): Promise<SourceParts> {
  const [views, answers, attachments, themes] = await Promise.all([
    findViews(reader, source),
    findAnswers(reader, source),
    findAttachmentsOf(reader, source),
    listThemes(reader, body.id),
  ])
  return {
    ...{ visit, views, answers, attachments, themes, mayKeep },
    targets: await nameTargets(reader, attachments),
    decisions: await decisionsOf(reader, answers),
    add: { view: step('views'), answer: step('answers'), attach: step('attach') },
  }
}

async function eventPage(asked: AskedEvent): Promise<JSX.Element> {
  const { reader, visit, event, body } = asked
  const organisation = event.organisation === null ? undefined : await findOrganisation(reader, event.organisation)
  const { fewest } = await findSmallNumberRule(reader, visit.today)
  return <EventPage {...(await partsOf(asked))} event={event} board={body} organisation={organisation?.name} fewest={fewest} />
}

async function saidPage(asked: AskedSaid): Promise<JSX.Element> {
  const { reader, visit, body, consultation, exercise } = asked
  const [lines, responses] = await Promise.all([findPublishedLines(reader, consultation.id), findResponses(reader, consultation.id)])
  const isOver = Temporal.PlainDate.compare(visit.today, consultation.endsOn) >= 0
  return (
    <SaidPage
      {...(await partsOf(asked))}
      board={body}
      asked={{ id: consultation.id, title: consultation.title, isOver }}
      consultationHref={yearPaths.consultation(body.slug, consultation.id)}
      exercise={exercise}
      lines={lines}
      responses={responses}
      fewest={(await findSmallNumberRule(reader, visit.today)).fewest}
    />
  )
}
