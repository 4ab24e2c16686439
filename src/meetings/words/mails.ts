import { timeInWords, weekdayInWords } from '#platform/time/words.ts'
import type { Meeting } from '../queries/meeting.ts'

/** Subject and text of a mail. */
export interface MailWords {
  readonly subject: string
  readonly text: string
}

/** What a meeting is called: its own title, or the body's name. */
export function meetingTitle(meeting: Pick<Meeting, 'title'>, bodyName: string): string {
  return meeting.title === '' ? bodyName : `${bodyName}: ${meeting.title}`
}

/** 'Monday 24 February 2014, 2pm to 4pm'. */
export function whenInWords({ heldOn, startsAt, endsAt }: Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt'>): string {
  const times = timesInWords({ startsAt, endsAt })
  return times === '' ? weekdayInWords(heldOn) : `${weekdayInWords(heldOn)}, ${times}`
}

/** '2pm to 4pm', '2pm' where the end is not stated, '' where nothing is. */
export function timesInWords({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string {
  if (!startsAt) return ''
  return endsAt ? `${timeInWords(startsAt)} to ${timeInWords(endsAt)}` : timeInWords(startsAt)
}

const lines = (...parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`

const where = (meeting: Meeting): string => (meeting.place === '' ? whenInWords(meeting) : `${whenInWords(meeting)}\n${meeting.place}`)

/** A meeting is announced. */
export function callMail(meeting: Meeting, title: string, address: string): MailWords {
  return {
    subject: `${title}: meeting on ${weekdayInWords(meeting.heldOn)}`,
    text: lines(
      `${title} will meet on:`,
      where(meeting),
      'The calendar entry that comes with this mail puts it into your calendar. Agenda and papers follow.',
      `The meeting's page: ${address}`,
    ),
  }
}

/** Day, time or place have changed. */
export function updateMail(meeting: Meeting, title: string, address: string): MailWords {
  return {
    subject: `Changed: ${title}, ${weekdayInWords(meeting.heldOn)}`,
    text: lines(
      `The details of this meeting of ${title} have changed. It is now:`,
      where(meeting),
      'The calendar entry that comes with this mail replaces the earlier one.',
      `The meeting's page: ${address}`,
    ),
  }
}

/** A meeting is cancelled. */
export function cancelMail(meeting: Meeting, title: string, address: string, reason: string): MailWords {
  return {
    subject: `Cancelled: ${title}, ${weekdayInWords(meeting.heldOn)}`,
    text: lines(
      `The meeting of ${title} on ${weekdayInWords(meeting.heldOn)} is cancelled.`,
      `Why: ${reason}`,
      `The meeting's page: ${address}`,
    ),
  }
}

/** A meeting is held on another day. */
export function rescheduleMail(meeting: Meeting, title: string, address: string, reason: string, newDay: Temporal.PlainDate): MailWords {
  return {
    subject: `Moved: ${title}, ${weekdayInWords(meeting.heldOn)}`,
    text: lines(
      `The meeting of ${title} on ${weekdayInWords(meeting.heldOn)} will not be held then. It is planned for ${weekdayInWords(newDay)} instead; an invitation follows.`,
      `Why: ${reason}`,
      `The meeting's page: ${address}`,
    ),
  }
}

/** Something was published: the pack, a supplement or a corrected paper. Names no item. */
export function publicationMail(meeting: Meeting, title: string, address: string, kind: 'pack' | 'supplement' | 'correction'): MailWords {
  const what = { pack: 'The agenda and papers', supplement: 'A supplement with further papers', correction: 'A corrected paper' }[kind]
  const verb = kind === 'pack' ? 'are' : 'is'
  return {
    subject: `${title}, ${weekdayInWords(meeting.heldOn)}: ${{ pack: 'agenda and papers', supplement: 'supplement', correction: 'corrected paper' }[kind]}`,
    text: lines(
      `${what} for this meeting of ${title} ${verb} published:`,
      where(meeting),
      `Read them as web pages or as PDF: ${address}`,
      'Sign in there to see what is for members only. The calendar entry that comes with this mail replaces any earlier one.',
    ),
  }
}

/** Something that was kept private is public from now on. */
export function releaseMail(meeting: Meeting, title: string, address: string): MailWords {
  return {
    subject: `${title}, ${weekdayInWords(meeting.heldOn)}: released`,
    text: lines(
      `Something of the meeting of ${title} on ${weekdayInWords(meeting.heldOn)} that was not for publication is public from now on.`,
      `What it is, and why: ${address}`,
    ),
  }
}

/** Something that was published is withdrawn. */
export function withdrawalMail(meeting: Meeting, title: string, address: string, reason: string): MailWords {
  return {
    subject: `Withdrawn: papers of ${title}, ${weekdayInWords(meeting.heldOn)}`,
    text: lines(
      `Papers for the meeting of ${title} on ${weekdayInWords(meeting.heldOn)} were withdrawn.`,
      `Why: ${reason}`,
      'Please delete any copy that you saved or printed.',
      `The meeting's page: ${address}`,
    ),
  }
}

/** An author is reminded of a paper. */
export function reminderMail(
  paper: { readonly meeting: string; readonly heldOn: Temporal.PlainDate; readonly dueOn: Temporal.PlainDate },
  stage: 'week-before' | 'day-before' | 'overdue',
  address: string,
): MailWords {
  const due =
    stage === 'overdue'
      ? `was due on ${weekdayInWords(paper.dueOn)} and has not been handed in`
      : `is due on ${weekdayInWords(paper.dueOn)}`
  return {
    subject:
      stage === 'overdue' ? `Overdue: your paper for ${weekdayInWords(paper.heldOn)}` : `Due on ${weekdayInWords(paper.dueOn)}: your paper`,
    text: lines(
      `Your paper for the meeting of ${paper.meeting} on ${weekdayInWords(paper.heldOn)} ${due}.`,
      stage === 'overdue'
        ? 'A late paper may need the consent of the people that the terms of reference name. Tell the clerk when it will come.'
        : '',
      `Write it and hand it in here: ${address}`,
    ),
  }
}

/** The PDF cannot show characters of a paper; its author may write them in another way. Names no paper, which may be exempt. */
export function replacedMail(heldOn: Temporal.PlainDate, characters: readonly string[], address: string): MailWords {
  const list = characters.map((one) => `${one} (U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`).join(', ')
  return {
    subject: `Characters that the PDF cannot show: your paper for ${weekdayInWords(heldOn)}`,
    text: lines(
      `Your paper for the meeting on ${weekdayInWords(heldOn)} holds characters that the fonts of the PDF lack. White squares stand in their place: ${list}.`,
      'The web page shows them as you typed them. If a word cannot be read without them, ask the clerk about a correction.',
      `Your paper: ${address}`,
    ),
  }
}

/** A file of a publication was kept back or could not be made; the clerk looks on its page. */
export function packFailedMail(heldOn: Temporal.PlainDate, address: string): MailWords {
  return {
    subject: `A pack needs you: meeting on ${weekdayInWords(heldOn)}`,
    text: lines('A file of a publication was not made. Its page says why and what to do:', address),
  }
}
