import type { FieldProblem } from '#platform/result.ts'
import { instantInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ToldOne } from '../queries/told.ts'

/** A sentence for every problem of lists and of telling somebody again. */
export function toldProblemWords({ field, code }: FieldProblem): string | undefined {
  const words: Readonly<Record<string, string>> = {
    'told-already': 'This mail did not come back, so it is not sent again',
    'told-again-already': 'This was dealt with already: somebody sent it again, or posted it',
    'no-address': 'No address is recorded. Record one first',
    'no-longer-so': 'What this mail said is no longer so: it was withdrawn, or the meeting is called off. Whoever is on the list was told',
    'listed-already': 'This is on the list already',
    'list-area-missing': 'Choose the area',
    'consent-day-future': 'The day of consent must be today or in the past',
    'note-item-gone': 'This item is no longer on the agenda',
  }
  if (code === 'required') {
    const missing: Readonly<Record<string, string>> = {
      consentedOn: 'Enter the day on which they agreed',
      consent: 'Enter how they agreed',
      entryName: 'Enter the name of the person or office',
      entryEmail: 'Enter the email address',
    }
    return missing[field]
  }
  return words[code]
}

/** How far a mail is, as a pill says it. */
export function toldState(told: ToldOne): { readonly word: string; readonly meaning: StatusMeaning } {
  const { way, state, report, isRepeated } = told
  if (way === 'digest') return { word: 'In the daily summary', meaning: 'neutral' }
  if (way === 'off') return { word: 'No mail: chose so', meaning: 'neutral' }
  if (way === 'post') return { word: 'Printed and posted', meaning: 'good' }
  if (state === 'bounced' || state === 'refused')
    return { word: isRepeated ? 'Came back, dealt with' : 'Came back', meaning: isRepeated ? 'neutral' : 'bad' }
  if (state === 'delayed') return { word: 'Delayed, still tried', meaning: 'warning' }
  if (state === 'kept') return { word: 'Kept here: no mail server', meaning: 'warning' }
  return report?.sentAt ? { word: 'Taken by the mail server', meaning: 'good' } : { word: 'On its way', meaning: 'information' }
}

/** When, by which server and with which words; '' where there is nothing to say. */
export function toldDetail({ state, report }: ToldOne): string {
  if (!report) return ''
  const { sentAt, server, response, bouncedAt, bounceReason, bounceStatus, error, refusedAt, failedAt } = report
  const taken =
    sentAt && server ? `Taken by ${server} on ${instantInWords(sentAt)}: ${response ?? ''}` : sentAt ? `Left ${instantInWords(sentAt)}` : ''
  if (state === 'bounced' && bouncedAt)
    return `${taken}${taken && '. '}Came back on ${instantInWords(bouncedAt)}${bounceStatus ? ` (${bounceStatus})` : ''}: ${bounceReason || 'no reason given'}`
  if (state === 'refused' && refusedAt) return `Refused on ${instantInWords(refusedAt)}: ${error ?? ''}`
  if (state === 'delayed') return failedAt ? `Last tried on ${instantInWords(failedAt)}: ${error ?? ''}` : `${taken}. ${bounceReason ?? ''}`
  return taken
}
