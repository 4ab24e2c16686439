import { moneyInWords } from '#platform/money.ts'
import type { FieldProblem } from '#platform/result.ts'
import { areaProblems } from './areas.ts'
import { bankHolidayProblems } from './bank-holidays.ts'
import { compositionProblems } from './composition.ts'
import { datedRuleProblems } from './dated-rules.ts'
import { disputeProblems } from './disputes.ts'
import { handoverProblems } from './handover.ts'
import { membersOwnProblems } from './members-own.ts'
import { successionProblems } from './succession.ts'

type Sentence = (details: Readonly<Record<string, string | number>>) => string

const until = (details: Readonly<Record<string, string | number>>): string =>
  details.until ? `until ${details.until}` : 'with no end recorded'

const membership: Readonly<Record<string, Sentence>> = {
  'place-filled': (found) => `This place is already filled by ${found.name} ${until(found)}`,
  'place-just-filled': () => 'Somebody filled this place a moment ago. Open the list of members to see who',
  'no-such-place': ({ places }) =>
    places ? `This seat has ${places} ${places === 1 ? 'place' : 'places'}. Choose one of them` : 'This seat has no such place',
  'holds-another-place': ({ name, place }) => `${name} already fills place ${place} of this seat`,
  'before-seat': ({ day }) => `The seat exists from ${day}. Choose that day or a later one`,
  'after-seat': ({ day }) => `The seat ends on ${day}. Choose an earlier day`,
  'ended-already': ({ day }) => `This was already recorded as ended${day ? ` on ${day}` : ''}`,
  'seat-known': () => 'This board already has a seat of that name. Change that one, or use another name',
  'votes-on-without-vote': () => 'Only a voting seat can vote on some functions. Choose ‘Voting member’, or leave these empty',
  'places-filled': ({ place }) => `Place ${place} is or will be filled. End that appointment before you make the seat smaller`,
  'seat-still-filled': ({ count }) =>
    `${count === 1 ? 'One person fills' : `${count} people fill`} this seat after that day. End the appointments first`,
  'office-filled': (found) => `${found.name} holds this office ${until(found)}. End that first`,
  'office-just-filled': () => 'Somebody else was given this office a moment ago',
  'own-clerk-office': () => 'You cannot end your own office as clerk. Ask an administrator, so that the board is not left without one',
  'deputy-known': () => 'This person already may sit in for this place',
  'deputies-forbidden': () => 'The terms of this board allow no deputies',
  'not-a-named-substitute': () => 'The terms allow named substitutes only. Choose ‘Named substitute’, if the member has named this person',
  'chair-has-not-agreed': () => 'The terms ask for the chair’s agreement. Choose who agreed',
  'members-not-told': () => 'The terms ask that all core members are told. Enter the day on which they were',
  'not-nominated': () => 'The terms ask that the member nominates the deputy. Choose how this was done',
  'sits-elsewhere': () => 'This person already fills a seat of this board, and nobody may sit in two',
}

const files: Readonly<Record<string, Sentence>> = {
  'logo-missing': () => 'Choose a PNG or JPEG file',
  'logo-unusable': () => 'This file is not a picture that can be used. Choose a PNG or JPEG',
  'logo-too-large': () => 'The picture is larger than 1 MB. Choose a smaller one',
  'logo-words-missing': () => 'Say in words what the mark shows, for people who cannot see it',
  'file-empty': () => 'Choose a file, or paste the rows',
  'file-too-large': () => 'The file is larger than 500,000 characters. Bring it in parts',
  'file-not-text': () => 'The file cannot be read as text. Save the spreadsheet as “CSV UTF-8” and try again',
  'file-not-csv': () => 'The file is not a table of commas and quotation marks. Save the spreadsheet as “CSV UTF-8” and try again',
  'heading-missing': ({ heading }) => `The first line must name the columns. Missing: ${heading}`,
  'file-without-rows': () => 'There are no rows below the headings',
  'too-many-rows': ({ max }) => `There are more than ${max} rows. Bring them in parts`,
  'cell-formula': ({ line, heading, value }) => `Line ${line}, ${heading}: “${value}” looks like a formula. Remove the sign at its start`,
  'cell-too-long': ({ line, heading }) => `Line ${line}, ${heading}: the words are too long`,
  'cell-empty': ({ line, heading }) => `Line ${line}: the column ${heading} is empty`,
  'cell-unknown': ({ line, heading, value }) =>
    `Line ${line}, ${heading}: “${value}” is not known. Use voting, non-voting, observer, adviser or invited`,
  'cell-no-day': ({ line, heading, value }) => `Line ${line}, ${heading}: “${value}” is no day. Write it as 27/03/2026 or 2026-03-27`,
  'cell-no-email': ({ line, heading, value }) => `Line ${line}, ${heading}: “${value}” is not an email address`,
  'row-unknown-category': ({ line, value }) => `Line ${line}: there is no category “${value}”`,
  'row-unknown-organisation': ({ line, value }) =>
    `Line ${line}: there is no organisation “${value}”. Add it first, or correct the spelling`,
  'row-ambiguous-person': ({ line, value }) => `Line ${line}: there is more than one ${value}. Add the email address of the right one`,
  'row-already-member': ({ line, value }) => `Line ${line}: ${value} fills this seat already`,
  'import-raced': () => 'Somebody changed the membership at the same moment. Look at the preview again',
}

const termsSentences: Readonly<Record<string, Sentence>> = {
  'nothing-in-force': () => 'No terms are in force, so there is nothing to copy. Bring them in from a file',
  'drafted-twice': () => 'Somebody else saved a draft at the same moment. Look at the list of versions, then try again',
  'terms-refused': ({ sentence }) => `${sentence} Terms that no meeting can meet are not adopted: put the draft right first`,
  'answer-needed': ({ count }) =>
    `Say what is to hold: the checker found ${count === 1 ? 'one contradiction' : `${count} contradictions`} in these terms`,
  'no-terms-for-kind': () => 'Terms as rules know no board of this kind. Bring them in from a file',
  'entries-missing': ({ entry }) => `Fill in at least one ${entry}, or choose ‘They say nothing’`,
  'condition-incomplete': () => 'This kind of condition needs an answer here',
  'share-of-agencies': () => 'A share is taken of people or of seats. Choose one of these',
  'chosen-why': () => 'Say why it was chosen: readers and successors need the reason',
  'chosen-by-whom': () => 'Say who chose, where the documents leave it open',
  'source-of-section': () => 'Choose the document that this section stands in',
  'readings-two': () => 'Give two readings or more: what each place says, in your own words',
  'draft-unknown-source': () => 'A rule of this draft still names a document that you removed. Change that rule first',
  'draft-unknown-function': () => 'A seat of this draft still votes on a function that you removed. Change that first',
  'draft-votes-without-vote': () => 'A seat without a vote cannot vote on some matters. Take the matters away, or give it a vote',
  'draft-unknown-group': () => 'A seat or the quorum of this draft still names a group that you removed. Change that first',
  'draft-more-vacant-than-places': () => 'More places are marked as vacant than the seat has',
  'draft-key-twice': () => 'Two entries are the same. Remove one, or give it another name',
  'draft-demand-twice': () => 'The same role or capacity is asked for twice. Remove one of the two',
  'draft-wrong-shape': ({ path }) => `Something typed here is too long or of the wrong kind: ${path}`,
  'no-longer-decided': () => 'The decision no longer stands. Look at it again',
  'later-version': ({ day }) => `A version already begins on ${day} or later. Choose a later day`,
}

const betweenBodies: Readonly<Record<string, Sentence>> = {
  'request-known': () => 'The same words were recorded for that day already',
  'request-settled': () => 'This was answered or withdrawn already',
  'asks-for-itself': () => 'That board has a clerk here, who records what it asks. Choose ‘This board asks’, or ask them',
  'due-before-asked': () => 'The answer cannot be due before the day of the request',
  'parties-two': () => 'A protocol is between two boards or more. Choose at least two',
  'signed-already': () => 'The signature of this board is recorded already',
  'duty-known': () => 'This board owes a duty of that name under the protocol already',
  'reason-needed': () => 'Say why it was waived',
  'before-relation': () => 'The boards did not yet stand in this relationship on that day',
  'report-known': () => 'A report of that day is recorded already',
  'before-asked': () => 'This cannot be before the day of the request',
  'bodies-not-both-public': () => 'Not both boards meet in public by their rules. Choose members and clerks of both boards',
  'decision-address': () => 'Enter the address of a decision’s page, which ends in /decisions/ and its number, or leave this empty',
}

const sharing: Readonly<Record<string, Sentence>> = {
  'agreement-known': () => 'The board keeps an agreement of that title already',
  'agreement-parties-two': () => 'An agreement is between two organisations or more. Choose at least two',
  'review-before-start': () => 'It is looked at again after it began. Choose a later day',
  'signed-words-stay': () =>
    'Somebody has signed it. Another wording or other days are another agreement; only owner, review and readers change here',
  'party-signed-already': () => 'The signature of this organisation is recorded already',
  'next-not-later': () => 'The next review must be after today',
  'review-known': () => 'A review of that day is recorded already',
  'paper-not-wider': () => 'The agreement itself is not public. Its paper goes no further than it',
  'paper-not-pdf': () => 'Bring the signed paper as a PDF',
  'paper-unreadable': () => 'This file cannot be read. Save it as a PDF again and try once more',
  'paper-too-large': () => 'The file is too large. Bring a smaller one',
  'paper-missing': () => 'Choose a PDF',
}

const delegations: Readonly<Record<string, Sentence>> = {
  'not-held': () => 'The terms in force on that day do not give this function to the board, so it cannot delegate it',
  'beyond-own-power': ({ power }) =>
    power === 'discuss'
      ? 'Whoever delegates may only discuss this. Nobody can give more than they hold'
      : 'Whoever delegates may only recommend here: the decision is reserved to others. Nobody can give more than they hold',
  'not-handed-on': () => 'This was given without leave to hand it on',
  'not-in-force-above': () => 'What this rests on is not in force on that day',
  'ends-after-above': ({ day }) => `What this rests on ends on ${day}. Choose that day or an earlier one`,
  'limit-above': ({ pence }) => `Whoever delegates may commit ${moneyInWords(Number(pence))} at the most`,
  'goes-round': () => 'This would come back to somebody who gave it. A delegation goes down a line, never round',
  'delegation-known': () => 'They hold this from the same giver already in that time',
  'holder-missing': () => 'Choose one: a board, a person or a post',
  'holder-several': () => 'Choose only one of the three: a board, a person or a post',
  'revoked-already': ({ day }) => `This was revoked already, from ${day}`,
  'revoked-before-start': () => 'It cannot be revoked before it began',
  'sum-expected': () => 'Enter a sum like 50000 or £50,000, or leave this empty',
}

const others: Readonly<Record<string, Sentence>> = {
  'ends-before-start': () => 'The end must be after the beginning',
  'organisation-known': () => 'There is an organisation of that name already',
  'renamed-too-early': () => 'The new name must begin after the name before it did',
  'email-needed': () => 'Enter an email address: the invitation goes there',
  'account-taken': () => 'This address already belongs to somebody else who signs in',
  'not-invited': () => 'This person was never invited. Invite them first',
  'signs-in-already': () => 'This person can sign in already',
  'slug-taken': () => 'Another board uses this address. Choose a different one',
  'slug-shape': () => 'Use small letters, figures and hyphens, like early-help-board',
  'end-needed': () => 'A task and finish group must have an end. Enter the first day on which it no longer meets',
  'ends-rule-needed': () => 'Say what happens to its open actions when the group ends',
  'status-too-early': () => 'The new status must begin after the one before it did',
  'becomes-when-evolving': () => 'Only a board that is evolving becomes another. Choose that status, or leave this empty',
  'kind-same': () => 'The board is of this kind already',
  'kind-not-yet': () => 'Record it on the day or after: choose today or an earlier day',
  'kind-too-early': () => 'The new kind must begin after the board, and after the kind before it did',
  'kind-needs-end': () => 'A task and finish group must have an end, and say what happens to its open actions then. Record these first',
  'status-same': () => 'The board has this status already',
  'same-body': () => 'Choose another board: a board has no relationship with itself',
  'relation-known': () => 'This relationship is recorded already',
  circle: () => 'This would make a board a sub-group of itself, by way of others',
  'own-dispensation': () => 'Nobody records leave for themselves. Ask the clerk',
  'interest-of-another': () => 'This entry is not in the public register of the person chosen above',
  'end-not-later': () => 'What was done under it today stands. Choose tomorrow or a later day',
  'end-not-early': () => 'It ends on that day or before it as it is. Choose an earlier day',
  'in-the-future': () => 'This must be today or in the past',
}

const sentences = {
  ...membership,
  ...files,
  ...termsSentences,
  ...betweenBodies,
  ...sharing,
  ...delegations,
  ...membersOwnProblems,
  ...others,
  ...successionProblems,
  ...areaProblems,
  ...bankHolidayProblems,
  ...compositionProblems,
  ...disputeProblems,
  ...datedRuleProblems,
  ...handoverProblems,
}

/** A sentence for a problem of governance; undefined leaves it to the common words. */
export function problemWords({ code, details = {} }: FieldProblem): string | undefined {
  if (code.startsWith('terms-') && sentences[code] === undefined)
    return `The document is not a terms document: ${details.path ? `${details.path}: ` : ''}${details.detail || code.slice('terms-'.length).replaceAll('-', ' ')}`
  return sentences[code]?.(details)
}
