import type { PublicEvent } from '#meetings/public-data.ts'
import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { CameOut } from '../queries/coming-out.ts'
import type { Pace } from '../rules/following.ts'
import { consultationInWords, publicationInWords } from '../words.ts'
import { foundKindInWords } from './search.ts'

/** How soon somebody is told, as the form offers it. */
export const paceWords: Readonly<Record<Pace, { readonly text: string; readonly hint: string }>> = {
  'at-once': { text: 'As soon as something comes out', hint: 'Usually within a minute or two' },
  weekly: { text: 'Once a week', hint: 'On Monday morning, if there is anything new' },
}

/** A mail in words. */
export interface FollowMail {
  readonly subject: string
  readonly text: string
}

/**
 * The mail with the link: the only one before it is followed. Whoever asked for it may be a stranger to its reader, so that of their own words only letters,
 * figures and hyphens go with it: nothing that a mail program would make a link of.
 */
export function confirmFollowMail(asked: string, pace: Pace, link: string): FollowMail {
  const name = asked.replace(/[^\p{L}\p{M}\p{N}\s‘’'&,()-]+/gu, ' ').slice(0, 120)
  const soon = pace === 'weekly' ? 'once a week' : 'as soon as something comes out'
  return {
    subject: 'Confirm that you want these mails',
    text: `Somebody asked for mails to this address, ${soon}, about:\n\n${name}\n\nIf it was you, confirm it here: ${link}\n\nThe link holds for three days. If it was not you, do nothing: the address is deleted, and nothing more is sent.\n`,
  }
}

/** Something new, with where to read it. */
export interface NewsLine {
  readonly words: string
  readonly href: string
}

/** What came out, or was taken back, in a line: it never names an item, and no more of a decision than its number. */
export function eventInWords(event: PublicEvent, board: string | undefined): string {
  const { kind, number, heldOn, change, reason, words, asked } = event
  const meeting = `meeting of ${dayInWords(heldOn)}`
  const what = ((): string => {
    if (kind === 'decision') return number === '' ? `Decision, ${meeting}` : `Decision ${number}, ${meeting}`
    if (kind === 'officer-decision') return `Decision ${number} by an officer, ${dayInWords(heldOn)}`
    if (asked) return consultationInWords({ words, heldOn, change, asked })
    if (kind === 'item') return `An item of the ${meeting}`
    return `${publicationInWords(kind, number === '' ? 1 : Number(number))}, ${meeting}`
  })()
  const whose = board === undefined ? what : `${what}. ${board}`
  return change === 'withdrawn' ? `Withdrawn: ${whose}${reason === '' ? '' : `\nThe reason: ${reason}`}` : whose
}

/** What came out of plans, scorecards, recommendations or voices, in a line; the heading of an answer names what it answers, and no more. */
export function cameOutInWords({ kind, title }: Pick<CameOut, 'kind' | 'title'>, board: string | undefined): string {
  const before: Readonly<Partial<Record<CameOut['kind'], string>>> = {
    plan_version: 'Plan published',
    scorecard: 'Scorecard',
    procedure: 'Issued',
  }
  const what = before[kind] === undefined ? title : `${before[kind]}: ${title}`
  return board === undefined ? what : `${what}. ${board}`
}

/** What a search found newly, in a line. */
export function foundInWords(kind: string, title: string, board: string): string {
  return `${foundKindInWords(kind)}: ${title}${board === '' ? '' : `. ${board}`}`
}

/** The mail with what is new. */
export function newsMail(name: string, lines: readonly NewsLine[], more: number, stop: string): FollowMail {
  const list = lines.map(({ words, href }) => `${words}\n${href}`).join('\n\n')
  const rest = more > 0 ? `\n\nAnd ${more} more.` : ''
  return {
    subject: `New: ${name}`,
    text: `${name}\n\n${list}${rest}\n\n--\nYou get this because you asked for it. Stop these mails: ${stop}\nYour address is then deleted.\n`,
  }
}

/** What is wrong with the form, in words. */
export function followProblemInWords({ field, code }: FieldProblem): string | undefined {
  if (code === 'follow-busy')
    return 'Too many links wait to be confirmed for this address, or from your network. Follow those, or try again in three days'
  if (field === 'pace' && code === 'choice-missing') return 'Choose how often you want a mail'
  return undefined
}
