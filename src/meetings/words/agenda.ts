import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Category, ItemPurpose, Opener, ReportStatus } from '../rules/agenda.ts'

/** What an item is for. */
export const purposeWords: Readonly<Record<ItemPurpose, string>> = {
  decision: 'Decision',
  discussion: 'Discussion',
  information: 'Information',
  planning: 'Planning',
  procedure: 'Procedure',
  not_stated: 'Not stated',
}

/** What is known of an item's report. */
export const reportStatusWords: Readonly<Record<ReportStatus, string>> = {
  attached: 'Report attached',
  to_follow: 'To follow',
  verbal: 'Verbal report',
  tabled: 'Tabled at the meeting',
  none: 'No report',
  not_stated: 'Not stated',
}

/** The part of the agenda that an item belongs to. */
export const categoryWords: Readonly<Record<Category, string>> = {
  public: 'Part 1: open to the public',
  exempt: 'Part 2: exempt',
  confidential: 'Part 2: confidential',
}

const openerTitles: Readonly<Record<Exclude<Opener, 'minutes'>, string>> = {
  apologies: 'Apologies for absence',
  membership: 'Changes of membership',
  chair: 'Election of the chair for this meeting',
  interests: 'Declarations of interest',
  party_whip: 'Declarations of the party whip',
  petitions: 'Petitions',
  questions: 'Questions from the public',
}

/** The title of an opener; that of the minutes names the day of the meeting before, where one is recorded. */
export function openerTitle(opener: Opener, meetingBefore: Temporal.PlainDate | undefined): string {
  if (opener !== 'minutes') return openerTitles[opener]
  return meetingBefore
    ? `Minutes of the meeting held on ${dayInWords(meetingBefore)} and matters arising`
    : 'Minutes of the last meeting and matters arising'
}

/** A sentence for a problem with an item of the agenda. */
export function itemProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  switch (code) {
    case 'public-title-missing':
      return 'Enter the title that the public will read. It must not tell what is exempt'
    case 'public-title-tells':
      return 'The public title must differ from the full title, which is for members only'
    case 'paragraphs-missing':
      return 'Choose at least one paragraph of Schedule 12A'
    case 'public-interest-missing':
      return 'Say why the public interest in keeping this private is greater than that in publishing it'
    case 'exempt-decided-by-missing':
      return 'Say who decided that this item is exempt'
    case 'urgent-reason-missing':
      return 'Give the chair’s reason why this item cannot wait for the next meeting'
    case 'tabled-consent-missing':
      return 'Say who consented to tabling this report'
    case 'function-unknown':
      return 'Choose a function of the terms in force'
    case 'may-only-recommend':
      return 'The terms let this body recommend on this function, not decide it. Choose another purpose, or another function'
    case 'may-only-discuss':
      return 'The terms let this body discuss this function, not decide it. Choose another purpose, or another function'
    case 'number-impossible':
      return 'Enter a number like 5 or 5a, or leave it empty'
    case 'number-taken':
      return `Item ${details.number} is on this agenda already`
    case 'parent-impossible':
      return 'Choose an item that is not itself a sub-item'
    case 'parent-has-children':
      return 'This item has sub-items, so it cannot become one'
    case 'new-item-urgent-only':
      return 'The agenda is published. A new item must be urgent, with the chair’s reason'
    case 'item-published':
      return 'This is published. Withdraw it, publish a supplement, or correct its paper'
    case 'item-has-children':
      return 'Remove its sub-items first'
    case 'item-recorded':
      return 'Decisions, actions or minutes are recorded on this item, so it stays on the agenda'
    case 'item-withdrawn-already':
      return 'This item is withdrawn already'
    case 'required':
      return field === 'title' ? 'Enter a title' : field === 'reason' ? 'Enter a reason' : undefined
    default:
      return undefined
  }
}

/** 'paragraph 3', 'paragraphs 1 and 3', 'confidential': why an item is in Part 2; nothing more of it is told. */
export function paragraphsInWords({
  category,
  paragraphs,
}: {
  readonly category: Category
  readonly paragraphs: readonly string[]
}): string {
  if (category === 'confidential') return 'confidential'
  const [law = ''] = (paragraphs[0] ?? '').split('.')
  if (law === 'pbama1960') return 'section 1(2) of the Public Bodies (Admission to Meetings) Act 1960'
  const numbers = paragraphs.map((code) => code.split('.').at(-1) ?? '').toSorted((a, b) => Number(a) - Number(b))
  const list = numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
  return `${numbers.length === 1 ? 'paragraph' : 'paragraphs'} ${list} of ${schedules[law] ?? 'Schedule 12A'}`
}

/** What a schedule is called where it is not the one in force in England; by what its codes begin with. */
const schedules: Readonly<Record<string, string>> = {
  'lga1972-1985': 'Schedule 12A as it then stood',
  'lga1972-wales': 'Part 4 of Schedule 12A',
}
