import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Writer, writeAtOneMoment } from '#platform/database/session.ts'
import { doerOf, type FormAt, formsReadBy, type Gate } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { beginLook, type Looking } from '../commands/look.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { idOf } from '../queries/ties.ts'
import { problemWords } from '../words/problems.ts'

/** A request about one family that has said that it looks at it: what a grant opens can be read. */
export interface LookedAt extends Looking {
  readonly visit: Visit
  part(name: string): string
}

/** Opens the family that an address names, and writes that one looks at it. @throws NotFound, Forbidden, SignInNeeded */
export function lookingGate(verb: string): Gate<LookedAt, Writer> {
  return async (tx, c) => {
    const visit = c.get('visit')
    const looking = await beginLook(tx, doerOf(visit), { episode: idOf(c.req.param('episode') ?? ''), verb, what: 'page' })
    return { ...looking, visit, part: (name) => c.req.param(name) ?? '' }
  }
}

/** Puts a page of one family at an address below `/families/:episode`; everything on it is read in one look, and as it was at one moment (E3). */
export function sectionAt(
  app: Hono<AppEnv>,
  needs: EarlyHelpNeeds,
  place: { readonly path: string; readonly verb: string },
  draw: (asked: LookedAt) => Promise<JSX.Element>,
): void {
  const gate = lookingGate(place.verb)
  app.get(`/families/:episode/${place.path}`, async (c: Context<AppEnv, string>) =>
    c.html(await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => draw(await gate(tx, c)))),
  )
}

/** Puts a form that shows what is written of a family at an address: it opens by `lookingGate`, and does its work in a command that looks again. */
export const contentFormAt: FormAt<Writer> = formsReadBy(writeAtOneMoment, problemWords)
