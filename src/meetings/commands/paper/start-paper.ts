import { findPerson } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { emptyPaper, type Paper } from '#platform/paper/tree.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { type AgendaItem, findItem } from '../../queries/agenda.ts'
import type { ReportFields } from '../../rules/report.ts'
import { lockForAgenda } from '../agenda/add-item.ts'

/** Starts the paper of an item: the clerk names its title and who writes it, somebody who can sign in (M4). */
export async function startPaper(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  itemId: string,
  input: { readonly title: string; readonly author: string },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await lockForAgenda(tx, doer, meetingId)
    const item = await findItem(tx, meetingId, itemId)
    if (item.withdrawnAt) return fail({ field: '', code: 'item-withdrawn-already' })
    const author = await findPerson(tx, input.author)
    if (!author) return fail({ field: 'author', code: 'author-unknown' })
    if (!author.signsIn) return fail({ field: 'author', code: 'author-cannot-sign-in' })
    const id = await insertPaper(tx, doer, item, { ...input, fields: {}, tree: emptyPaper })
    // A report is coming: an item of which nothing was said takes it in; 'to follow' and 'tabled' stay as they were announced.
    if (item.sight === 'draft' && (item.reportStatus === 'not_stated' || item.reportStatus === 'none')) {
      await tx
        .updateTable('meetings.agenda_item')
        .set({ report_status: 'attached', version: item.version + 1 })
        .where('id', '=', itemId)
        .execute()
    }
    return succeed({ id })
  })
}

/** What the first draft of a paper is made of. */
export interface FirstDraft {
  readonly title: string
  /** Somebody who can sign in. */
  readonly author: string
  readonly fields: ReportFields
  readonly tree: Paper
}

/** Writes the rows of a new paper of an item, and hands back its id. */
export async function insertPaper(
  tx: Writer,
  doer: Doer,
  item: Pick<AgendaItem, 'id' | 'meeting' | 'body' | 'category'>,
  { title, author, fields, tree }: FirstDraft,
): Promise<string> {
  const id = newId()
  const owner = { meeting: item.meeting, body: item.body, category: item.category }
  await tx
    .insertInto('meetings.paper')
    .values({ id, item: item.id, ...owner, title, author, state: 'draft' })
    .execute()
  const made = { state: 'draft', made_by: doer.actor, made_at: doer.now }
  await tx
    .insertInto('meetings.paper_version')
    .values({ id: newId(), ...owner, paper: id, number: 1, fields: JSON.stringify(fields), tree: JSON.stringify(tree), ...made })
    .execute()
  await appendAudit(tx, { actor: doer.actor, act: 'paper.started', subjectType: 'paper', subject: id, content: `${title}\n${author}` })
  return id
}
