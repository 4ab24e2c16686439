import { findBodyById, findMailingList } from '#governance/public-data.ts'
import type { Writer } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { defaultMailChoice, findMailChoices } from '#platform/mail/mail-choice.ts'
import type { CommandNeeds } from '../../needs.ts'
import { submissionPaths } from '../../paths.ts'
import type { Meeting } from '../../queries/meeting.ts'
import { findConfirmedAddress, findSubmission, type Submission } from '../../queries/submissions.ts'
import { answeredWords } from '../../words/submission.ts'
import { type BroughtMatter, cameMail, newsMail, type SubmissionNews } from '../../words/submission-mail.ts'

type MatterOf = Pick<Submission, 'id' | 'kind'>
type HeldMeeting = Pick<Meeting, 'body' | 'heldOn'>

async function matterOf(
  { config }: CommandNeeds,
  tx: Writer,
  { id, kind }: MatterOf,
  { body, heldOn }: HeldMeeting,
): Promise<BroughtMatter> {
  const board = (await findBodyById(tx, body, heldOn))?.name ?? 'the board'
  return { board, heldOn, kind, address: config.publicUrl + submissionPaths.submission(id) }
}

/** Tells the clerks of a board that something has come from a member, or from the public and confirmed (M13). Those who chose a summary, or none, read it there and under My work. */
export async function tellClerks(
  needs: CommandNeeds,
  tx: Writer,
  submission: MatterOf & { readonly from: 'member' | 'public' },
  meeting: HeldMeeting,
  today: Temporal.PlainDate,
): Promise<void> {
  const clerks = (await findMailingList(tx, meeting.body, today)).filter(({ role, email }) => role === 'clerk' && email !== '')
  const choices = await findMailChoices(
    tx,
    clerks.flatMap(({ account }) => account ?? []),
  )
  const words = cameMail(await matterOf(needs, tx, submission, meeting), submission.from)
  for (const { email, account } of clerks) {
    const choice = (account === undefined ? undefined : choices.get(account)) ?? defaultMailChoice
    if (choice.news === 'immediate') await sendLater(needs.outbox, tx, { to: email, ...words, about: { type: 'body', id: meeting.body } })
  }
}

/** Writes to whoever brought something, where they confirmed an address (M13). What stands in Part 2 is not told outside. */
export async function writeToSubmitter(
  needs: CommandNeeds,
  tx: Writer,
  id: string,
  meeting: HeldMeeting,
  news: SubmissionNews,
): Promise<void> {
  const to = await findConfirmedAddress(tx, id)
  const submission = to === undefined ? undefined : await findSubmission(tx, id)
  if (to === undefined || !submission) return
  const isPublic = submission.sight === 'public' && submission.state === 'accepted'
  const matter = { ...(await matterOf(needs, tx, submission, meeting)), text: submission.text, isPublic }
  await sendLater(needs.outbox, tx, { to, ...newsMail(matter, news), about: { type: 'submission', id } })
}

/** The news of an answer; undefined where what is to be told has not changed. */
export function answerNews(before: Submission, after: Submission | undefined): SubmissionNews | undefined {
  if (!after) return undefined
  const told = ({ answerKind, answer, answerDue, supplementaryAnswer }: Submission): string =>
    JSON.stringify([answerKind, answer, answerDue?.toString() ?? '', supplementaryAnswer])
  if (told(before) === told(after)) return undefined
  const { answer, supplementaryAnswer } = after
  return { news: 'answered', answer: after.sight === 'public' ? { how: answeredWords(after), answer, supplementaryAnswer } : null }
}
