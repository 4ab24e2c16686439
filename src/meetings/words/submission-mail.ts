import { dayInWords } from '#platform/time/words.ts'
import type { SubmissionKind } from '../rules/submission.ts'
import type { MailWords } from './mails.ts'

/** The mail with the link. It repeats nothing of what was sent: whoever else reads it learns nothing. */
export function confirmMail(link: string): MailWords {
  return {
    subject: 'Confirm what you sent to a meeting',
    text: `Somebody used this address to send a question, a petition or a request to speak to a public meeting.\n\nIf it was you, confirm it here: ${link}\n\nThe link holds for three days. The clerk sees what you sent only after you confirm it.\n\nIf it was not you, do nothing: it is deleted.\n`,
  }
}

/** What was brought, within a sentence. */
const brought: Readonly<Record<SubmissionKind, string>> = {
  public_question: 'question',
  member_question: 'question',
  petition: 'petition',
  deputation: 'request to speak',
  whip: 'declaration',
}

/** Something that was brought to a meeting, as its mails name it. */
export interface BroughtMatter {
  readonly board: string
  readonly heldOn: Temporal.PlainDate
  readonly kind: SubmissionKind
  /** Its page. */
  readonly address: string
}

/** Tells the clerk that something came. It says neither who sent it nor what it says. */
export function cameMail({ board, heldOn, kind, address }: BroughtMatter, from: 'member' | 'public'): MailWords {
  const who = from === 'member' ? 'A member' : 'Somebody'
  const confirmed = from === 'member' ? '' : ' and confirmed the email address'
  return {
    subject: `A ${brought[kind]} for the meeting on ${dayInWords(heldOn)}: ${board}`,
    text: `${who} sent a ${brought[kind]} to the meeting of ${board} on ${dayInWords(heldOn)}${confirmed}.\n\nRead it, and accept or refuse it: ${address}\n`,
  }
}

/** What whoever brought something is told of it. */
export type SubmissionNews =
  | { readonly news: 'accepted'; readonly withheld: boolean }
  | { readonly news: 'refused' | 'withdrawn'; readonly reason: string }
  /** Empty answers are not recorded; null where how it is answered must not be told outside. */
  | {
      readonly news: 'answered'
      readonly answer: { readonly how: string; readonly answer: string; readonly supplementaryAnswer: string } | null
    }

/** Characters of what was sent that a mail repeats, so that one knows which it is about. */
const QUOTED = 200

/** Tells whoever brought something, at the address they confirmed. */
export function newsMail(matter: BroughtMatter & { readonly text: string; readonly isPublic: boolean }, news: SubmissionNews): MailWords {
  const { board, heldOn, kind, text, address, isPublic } = matter
  const what = `Your ${brought[kind]} to the meeting of ${board} on ${dayInWords(heldOn)}`
  const quoted = text.length <= QUOTED ? text : `${text.slice(0, QUOTED).replace(/\s+\S*$/, '')}…`
  const parts = [...sentences(news, what), `You wrote:\n${quoted}`, ...(isPublic ? [`Its page: ${address}`] : [])]
  return {
    subject: `${what.replace(/ to the meeting of .*$/s, '')}: ${subjects[news.news]}`,
    text: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
  }
}

const subjects: Readonly<Record<SubmissionNews['news'], string>> = {
  accepted: 'it was accepted',
  refused: 'it was not accepted',
  withdrawn: 'it was taken off the agenda',
  answered: 'the answer',
}

function sentences(news: SubmissionNews, what: string): readonly string[] {
  switch (news.news) {
    case 'accepted':
      return [`${what} was accepted.`, news.withheld ? 'Your name is not shown.' : 'Your name is shown with it.']
    case 'refused':
      return [`${what} was not accepted.`, `The reason: ${news.reason}`]
    case 'withdrawn':
      return [`${what} was taken off the agenda.`, `The reason: ${news.reason}`]
    case 'answered': {
      if (news.answer === null)
        return [`An answer to it is recorded. Ask the clerk of the board for it.`, `${what} is not shown to the public.`]
      const { how, answer, supplementaryAnswer } = news.answer
      const more = supplementaryAnswer === '' ? '' : `To the supplementary question:\n${supplementaryAnswer}`
      return [`${what} is answered${how === '' ? '' : `: ${how}`}.`, answer, more]
    }
  }
}
