import type { FieldProblem } from '#platform/result.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Election } from '../queries/elections.ts'
import type { Reveals } from '../rules/ballot.ts'
import type { CandidateState, ElectedPost, ElectionState, ElectionTerms, NominationAnswer, TieWay } from '../rules/election.ts'

/** What is elected, as a choice of a form. */
export const electedPostWords: Readonly<Record<ElectedPost, string>> = { chair: 'Chair', deputy_chair: 'Deputy chair', seat: 'A seat' }

/** An election in words: 'Election of the chair'. */
export function electionTitle({ post, seatName }: Pick<Election, 'post' | 'seatName'>): string {
  if (post === 'seat') return `Election to the seat ${seatName}`
  return post === 'chair' ? 'Election of the chair' : 'Election of the deputy chair'
}

/** How an election stands. */
export const electionStateWords: Readonly<Record<ElectionState, { readonly meaning: StatusMeaning; readonly word: string }>> = {
  nominations: { meaning: 'information', word: 'Nominations' },
  open: { meaning: 'warning', word: 'Ballot open' },
  counted: { meaning: 'good', word: 'Counted' },
  unopposed: { meaning: 'good', word: 'Elected unopposed' },
  called_off: { meaning: 'neutral', word: 'Called off' },
}

/** How a nomination stands. */
export const candidateStateWords: Readonly<Record<CandidateState, { readonly meaning: StatusMeaning; readonly word: string }>> = {
  nominated: { meaning: 'unknown', word: 'Has not answered' },
  accepted: { meaning: 'good', word: 'Stands' },
  declined: { meaning: 'neutral', word: 'Declined' },
  withdrawn: { meaning: 'neutral', word: 'Stood down' },
}

/** What a nominee can do, as a button; the clerk's says for whom. */
export function answerButtonWords(answer: NominationAnswer, name: string | undefined): string {
  if (name === undefined) return { accepted: 'Accept and stand', declined: 'Decline', withdrawn: 'Stand down' }[answer]
  return { accepted: `${name} accepts`, declined: `${name} declines`, withdrawn: `${name} stands down` }[answer]
}

/** How a tie can be settled. */
export const tieWayWords: Readonly<Record<TieWay, string>> = {
  casting: 'The chair used the casting vote',
  lot: 'Lots were drawn',
  again: 'There is another ballot between them',
}

/** Why a result tells what somebody voted. */
export const revealsWords: Readonly<Record<Reveals, string>> = {
  'one-voter': 'Only one paper is in the box: whoever knows who voted knows how. No way of keeping papers can change that.',
  'two-voters': 'Only two papers are in the box: each of the two knows how the other voted. No way of keeping papers can change that.',
  unanimous: 'All papers say the same: everybody now knows how each voter voted. No way of keeping papers can change that.',
}

/** What the terms say about elections, in sentences; where they are silent that is said. */
export function electionTermsWords(terms: ElectionTerms, post: ElectedPost): readonly string[] {
  const what = { chair: 'the chair', deputy_chair: 'the deputy chair', seat: 'this seat' }[post]
  const elects =
    terms.elects === undefined
      ? `The terms of reference do not say how ${what} is found.`
      : terms.elects
        ? `By the terms of reference the members elect ${what}.`
        : `The terms of reference find ${what} in another way than by election. The clerk says below why there is one.`
  const secret = terms.secretIfContested
    ? 'Where more than one is nominated there is a secret ballot.'
    : 'The terms ask for no secret ballot; this site holds one all the same, and whoever has the most papers is elected.'
  const casting = {
    'on-a-tie': 'In a tie the chair has a casting vote.',
    'without-a-majority': 'Where there is no majority the chair has the casting vote.',
    nothing: 'The terms do not say what follows a tie: lots are drawn, or the members vote again.',
  }[terms.casting ?? 'nothing']
  const ends = terms.termEnds === undefined ? [] : [`The term of office: ${terms.termEnds}.`]
  return [elects, secret, casting, ...ends]
}

/** What the secret ballot promises and what it does not; the same words stand on the paper and on the page of the election. */
export const secrecyWords = {
  promised: [
    'Who has voted and what was voted are kept apart. Nothing leads from one to the other: no number, no time, no order.',
    'Until the count your paper is locked with a key that is not in the database, the log or a backup. With the count the key is destroyed.',
    'Nobody can find out from anything that is kept after the count how you voted, not even an administrator.',
  ],
  notPromised: [
    'Somebody who controls the server and watches it while people vote could see your vote. So could somebody who copies the whole disk during the ballot, with the key.',
    'Somebody who looks over your shoulder, or who controls your own computer or phone, could see it, too. Keep your receipt to yourself: it shows how you voted.',
    'If that is not enough for this election, ask the clerk for a ballot on paper before it opens.',
  ],
} as const

/** A sentence for a problem of elections; undefined leaves it to the common words. */
export function electionProblemWords({ code, field }: FieldProblem): string | undefined {
  const sentence = sentences[code]
  if (sentence !== undefined) return sentence
  if (code === 'choice-missing') return missing[field]
  if (code === 'required' && field === 'tieNote') return 'Say who settled the tie, when and how'
  return undefined
}

const missing: Readonly<Record<string, string>> = {
  post: 'Choose what is elected',
  way: 'Choose how the tie was settled',
  choice: 'Choose a candidate, or “None of them”',
}

const sentences: Readonly<Record<string, string>> = {
  'election-seat-missing': 'Choose the seat',
  'nominations-over-already': 'Choose today or a later day',
  'nominations-over': 'Nominations are over',
  'nominee-not-eligible': 'Choose somebody who can be elected: for an office that is whoever sits on this board today',
  'nominated-already': 'This person has been nominated already',
  'nominator-unknown': 'Choose the member who nominates',
  'nomination-answered': 'This nomination was answered already, or the nominations are over',
  'nobody-stands': 'Nobody who was nominated has accepted yet',
  'election-meeting-not-running':
    'The ballot is at a meeting that is not running now. Start the meeting first, or call an election outside a meeting',
  'nobody-votes': 'Nobody has a vote today, so there is nobody to open the ballot for',
  'no-key-folder': 'This installation has no place for the key of a ballot',
  'ballot-closed': 'The ballot is not open any more. If you pressed the button before, look for your receipt in the list of the count',
  'ballot-not-open': 'The ballot is not open',
  'not-standing': 'Choose one of the candidates on the paper: whoever was chosen does not stand in this election',
  'voted-before': 'You have voted already with another paper. That one counts, and this one was not taken',
  'no-vote-in-election': 'You have no vote in this election: you are not on the roll, or hold no voting place today. Nothing was counted',
  'receipt-taken': 'This receipt is in use. Open the ballot paper again for a new one; nothing was counted',
  'receipt-broken': 'The receipt on this paper is damaged. Open the ballot paper again for a new one; nothing was counted',
  'box-key-missing':
    'The key of this ballot is not on this server, so papers could never be counted. Tell the clerk: the election must be called off and held again',
  'election-ended': 'This election has ended already',
  'not-tied': 'There is no tie to settle',
  'way-not-in-terms': 'The terms give the chair no casting vote',
  'elected-missing': 'Choose who was elected',
  'elected-not-tied': 'Choose one of the candidates between whom it is tied',
  'no-result-yet': 'There is no result to publish',
}
