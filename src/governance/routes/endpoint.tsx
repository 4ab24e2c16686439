import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Database, type Reader, readAs } from '#platform/database/session.ts'
import type { DatedPart } from '#platform/dated/part.ts'
import { NotFound, SignInNeeded } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { form, formsWith } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import { type FormBody, readForm } from '#platform/web/forms.ts'
import type { PageLink } from '#platform/web/page.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { HandOn, OpenWork } from '../commands/handover.ts'
import type { Invite, InviteAgain } from '../commands/people.ts'
import { permit, permitReading } from '../commands/permit.ts'
import { type FormShape, inBoxes } from '../pages/form-shape.ts'
import { type Body, findBody } from '../queries/bodies.ts'
import { findStanding } from '../queries/standing.ts'
import type { Ties } from '../rules/access.ts'
import type { Standing } from '../rules/standing.ts'
import { problemWords } from '../words/problems.ts'

/** What governance's routes need from the house. */
export interface GovernanceNeeds {
  readonly db: Database
  readonly invite: Invite
  readonly inviteAgain: InviteAgain
  readonly elsewhere: Elsewhere
  readonly work: WorkElsewhere
  readonly dated: DatedKinds
}

/** Dated rules of the whole house: those that stand on one page, and where others are kept. */
export interface DatedKinds {
  readonly parts: readonly DatedPart[]
  readonly elsewhere: readonly PageLink[]
}

/** What stands in the names of organisations in parts that governance does not know, as sentences; as far as the reader may see it. */
export type Elsewhere = (reader: Reader, organisations: readonly string[]) => Promise<readonly string[]>

/** Work of a body that parts hold which governance does not know, when it is handed on. */
export interface WorkElsewhere {
  /** How much of it is open, as far as the reader may see it. */
  readonly count: (reader: Reader, body: string) => Promise<OpenWork>
  /** Hands on what a handover of this transaction takes. */
  readonly handOn: HandOn
}

/** A request whose permission is settled. */
export interface Asked {
  readonly db: Database
  readonly reader: Reader
  readonly invite: Invite
  readonly inviteAgain: InviteAgain
  readonly elsewhere: Elsewhere
  readonly work: WorkElsewhere
  readonly dated: DatedKinds
  readonly visit: Visit
  readonly standing: Standing
  /** A part of the address, which the route names. @throws NotFound where it is no id. */
  id(name: string): string
  /** A part of the address that is a number from 1. @throws NotFound where it is none. */
  number(name: string): number
  /** A part of the address as it stands; '' where there is none. */
  word(name: string): string
  /** A value behind the question mark; undefined where there is none. */
  query(name: string): string | undefined
  /** All values of a name behind the question mark. */
  queries(name: string): readonly string[]
  /** The board of the address. @throws NotFound where the address names none. */
  readonly body: Body
}

/** What one must be allowed to do for an endpoint: a record and a verb of the access matrix, with the record's state where it has several. */
export interface Permission {
  readonly record: string
  readonly state?: string
  readonly verb: string
  /** True where the record is about the person who asks, as under /me. */
  readonly own?: boolean
  /** Who leads records of this kind on a body; for those whom it names to approve. */
  readonly leads?: (reader: Reader, body: string, today: Temporal.PlainDate) => Promise<readonly string[]>
}

/** A form: what it shows, how it is read, what it does. `perform` hands back the address to go to. */
export interface FormSpec<Input> {
  readonly shape: FormShape
  parse(body: FormBody): Result<Input, FieldProblem>
  perform(input: Input): Promise<Result<string, FieldProblem>>
}

/** Puts a page at an address. */
export function pageAt(
  app: Hono<AppEnv>,
  needs: GovernanceNeeds,
  path: string,
  permission: Permission,
  draw: (asked: Asked) => Promise<JSX.Element>,
): void {
  // What is one's own has no reader but oneself, so a visitor is asked to sign in.
  const check = permission.own || permission.verb !== 'read' ? permit : permitReading
  app.get(path, async (c) => {
    const visit = c.get('visit')
    return c.html(await readAs(needs.db, visit, async (reader) => draw(await ask(needs, reader, c, permission, check))))
  })
}

/** A file for downloading; `content` is text, or made after the reading is over where it takes long. */
export interface DownloadedFile {
  readonly name: string
  readonly type: string
  readonly content: string | (() => Promise<Uint8Array>)
}

/** Puts a file for downloading at an address. */
export function fileAt(
  app: Hono<AppEnv>,
  needs: GovernanceNeeds,
  path: string,
  permission: Permission,
  make: (asked: Asked) => Promise<DownloadedFile>,
): void {
  app.get(path, async (c) => {
    const visit = c.get('visit')
    const file = await readAs(needs.db, visit, async (reader) => make(await ask(needs, reader, c, permission, permitReading)))
    const content = typeof file.content === 'string' ? file.content : new Uint8Array(await file.content())
    return c.body(content, 200, { 'content-type': file.type, 'content-disposition': `attachment; filename="${file.name}"` })
  })
}

/**
 * Puts a form at an address: GET shows it, POST does it and leads on (303). Problems bring the page back (422) with everything typed;
 * a record that somebody else changed first brings it back (409) with both versions (X5).
 */
export function formAt<Input>(
  app: Hono<AppEnv>,
  needs: GovernanceNeeds,
  path: string,
  permission: Permission,
  make: (asked: Asked) => Promise<FormSpec<Input>>,
): void {
  formsWith(problemWords)(
    app,
    needs,
    path,
    (reader, c) => ask(needs, reader, c, permission, permit),
    async (asked) => {
      const { shape, parse, perform } = await make(asked)
      return form<Input>(inBoxes(shape), parse, (_doer, input) => perform(input))
    },
  )
}

/** Puts an act that is one button at an address: done, it leads on (303); problems bring the page that the button stands on (422). */
export function actAt(app: Hono<AppEnv>, needs: GovernanceNeeds, path: string, permission: Permission, act: Act): void {
  app.post(path, async (c) => {
    const visit = c.get('visit')
    const asking = <Value,>(work: (asked: Asked) => Promise<Value>): Promise<Value> =>
      readAs(needs.db, visit, async (reader) => work(await ask(needs, reader, c, permission, permit)))
    const body = await readForm(c)
    const outcome = await act.perform(await asking(async (asked) => asked), body)
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const [problem] = outcome.problems
    const words = problemWords(problem) ?? 'This could not be done'
    return c.html(await asking((asked) => act.redraw(asked, `${words}.`)), 422)
  })
}

/** An act of one button. `perform` hands back the address to go to; `redraw` draws the page that the button stands on, with what went wrong. */
export interface Act {
  perform(asked: Asked, body: FormBody): Promise<Result<string, FieldProblem>>
  redraw(asked: Asked, problem: string): Promise<JSX.Element>
}

async function ask(
  needs: GovernanceNeeds,
  reader: Reader,
  c: Context<AppEnv, string>,
  { record, state, verb, own = false, leads }: Permission,
  check: typeof permit | typeof permitReading,
): Promise<Asked> {
  const visit = c.get('visit')
  const slug: string | undefined = c.req.param('slug')
  const body = slug === undefined ? undefined : await findBody(reader, slug, visit.today)
  if (slug !== undefined && body === undefined) throw new NotFound()
  const person = own ? (await findStanding(reader, visit)).person?.id : undefined
  // A link of a mail to what is one's own asks a visitor to sign in.
  if (own && visit.actor === undefined) throw new SignInNeeded()
  const ties: Ties = { body: body?.id, about: person, leads: leads && body ? await leads(reader, body.id, visit.today) : undefined }
  const { standing } = await check(reader, visit, { record, ...(state === undefined ? {} : { state }), verb, ties })
  // A version's file is its number with the ending of a file.
  const part = (name: string): string => (c.req.param(name) ?? '').replace(/\.(json|pdf)$/, '')
  return {
    db: needs.db,
    invite: needs.invite,
    inviteAgain: needs.inviteAgain,
    elsewhere: needs.elsewhere,
    work: needs.work,
    dated: needs.dated,
    reader,
    visit,
    standing,
    word: part,
    query: (name) => c.req.query(name),
    queries: (name) => c.req.queries(name) ?? [],
    id: (name) => known(isUuid(part(name)) ? part(name) : undefined),
    number: (name) => known(/^[1-9]\d{0,5}$/.test(part(name)) ? Number(part(name)) : undefined),
    get body(): Body {
      return known(body)
    },
  }
}

/** The value itself. @throws NotFound where there is none. */
export function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new NotFound()
  return value
}
