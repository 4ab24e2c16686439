import type { CompletedField } from '../rules/notices/completion.ts'
import type { OddityCode } from '../rules/notices/oddity.ts'
import type { KeptReason, PlannedProcess } from '../rules/notices/plan.ts'
import type { NoticeFileProblem } from '../rules/notices/read.ts'

/** Why a file is refused, and what to do. */
export const noticeRefusalWords: Readonly<Record<NoticeFileProblem | 'file-missing', string>> = {
  'file-missing': 'Choose a file',
  empty: 'The file is empty. Choose one with notices',
  'too-big': 'The file is larger than 20 MB. Split it',
  encoding: 'The file is not written in UTF-8. Save it in UTF-8 and bring it again',
  'not-json': 'This is no JSON, or it was cut off. Download it again from the service that publishes the notices',
  'too-deep': 'The file is built in a way that no notice is. Download it again from the service that publishes the notices',
  'no-notices': 'There is no notice in this file. Bring a package of releases or records in OCDS',
  'too-many': 'The file has more than 5,000 notices. Split it',
}

/** What loading does with a process. */
export const plannedWords: Readonly<Record<PlannedProcess['what'], string>> = {
  new: 'Makes a contract',
  changed: 'Changes the contract that it made before',
  same: 'Nothing new',
  ours: 'Came out of here: nothing is changed',
  kept: 'Kept as notices, without a contract',
}

/** Why no contract is made, and what can be done. */
export const keptWords: Readonly<Record<KeptReason, string>> = {
  'buyer-unknown': 'None of the buyer’s numbers is one of our agencies’. If it is one, say by which number it is known',
  'title-missing': 'It has no title. Complete it once the file is loaded',
  'start-missing': 'It does not say when the contract begins. A later notice may, or complete it once the file is loaded',
  'law-missing': 'It names no law under which it is bought. Complete it once the file is loaded, if it is ours',
  'dates-out-of-order': 'It ends before it begins',
  cancelled: 'The buying was ended without a contract',
  'changed-by-person': 'Somebody has changed the contract since. Compare the two and change it by hand',
}

/** What a person may complete. */
export const completedWords: Readonly<Record<CompletedField, string>> = {
  title: 'Title',
  regime: 'Law or practice',
  startsOn: 'First day',
  buyer: 'Buyer',
}

/** What is odd, in words for those who look at it. */
export const oddityWords: Readonly<Record<OddityCode, string>> = {
  'release-without-ocid': 'A notice does not say of which process it is, and is left out',
  'id-missing': 'Something has no id; it was given one that stays the same',
  'date-missing': 'A notice does not say when it was published; it counts as the first of its process',
  'date-unreadable': 'A date cannot be read, and is taken as not said',
  'date-is-bare-day': 'A date has no time of day; it is taken as the beginning of that day',
  'dates-out-of-order': 'Dates do not follow one another',
  'tag-missing': 'A notice does not say what it is',
  'tag-unknown': 'A notice has a tag that the standard does not know',
  'update-without-original': 'An update came without the notice that it updates',
  'duplicate-release': 'The same notice stands in the file twice; it is taken once',
  'release-differs': 'Two notices have the same id and other words; the first is taken',
  'duplicate-id': 'Two things in one list have the same id',
  'record-without-releases': 'A record only links to its notices; they are not in the file',
  'number-absurd': 'A number is beyond all reason, and is taken as not said',
  'number-as-text': 'A number is written as a text; it was read',
  'amount-unreadable': 'An amount cannot be read, and is taken as not said',
  'amount-negative': 'An amount is below nothing, and is taken as not said',
  'amount-in-part-pence': 'An amount has parts of a penny, and is taken as not said: nothing is rounded',
  'amount-is-token': 'A value below £10 stands for none, most likely',
  'currency-foreign': 'A value is not in pounds, and is taken as not said',
  'net-is-four-fifths': 'The value without VAT was made as 0.8 of the value with VAT. Both cannot be right',
  'net-and-gross-differ': 'The values with and without VAT do not go together at 20 per cent',
  'text-empty': 'A text is empty',
  'text-too-long': 'A text is longer than any notice’s, and is left out',
  'name-unsafe': 'A field has a name that programs could be led astray with, and is left out',
  'line-breaks-lost': 'Line breaks were lost on the way: read "rn" as a new line',
  'contacts-left-out': 'Names and addresses of contact people were left out',
  'buyer-missing': 'It does not say who buys',
  'buyer-without-identifier': 'A buyer has no number in a public list',
  'several-buyers': 'Several buy together; the one that the notice names first keeps the contract',
  'supplier-without-identifier': 'A supplier has no number in a public list',
  'supplier-unknown': 'A supplier cannot be told by number, or its name is somebody else’s too; a person has to say who it is',
  'identifier-unreadable': 'A number is not one of its list, or the list is not known here',
  'same-name-other-identifier': 'Two parties have the same name and other numbers; they are not put together',
  'award-not-made': 'An award was not made',
  'lot-said-not-awarded': 'The text says that a lot was not awarded, and its status says complete. A person confirms what is true',
  'selection-regime-in-prose':
    'The text speaks of the Provider Selection Regime, and the legal basis is another. A person confirms what is true',
  'title-missing': 'It has no title',
  'start-missing': 'It does not say when the contract begins',
  'completed-differs': 'The notices now say something else than a person completed. What the person said stands until a person changes it',
  'might-identify': 'Its words could tell who a child is; a person looks at it before it is public',
}
