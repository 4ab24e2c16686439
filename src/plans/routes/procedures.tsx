import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Asked, type BodySummary, findBodiesById, listBodies, listOrganisations } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PlansNeeds } from '../needs.ts'
import { ProcedurePage, type ProcedureView } from '../pages/procedure-page.tsx'
import { ProcedureReadersPage } from '../pages/procedure-readers-page.tsx'
import { type ProcedureLine, ProceduresPage } from '../pages/procedures-page.tsx'
import { procedurePaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findAgencyReadings, findNamedReaders, findOwnReading, findProcedureFeedback } from '../queries/procedure-readers.ts'
import {
  findProcedureAudience,
  findProcedureOpinions,
  findProcedureReviews,
  findProcedureText,
  findProcedureVersions,
  guardedLibrary,
  guardedProcedure,
  listProcedures,
  type ProcedureVersion,
} from '../queries/procedures.ts'
import { procedureStanding, shownVersion } from '../rules/procedure.ts'
import { communicationsBeside } from './communications-beside.tsx'
import { begin } from './gates.ts'
import { type AskedProcedure, libraryGate, procedureGate } from './procedure-gates.ts'
import { procedureWritingRoutes } from './procedure-writing.tsx'

/** The library of procedures and guidance: read by anybody as far as its sight goes, kept by owners and clerks (P12). */
export function procedureRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  procedureWritingRoutes(app, needs)
  pageAt(app, needs, procedurePaths.all, begin, async (asked) => library(asked, undefined))
  pageAt(app, needs, '/boards/:slug/procedures', libraryGate('read'), async (asked) => library(asked, asked.body))
  pageAt(app, needs, '/procedures/:procedure', procedureGate, async (asked) => {
    const version = shownVersion(asked.versions, asked.visit.today)
    if (!version) throw new NotFound('Nothing of it can be seen.')
    return procedurePage(asked, version)
  })
  pageAt(app, needs, '/procedures/:procedure/versions/:number', procedureGate, async (asked) => procedurePage(asked, numbered(asked)))
  pageAt(app, needs, '/procedures/:procedure/readers', procedureGate, readersPage)
  app.get('/procedures/:procedure/versions/:number/document.pdf', async (c) => {
    const document = await readAs(needs.db, c.get('visit'), async (reader) => numbered(await procedureGate(reader, c)).document)
    if (document === null) throw new NotFound('It has no document.')
    const headers = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="procedure.pdf"' }
    return c.body(new Uint8Array(await needs.documents.open(document)), 200, headers)
  })
}

function numbered(asked: AskedProcedure): ProcedureVersion {
  const version = asked.versions.find(({ number }) => String(number) === asked.part('number'))
  if (!version) throw new NotFound('No such version.')
  return version
}

async function library(asked: Asked, board: BodySummary | undefined): Promise<JSX.Element> {
  const { reader, visit } = asked
  const procedures = await listProcedures(reader, board?.id)
  const versions = await findProcedureVersions(
    reader,
    procedures.map(({ id }) => id),
  )
  const bodies = board
    ? []
    : await findBodiesById(
        reader,
        procedures.map(({ body }) => body),
        visit.today,
      )
  const lines = procedures.flatMap((procedure): readonly ProcedureLine[] => {
    const version = shownVersion(
      versions.filter((one) => one.procedure === procedure.id),
      visit.today,
    )
    if (!version) return []
    const standing = procedureStanding(version, procedure.withdrawnOn, visit.today)
    return [{ procedure, version, standing, board: bodies.find(({ id }) => id === procedure.body) }]
  })
  const keeps = procedures.some((procedure) => asked.may(guardedProcedure(procedure), 'change'))
  const mayMake = board !== undefined && asked.may(guardedLibrary(board.id), 'make')
  return <ProceduresPage visit={visit} lines={lines} board={board} mayMake={mayMake} keeps={keeps} />
}

async function procedurePage(asked: AskedProcedure, version: ProcedureVersion): Promise<JSX.Element> {
  const { reader, visit, procedure, board, versions, standing: who } = asked
  const [text, opinions, readings, reviews, feedback, audience, agencies, bodies] = await Promise.all([
    findProcedureText(reader, version.id),
    findProcedureOpinions(reader, version.id),
    findAgencyReadings(reader, version.id),
    findProcedureReviews(reader, procedure.id),
    findProcedureFeedback(reader, procedure.id),
    findProcedureAudience(reader, procedure.id),
    listOrganisations(reader),
    listBodies(reader, visit.today),
  ])
  const of = (list: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]) =>
    list.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const verbs = ['change', 'issue', 'names', 'confirm', 'say'] as const
  const view: ProcedureView = {
    ...{ visit, board, procedure, versions, version, text, opinions, readings, reviews, feedback },
    standing: procedureStanding(version, procedure.withdrawnOn, visit.today),
    ownerAgency: of(agencies, procedure.ownerOrganisation === null ? [] : [procedure.ownerOrganisation])[0],
    mustRead: [...of(bodies, audience.bodies), ...of(agencies, audience.organisations)],
    ownReading: who.person ? await findOwnReading(reader, version.id, who.person.id) : undefined,
    communications: await communicationsBeside(reader, visit, { kind: 'procedure', id: procedure.id, body: procedure.body }),
    may: Object.fromEntries(verbs.map((verb) => [verb, asked.mayDo(verb)])) as ProcedureView['may'],
  }
  return <ProcedurePage {...view} />
}

async function readersPage(asked: AskedProcedure): Promise<JSX.Element> {
  const { reader, visit, procedure, board, versions } = asked
  demandOf(asked.standing, visit, guardedProcedure(procedure), 'names')
  const version = shownVersion(versions, visit.today)
  if (!version) throw new NotFound('Nothing of it can be seen.')
  const readers = await findNamedReaders(reader, version.id)
  return <ProcedureReadersPage visit={visit} board={board} procedure={procedure} version={version} readers={readers} />
}
