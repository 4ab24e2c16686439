import { printTerms } from '#governance/public.ts'
import { emptyTerms } from '#governance/rules/terms/empty.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { MARKER, matrixDay, matrixNow } from './world.ts'

interface About {
  readonly meeting: string
  readonly body: string
  readonly sight: string
  readonly item: string
  readonly category: string
  readonly paper: string
}

/** A third board with a cleared paper of its own, so that nobody of the matrix belongs to it. */
async function addThirdBoard(owner: Database, category: string) {
  const [body, meeting, item, paper, version] = [newId(), newId(), newId(), newId(), newId()]
  await owner
    .insertInto('governance.body')
    .values({ id: body, slug: `third-${body}`, name: 'Third board', kind: 'delivery-board' })
    .execute()
  await owner
    .insertInto('meetings.meeting')
    .values({ id: meeting, body, kind: 'ordinary', held_on: matrixDay, access: 'private', state: 'planned' })
    .execute()
  const base = { meeting, body, category }
  const face = {
    position: 1,
    number: '1',
    public_title: 'A matter',
    purpose: 'decision',
    report_status: 'attached',
    paragraphs: category === 'exempt' ? ['3'] : [],
  }
  await owner
    .insertInto('meetings.agenda_item')
    .values({ ...base, ...face, id: item })
    .execute()
  const { id: author } = await owner
    .insertInto('governance.person')
    .values({ id: newId(), name: 'Author elsewhere' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('meetings.paper')
    .values({ ...base, id: paper, item, author, title: `Paper on ${MARKER}`, state: 'cleared' })
    .execute()
  await owner
    .insertInto('meetings.paper_version')
    .values({
      ...base,
      id: version,
      paper,
      number: 1,
      fields: '{}',
      tree: '{"version":1,"blocks":[]}',
      state: 'draft',
      made_by: newId(),
      made_at: matrixNow,
    })
    .execute()
  return { body, meeting, item, paper, version }
}

/** Papers that travel: one that this board sent and that waits elsewhere, one that waits here, and one that was taken in here with comments. */
export async function addSentPapers(
  owner: Database,
  { paper, item, meeting, body, category, sight }: About,
): Promise<{ readonly sent: string; readonly offered: string; readonly travelled: string }> {
  const third = await addThirdBoard(owner, category)
  const other = await addThirdBoard(owner, category)
  const said = { title: `Paper on ${MARKER}`, why: `Because of ${MARKER}`, sent_at: matrixNow, actor: newId(), category }
  const plan = async (of: string): Promise<string> => {
    const id = newId()
    await owner
      .insertInto('meetings.plan_item')
      .values({ id, body: of, title: 'A paper sent on', purpose: 'discussion', state: 'nominated', nominated_at: matrixNow })
      .execute()
    return id
  }
  const [sent, offered, travelled] = [newId(), newId(), newId()]
  const theirs = { paper: third.paper, item: third.item, meeting: third.meeting, body: third.body, to_body: body }
  await owner
    .insertInto('meetings.sent_paper')
    .values({ ...said, id: sent, paper, item, meeting, body, to_body: third.body, plan_item: await plan(third.body) })
    .execute()
  if (sight === 'draft')
    await owner
      .insertInto('meetings.sent_paper')
      .values({ ...said, ...theirs, id: offered, plan_item: await plan(body) })
      .execute()
  const taken = { state: 'taken', to_paper: paper, taken_at: matrixNow, comments: `They said ${MARKER}`, commented_at: matrixNow }
  const from = {
    paper: other.paper,
    item: other.item,
    meeting: other.meeting,
    body: other.body,
    to_body: body,
    sent_version: other.version,
  }
  await owner
    .insertInto('meetings.sent_paper')
    .values({ ...said, ...from, ...taken, id: travelled, plan_item: await plan(body) })
    .execute()
  return { sent, offered, travelled }
}

/** Terms that the item puts to its meeting, with the draft that it is about. */
export async function addTermsProposal(owner: Database, { item, meeting, body }: Pick<About, 'item' | 'meeting' | 'body'>): Promise<void> {
  const id = newId()
  const last = await owner
    .selectFrom('governance.terms_version')
    .select((select) => select.fn.max('number').as('number'))
    .where('body', '=', body)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const terms = emptyTerms({ name: 'Matrix board', slug: 'matrix-board', kind: 'strategic-partnership' }, matrixDay)
  if (terms === undefined) throw new Error('No terms for the board of the matrix.')
  const document = printTerms({ ...terms, note: `About ${MARKER}` })
  const draft = { id, body, number, state: 'draft', starts_on: matrixDay, document }
  await owner
    .insertInto('governance.terms_version')
    .values({ ...draft, recorded_at: matrixNow, recorded_by: newId() })
    .execute()
  await owner
    .insertInto('meetings.terms_proposal')
    .values({ item, meeting, body, terms_version: id, number, document, proposed_by: newId(), proposed_at: matrixNow })
    .execute()
}
