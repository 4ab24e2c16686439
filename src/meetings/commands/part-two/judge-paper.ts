import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type AgendaItem, findItem } from '../../queries/agenda.ts'
import { findPaperSecrecy, type PaperSecrecy } from '../../queries/paper-secrecy.ts'
import { findPaper, guardedPaper, lockPaper, type PaperRecord } from '../../queries/papers.ts'
import { findPaperTests, nextTestNumber } from '../../queries/public-interest.ts'
import { type SecrecyInput, secrecyProblems } from '../../rules/paper-secrecy.ts'
import { type InterestTest, sameTest } from '../../rules/public-interest.ts'
import { lockForAgenda } from '../agenda/add-item.ts'
import { addTest } from './keep-test.ts'

/**
 * Judges a paper for itself, before it goes out: exempt under paragraphs of its own with its own public-interest test, whatever its item is; or as its item,
 * with the item's test. Tests that were made stay (M3).
 * @throws Conflict where somebody else judged it since the form was drawn
 */
export async function judgePaper(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  input: SecrecyInput & { readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await lockForAgenda(tx, doer, (await findPaper(tx, id)).meeting)
    const paper = await lockPaper(tx, id)
    await demand(tx, doer, guardedPaper(paper), 'clear')
    const item = await findItem(tx, paper.meeting, paper.item)
    const before = (await findPaperSecrecy(tx, paper.meeting)).get(paper.id)
    if (input.version !== secrecyVersion(paper, before)) throw new Conflict('Somebody else has judged this paper.')
    const [first, ...more] = secrecyProblems({ isOut: paper.sight !== 'draft', itemCategory: item.category }, input, doer.today)
    if (first) return fail(first, ...more)
    if (input.secrecy === 'exempt') await keepBack(tx, doer, paper, item, input)
    else await judgeAsItem(tx, paper, item)
    const content = JSON.stringify(input)
    await appendAudit(tx, { actor: doer.actor, act: 'paper.judged', subjectType: 'paper', subject: paper.id, content })
    return succeed(null)
  })
}

/** The version that the form is made from: it moves with the paper and with what is said of it. */
export function secrecyVersion({ version }: Pick<PaperRecord, 'version'>, secrecy: PaperSecrecy | undefined): number {
  return version + (secrecy?.version ?? 0)
}

async function keepBack(tx: Writer, doer: Doer, paper: PaperRecord, item: AgendaItem, input: SecrecyInput): Promise<void> {
  await setCategory(tx, paper, 'exempt')
  const said = {
    paragraphs: [...input.paragraphs],
    public_title: input.publicTitle ?? '',
    public_conclusion: input.publicConclusion ?? '',
  }
  await tx
    .insertInto('meetings.paper_secrecy')
    .values({ paper: paper.id, item: paper.item, meeting: paper.meeting, body: paper.body, ...said })
    .onConflict((conflict) =>
      conflict.column('paper').doUpdateSet((row) => ({ ...said, version: row('meetings.paper_secrecy.version', '+', 1) })),
    )
    .execute()
  const test: Omit<InterestTest, 'number'> = {
    ...{ occasion: 'agenda', conclusion: 'exempt', reason: '' },
    ...{ reasonsFor: input.reasonsFor ?? '', reasonsAgainst: input.reasonsAgainst ?? '', decidedBy: input.decidedBy ?? '' },
    ...{ decidedOn: input.decidedOn ?? null, reviewOn: input.reviewOn ?? null },
  }
  const last = (await findPaperTests(tx, paper.meeting)).get(paper.id)?.at(-1)
  if (last && sameTest(last, test)) return
  await addTest(tx, doer, { ...item, sight: paper.sight }, { ...test, number: await nextTestNumber(tx, item.id) }, { paper: paper.id })
}

async function judgeAsItem(tx: Writer, paper: PaperRecord, item: AgendaItem): Promise<void> {
  await tx.deleteFrom('meetings.paper_secrecy').where('paper', '=', paper.id).execute()
  await setCategory(tx, paper, item.category)
}

async function setCategory(tx: Writer, paper: PaperRecord, category: PaperRecord['category']): Promise<void> {
  await tx
    .updateTable('meetings.paper')
    .set({ category, version: paper.version + 1 })
    .where('id', '=', paper.id)
    .execute()
  await tx.updateTable('meetings.paper_version').set({ category }).where('paper', '=', paper.id).execute()
}
