import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findBodiesById, findStanding } from '#governance/public-data.ts'
import { findGivable, findOwnProgramEnds, type Givable } from '#performance/public-data.ts'
import { listAccessTokens, makeAccessToken, mostTokens, revokeAccessToken, type TokenScope, tokenDays } from '#platform/access-token.ts'
import { type Acting, type ActorId, type Reader, readAs, writeAs } from '#platform/database/session.ts'
import { identityWords } from '#platform/identity/words.ts'
import { NotFound, SignInNeeded } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { commonFieldWords } from '#platform/web/field-words.ts'
import { choice, isUuid, optionalText, parseForm, text } from '#platform/web/fields.ts'
import { emptyForm, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { OwnTokensPage, type ScopeChoice } from './pages/own-tokens-page.tsx'
import { homePaths } from './paths.ts'

type TokenNeeds = Pick<Needs, 'db' | 'config' | 'identity'>
type At = Context<AppEnv, string>
const days = tokenDays.map(String) as [`${(typeof tokenDays)[number]}`]
const tokenForm = z.object({ name: text(80), scope: optionalText(100), days: choice(days), code: optionalText(100) })

/** One's own access tokens for the API: made with a fresh code, shown once, revoked (O2). */
export function ownTokenRoutes(needs: TokenNeeds): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(homePaths.ownTokens, (c) => page(needs, c, emptyForm()))
  routes.post(homePaths.ownTokens, (c) => make(needs, c))
  routes.post(`${homePaths.ownTokens}/:id/revoke`, (c) => revoke(needs, c))
  return routes
}

/** Somebody signed in, who sees and changes their own alone. */
function ownerOf(c: At): Acting & { readonly actor: ActorId } {
  const { actor, now, today } = c.get('visit')
  if (actor === undefined) throw new SignInNeeded('Sign in for your access tokens.')
  return { actor, now, today }
}

async function page({ db, config }: TokenNeeds, c: At, form: FormState, secret?: string): Promise<Response> {
  const own = ownerOf(c)
  const found = await readAs(db, own, async (reader) => ({
    tokens: await listAccessTokens(reader, own),
    scopes: await scopesOf(reader, own),
    ends: await findOwnProgramEnds(reader, own.actor),
  }))
  const view = { ...found, form, secret, publicUrl: config.publicUrl }
  // The one answer that holds the token stays in no cache.
  if (secret !== undefined) c.header('Cache-Control', 'no-store')
  return c.html(<OwnTokensPage visit={c.get('visit')} {...view} />, form.problems.length > 0 ? 422 : 200)
}

/** What somebody can let a program give: figures of one agency or of one measure that they give themselves, by the value of the choice. */
async function scopesOf(reader: Reader, own: Acting): Promise<readonly ScopeChoice[]> {
  const { clerkOf } = await findStanding(reader, own)
  const { measures, agencies }: Givable = await findGivable(reader, [...clerkOf])
  const bodies = new Map(
    (await findBodiesById(reader, [...new Set(measures.map(({ body }) => body))], own.today)).map((one) => [one.id, one.name]),
  )
  const named = (type: 'agency' | 'measure', id: string, words: string): ScopeChoice => ({ value: `${type}:${id}`, type, id, words })
  return [
    ...agencies.map(({ id, name }) => named('agency', id, name)),
    ...measures.map(({ id, title, reference, body }) =>
      named('measure', id, `${reference === '' ? '' : `${reference} `}${title}, ${bodies.get(body) ?? ''}`),
    ),
  ]
}

/** The scope of a choice; undefined where it names nothing that its owner gives. */
async function scopeChosen(reader: Reader, own: Acting, chosen: string): Promise<TokenScope | undefined> {
  if (chosen === '' || chosen === 'read') return { may: 'read' }
  const found = (await scopesOf(reader, own)).find(({ value }) => value === chosen)
  return found && { may: 'figures', of: { type: found.type, id: found.id } }
}

/** The token is shown in the answer itself, the one time it exists in the clear. */
async function make(needs: TokenNeeds, c: At): Promise<Response> {
  const own = ownerOf(c)
  const body = await readForm(c)
  const parsed = parseForm(tokenForm, body)
  const again = (problems: readonly FieldProblem[]) => page(needs, c, formState(body, problems, words))
  if (!parsed.ok) return again(parsed.problems)
  // Whoever has the token reads for a year what its owner may read: it is not made from a screen left open.
  const { name, code = '' } = parsed.value
  const scope = await readAs(needs.db, own, (reader) => scopeChosen(reader, own, parsed.value.scope ?? ''))
  if (scope === undefined) return again([{ field: 'scope', code: 'choice-unknown' }])
  const confirmed = await needs.identity.confirmCode(own.actor, { headers: c.req.raw.headers, typed: code, client: c.get('client') })
  if (!confirmed.ok) return again([{ field: 'code', code: confirmed.problems[0] }])
  const wanted = tokenDays.find((one) => String(one) === parsed.value.days) ?? 7
  const secret = await writeAs(needs.db, own, (tx) => makeAccessToken(tx, own, { name, days: wanted, scope }))
  return secret === undefined ? again([{ field: 'name', code: 'too-many-tokens' }]) : page(needs, c, emptyForm(), secret)
}

async function revoke({ db }: TokenNeeds, c: At): Promise<Response> {
  const own = ownerOf(c)
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw new NotFound('No such token.')
  await writeAs(db, own, (tx) => revokeAccessToken(tx, own, id))
  return c.redirect(homePaths.ownTokens, 303)
}

function words(problem: FieldProblem): string | undefined {
  if (problem.code === 'too-many-tokens') return `You have ${mostTokens} tokens that work. Revoke one that you no longer need`
  if (problem.field === 'name' && problem.code === 'required') return 'Say what the token is for'
  if (problem.field === 'scope') return 'Choose what it may do: give only figures that you give yourself'
  if (problem.field === 'days') return 'Choose for how long it works'
  return identityWords(problem) ?? commonFieldWords(problem)
}
