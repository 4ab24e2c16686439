import type { FieldProblem } from '#platform/result.ts'
import { LONDON } from '#platform/time/london.ts'
import { timeInWords } from '#platform/time/words.ts'
import type { HeldBack } from '../rules/paper-secrecy.ts'
import type { ExcludedPaper, PublicExclusion } from '../rules/public-exclusion.ts'
import type { TestPart } from '../rules/public-interest.ts'
import { paragraphsInWords } from './agenda.ts'

/** What the agenda calls a paper that is held back: by the title that was chosen for everybody, or by none. */
export function heldBackTitle({ publicTitle }: Pick<HeldBack, 'publicTitle'>): string {
  return publicTitle === '' ? 'A paper of this item' : publicTitle
}

/** 'Not for publication: paragraph 3 of Schedule 12A', as the agenda has it. */
export function heldBackWords(one: Pick<HeldBack, 'category' | 'paragraphs'>): `Not for publication: ${string}` {
  return `Not for publication: ${whyHeldBack(one)}`
}

/** 'A paper of this item is not for publication: paragraph 3 of Schedule 12A.', as a sentence where nothing stands beside it. */
export function heldBackSentence(one: Pick<HeldBack, 'category' | 'paragraphs' | 'publicTitle' | 'publicConclusion'>): string {
  const what = one.publicTitle === '' ? 'A paper of this item' : `‘${one.publicTitle}’`
  return `${what} is not for publication: ${whyHeldBack(one)}.${one.publicConclusion === '' ? '' : ` ${one.publicConclusion}`}`
}

/** What stands in public minutes in the place of a minute that is not for the public: 'The minute of item 7 is not for the public: paragraph 3 of Schedule 12A.' */
export function hiddenMinuteWords(one: Pick<HeldBack, 'category' | 'paragraphs'> & { readonly number: string }): string {
  return `The minute of ${one.number === '' ? 'this item' : `item ${one.number}`} is not for the public: ${whyHeldBack(one)}.`
}

function whyHeldBack({ category, paragraphs }: Pick<HeldBack, 'category' | 'paragraphs'>): string {
  return paragraphs.length === 0 && category === 'exempt' ? 'exempt' : paragraphsInWords({ category, paragraphs })
}

/** The parts of a public-interest test, as a sentence lists them. */
export const testPartWords: Readonly<Record<TestPart, string>> = {
  reasonsFor: 'why it should be published',
  reasonsAgainst: 'why it should be kept private',
  decidedBy: 'who decided that it is exempt',
  decidedOn: 'when that was decided, today at the latest',
}

/** 'why it should be published and when that was decided': what a test lacks. */
export function testPartsInWords(parts: readonly string[]): string {
  const words = parts.map((part) => testPartWords[part as TestPart] ?? part)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('; ')}; and ${words.at(-1)}`
}

/** A list as a sentence has it: 'a', 'a and b', 'a, b and c'. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** 'a paper of item 4', or 'the paper ‘Cases’ of item 4' where its title may be told. */
export function excludedPaperWords({ number, title }: Pick<ExcludedPaper, 'number' | 'title'>): string {
  const what = title === '' ? 'a paper' : `the paper ‘${title}’`
  return number === '' ? what : `${what} of item ${number}`
}

/** For what the public was asked to leave, in short: 'items 2 and 3', 'a paper of item 4'. */
export function coveredWords({ items, papers }: Pick<PublicExclusion, 'items' | 'papers'>): string {
  const numbers = items.map(({ number }) => number)
  const ofItems = numbers.length === 0 ? [] : [`${numbers.length === 1 ? 'item' : 'items'} ${listed(numbers)}`]
  return listed([...ofItems, ...papers.map(excludedPaperWords)])
}

/** The resolution in the usual words of the law by which the body meets; items and papers stand in it as everybody may read them. */
export function resolutionWords({ items, papers }: Pick<PublicExclusion, 'items' | 'papers'>, regime: string): string {
  const matters = [...items.map(({ number, title }) => `item ${number} (${title})`), ...papers.map(excludedPaperWords)]
  const named = matters.length === 0 ? 'matter that is exempt' : listed(matters)
  if (regime === 'nhs-body')
    return `That under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 the press and public be excluded from the meeting for ${named}, because publicity would be prejudicial to the public interest by reason of the confidential nature of the business to be transacted.`
  const paragraphs = [...new Set([...items, ...papers].flatMap(({ paragraphs: own }) => own))]
  const [involve, law] = [matters.length < 2 ? 'it involves' : 'they involve', paragraphsInWords({ category: 'exempt', paragraphs })]
  const section = regime === 'partnership' ? '' : 'under section 100A(4) of the Local Government Act 1972 '
  const as = regime === 'partnership' ? 'of the kind described in' : 'as defined in'
  return `That ${section}the press and public be excluded from the meeting for ${named}, because ${involve} the likely disclosure of exempt information ${as} ${law}, and the public interest in keeping it exempt outweighs the public interest in disclosing it.`
}

const clock = (at: Temporal.Instant): string => timeInWords(at.toZonedDateTimeISO(LONDON).toPlainTime())

/** 'Proposed by Ana Field, seconded by Ben Cole. Agreed.' */
export function movedWords({ mover, seconder, votes }: Pick<PublicExclusion, 'mover' | 'seconder' | 'votes'>): string {
  const carried = votes ? `Carried: for ${votes.for}, against ${votes.against}, abstained ${votes.abstained}.` : 'Agreed.'
  return `Proposed by ${mover}, seconded by ${seconder}. ${carried}`
}

/** 'The public left at 3.10pm and came back at 3.40pm.' */
export function publicOutWords({ leftAt, returnedAt }: Pick<PublicExclusion, 'leftAt' | 'returnedAt'>): string {
  return returnedAt === null
    ? `The press and public left at ${clock(leftAt)} and did not come back before the meeting ended.`
    : `The press and public left at ${clock(leftAt)} and came back at ${clock(returnedAt)}.`
}

/** A sentence for a problem with Part 2; undefined leaves it to others. */
export function partTwoProblemWords({ code, field }: FieldProblem): string | undefined {
  switch (code) {
    case 'copies-after-meeting':
      return 'Holders are asked once the meeting is over'
    case 'no-copies-known':
      return 'Nobody is known to have exempt papers of this meeting. Printed copies can be recorded one by one'
    case 'no-copies':
      return 'There is no copy to certify. List the holders, or record printed copies first'
    case 'copy-number-taken':
      return 'A copy with this number is recorded already'
    case 'copy-ended-already':
      return 'What became of this copy is recorded already'
    case 'paper-out-already':
      return 'This paper is out. Withdraw it to hold it back, or release it on the public-interest page of its item'
    case 'confidential-stays':
      return 'Confidential matter is kept private by law or by a court, so it is not released here'
    case 'nothing-exempt':
      return 'Nothing of this item is exempt any more'
    case 'decided-ahead':
      return 'The decision must have been taken by today'
    case 'review-not-ahead':
      return 'Choose a day to come for the next review'
    case 'review-missing':
      return 'Some papers stay exempt. Say when they are looked at again'
    case 'release-to-nobody':
      return 'This meeting is not public, so nothing of it can be released'
    case 'nothing-released':
      return 'Choose at least one paper'
    case 'exclusion-for-nothing':
      return 'Choose at least one exempt item or paper'
    case 'seconder-is-mover':
      return 'Somebody else must second it'
    case 'exclusion-uncounted':
      return 'Enter how many voted for it'
    case 'exclusion-not-carried':
      return 'It was not carried: more must vote for it than against. The public stays'
    case 'exclusion-before-meeting':
      return 'The meeting has not begun, so nobody was excluded yet'
    case 'returned-before-leaving':
      return 'The public cannot come back before it has left'
    case 'public-out-twice':
      return 'Another resolution has the public out at that time. Change the times'
    case 'required':
      return field === 'mover' ? 'Enter who proposed it' : field === 'seconder' ? 'Enter who seconded it' : undefined
    default:
      return undefined
  }
}
