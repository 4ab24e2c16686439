import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { SignedInput } from '../forms/plan-review.ts'
import { findPrints, findSignedPages } from '../queries/plan.ts'
import type { Looking } from './look.ts'
import { type Picture, redraw } from './picture.ts'
import { note } from './plan.ts'
import { demandSeen, enteredBy, found, lookAtPlan } from './plan-look.ts'

type Needs = { readonly db: Database }
interface OfPrint {
  readonly episode: string
  readonly print: string
}
/** Pages that are kept of one signed copy. */
const mostPages = 20

const printOf = async (looking: Looking, of: OfPrint) => found((await findPrints(looking.tx, of.episode)).find(({ id }) => id === of.print))

async function keepPage(looking: Looking, doer: Doer, of: OfPrint & { readonly picture: Picture }) {
  const { episode, print, picture } = of
  const id = newId()
  await looking.tx
    .insertInto('casework.signed_page')
    .values({ id, episode, print, ...picture, ...enteredBy(looking, doer) })
    .execute()
  await note(looking.tx, doer, episode, 'signed-page', id)
}

/** Records that a signed copy came back, with a photograph of its first page where there is one (E4). */
export async function recordSigned(needs: Needs, doer: Doer, of: OfPrint, input: SignedInput): Promise<Result<void, FieldProblem>> {
  const drawn = input.file ? await redraw(input.file) : undefined
  if (drawn && !drawn.ok) return drawn
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-lead' }, async (looking) => {
    const { tx } = looking
    const print = await printOf(looking, of)
    if (Temporal.PlainDate.compare(input.signedOn, doer.today) > 0) return fail({ field: 'signedOn', code: 'in-the-future' })
    const query = tx
      .updateTable('casework.plan_print')
      .set({ signed_on: input.signedOn, signed_words: input.signedWords, version: input.version + 1 })
    demandSeen(await query.where('id', '=', print.id).where('version', '=', input.version).executeTakeFirst())
    await note(tx, doer, of.episode, 'signed-copy', print.id)
    if (drawn?.ok) await keepPage(looking, doer, { ...of, picture: drawn.value })
    return succeed(undefined)
  })
}

/** Keeps a photograph of the next page of a signed copy. The pages lie sealed with the plan and nowhere else (E4). */
export async function addSignedPage(
  needs: Needs,
  doer: Doer,
  of: OfPrint,
  input: { readonly file: UploadedFile },
): Promise<Result<void, FieldProblem>> {
  const drawn = await redraw(input.file)
  if (!drawn.ok) return drawn
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-lead' }, async (looking) => {
    const print = await printOf(looking, of)
    if (!print.signedOn) return fail({ field: '', code: 'not-back-yet' })
    if ((await findSignedPages(looking.tx, print.id)).standing.length >= mostPages) return fail({ field: 'file', code: 'pages-enough' })
    await keepPage(looking, doer, { ...of, picture: drawn.value })
    return succeed(undefined)
  })
}

/**
 * Takes back a photograph of the wrong paper: its pixels are destroyed with that, in every version of them, and who did it, when and why stays (E4, E12). It takes no
 * second person: what is lost is a picture of paper that somebody has in hand, and the wrong family's paper has to go at once.
 */
export async function takeBackPage(
  needs: Needs,
  doer: Doer,
  of: OfPrint & { readonly page: string },
  { because }: { readonly because: string },
): Promise<Result<void, FieldProblem>> {
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-lead' }, async (looking) => {
    const query = looking.tx.updateTable('casework.signed_page').set({ taken_back_because: because, taken_back_by: looking.ties.person })
    const here = query.where('id', '=', of.page).where('print', '=', of.print).where('episode', '=', of.episode)
    demandSeen(await here.where('taken_back_at', 'is', null).executeTakeFirst())
    await note(looking.tx, doer, of.episode, 'signed-page-destroyed', of.page)
    return succeed(undefined)
  })
}
