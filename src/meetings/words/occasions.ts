import type { Meeting } from '../queries/meeting.ts'
import type { Occasion, Way } from '../rules/addressees.ts'
import { callMail, cancelMail, type MailWords, publicationMail, releaseMail, rescheduleMail, updateMail, withdrawalMail } from './mails.ts'
import { circulatedMail, publishedMail } from './minutes.ts'

/** What a despatch was about, as evidence names it. */
export const occasionWords: Readonly<Record<Occasion | '', string>> = {
  '': 'Told of the meeting',
  call: 'Meeting announced',
  change: 'Details changed',
  cancel: 'Meeting cancelled',
  reschedule: 'Meeting moved to another day',
  pack: 'Agenda and papers',
  supplement: 'Supplement',
  correction: 'Corrected paper',
  minutes: 'Minutes',
  circulation: 'Draft minutes, for members',
  withdrawal: 'Papers withdrawn',
  release: 'Released, what was private',
}

/** How somebody is told. */
export const wayWords: Readonly<Record<Way, string>> = {
  email: 'By mail at once',
  digest: 'In the daily summary',
  off: 'Not by mail: chose so',
}

/** What a mail's words are made of. They name no item, so that nothing of Part 2 can be in them. */
export interface MailMatter {
  readonly occasion: Occasion
  readonly meeting: Meeting
  /** Of the meeting or its body. */
  readonly title: string
  readonly address: string
  readonly minutesAddress: string
  /** Of a cancellation, a withdrawal or a correction of minutes; '' where there is none. */
  readonly reason: string
  /** The day of the meeting that takes its place. */
  readonly newDay: Temporal.PlainDate | undefined
  /** Whether minutes are those that were approved. */
  readonly minutesAreFinal: boolean
}

/** The mail of an occasion; the same words whenever it is sent again. */
export function mailOf(matter: MailMatter): MailWords {
  const { occasion, meeting, title, address, reason } = matter
  switch (occasion) {
    case 'call':
      return callMail(meeting, title, address)
    case 'change':
      return updateMail(meeting, title, address)
    case 'cancel':
      return cancelMail(meeting, title, address, reason)
    case 'reschedule':
      return rescheduleMail(meeting, title, address, reason, matter.newDay ?? meeting.heldOn)
    case 'withdrawal':
      return withdrawalMail(meeting, title, address, reason)
    case 'release':
      return releaseMail(meeting, title, address)
    case 'minutes':
      return publishedMail(matter.minutesAreFinal, reason)(title, meeting.heldOn, matter.minutesAddress)
    case 'circulation':
      return circulatedMail(title, meeting.heldOn, matter.minutesAddress)
    default:
      return publicationMail(meeting, title, address, occasion)
  }
}

/** What stands below the mail for somebody who is told by a list alone. */
export function listFooter(lists: readonly string[], board: string, leave: string | undefined): string {
  const why = `You are told because you are on ${lists.length === 1 ? 'the list' : 'the lists'} ‘${lists.join('’, ‘')}’ of ${board}.`
  return leave === undefined ? `${why}\n` : `${why}\nTo leave the list: ${leave}\n`
}

/** What stands below a mail that is no notice, for somebody with an account. */
export function stopFooter(address: string): string {
  return `\nTo stop mails like this one: ${address}\n`
}

/** For somebody who gets no calendar entry the mail does not speak of one. */
export function withoutCalendarWords(text: string): string {
  return text.replaceAll(/ ?The calendar entry that comes with this mail [^.]*\./g, '').replaceAll(/\n{3,}/g, '\n\n')
}
