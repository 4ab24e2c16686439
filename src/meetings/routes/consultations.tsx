import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { listBodies } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addConsultation, changeConsultation, recordOutcome, withdrawConsultation } from '../commands/year/keep-consultation.ts'
import { parseConsultation, parseConsultationChange, parseConsultationOutcome, parseConsultationWithdrawal } from '../forms/year.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ConsultationPage } from '../pages/consultation-page.tsx'
import { ConsultationsPage } from '../pages/consultations-page.tsx'
import { yearPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import {
  type Consultation,
  findConsultation,
  findConsultationChanges,
  findItemsOfPlanItem,
  guardedConsultation,
  listConsultations,
} from '../queries/consultations.ts'
import { formAt } from './endpoint.tsx'
import { type Asked, boardGate } from './gates.ts'
import { consultationOutcomeShape, consultationShape, consultationWithdrawalShape } from './year-shapes.ts'

/** Consultations: what is asked, of whom, from when to when, and what came of it (G11). */
export function consultationRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  const toPage = ({ body, window }: AskedConsultation): string => yearPaths.consultation(body.slug, window.id)
  const at = '/boards/:slug/consultations/:consultation'
  const keep = boardGate((body) => guardedConsultation({ body, sight: 'public' }), 'keep')
  app.get(yearPaths.allConsultations, async (c) => c.html(await readAs(needs.db, c.get('visit'), (reader) => everywhere(reader, c)))) // anybody, each by its sight
  pageAt(app, needs, '/boards/:slug/consultations', boardGate(), boardPage)
  formAt(app, needs, '/boards/:slug/consultations/new', keep, async (asked) =>
    form(await consultationShape(asked, undefined), parseConsultation, async (doer, input) =>
      leadTo(await addConsultation(needs, doer, asked.body.id, input), ({ id }) => yearPaths.consultation(asked.body.slug, id)),
    ),
  )
  pageAt(app, needs, at, consultationGate('read'), (asked) => consultationPage(needs, asked))
  formAt(app, needs, `${at}/edit`, consultationGate('keep'), async (asked) =>
    form(await consultationShape(asked, asked.window), parseConsultationChange, async (doer, input) =>
      leadTo(await changeConsultation(needs, doer, asked.window, input), () => toPage(asked)),
    ),
  )
  formAt(app, needs, `${at}/withdraw`, consultationGate('keep'), async (asked) =>
    form(consultationWithdrawalShape(asked, asked.window), parseConsultationWithdrawal, async (doer, input) =>
      leadTo(await withdrawConsultation(needs, doer, asked.window, input), () => toPage(asked)),
    ),
  )
  formAt(app, needs, `${at}/outcome`, consultationGate('keep'), async (asked) =>
    form(consultationOutcomeShape(asked, asked.window), parseConsultationOutcome, async (doer, input) =>
      leadTo(await recordOutcome(needs, doer, asked.window, input), () => toPage(asked)),
    ),
  )
}

type AskedConsultation = Asked & { readonly window: Consultation }

function consultationGate(verb: 'read' | 'keep'): Gate<AskedConsultation> {
  return async (reader, c) => {
    const asked = await boardGate()(reader, c)
    const window = await findConsultation(reader, asked.body.id, c.req.param('consultation') ?? '')
    // Row-level security let it through: reading is settled.
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedConsultation(window), verb)
    return { ...asked, window }
  }
}

async function everywhere(reader: Reader, c: Context<AppEnv, string>): Promise<JSX.Element> {
  const visit = c.get('visit')
  const bodies = new Map((await listBodies(reader, visit.today)).map((body) => [body.id, body]))
  return <ConsultationsPage visit={visit} windows={await listConsultations(reader)} bodies={bodies} board={undefined} mayKeep={false} />
}

async function boardPage({ reader, visit, body, may }: Asked): Promise<JSX.Element> {
  const windows = await listConsultations(reader, body.id)
  const mayKeep = may(guardedConsultation({ body: body.id, sight: 'public' }), 'keep')
  return <ConsultationsPage visit={visit} windows={windows} bodies={new Map([[body.id, body]])} board={body} mayKeep={mayKeep} />
}

async function consultationPage(
  needs: Pick<MeetingsNeeds, 'communications'>,
  { reader, visit, body, window, may }: AskedConsultation,
): Promise<JSX.Element> {
  return (
    <ConsultationPage
      visit={visit}
      board={body}
      window={window}
      items={window.plan === null ? [] : await findItemsOfPlanItem(reader, window.plan.id)}
      changes={await findConsultationChanges(reader, window.id)}
      communications={await needs.communications?.(reader, visit, { kind: 'consultation', id: window.id, body: body.id })}
      mayKeep={may(guardedConsultation(window), 'keep')}
    />
  )
}
