import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ClaimState } from '../rules/agreement-change.ts'

/** How a claim on a grant stands, in words. */
export const claimWords: Readonly<Record<ClaimState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  waiting: { word: 'Waiting', meaning: 'warning' },
  refused: { word: 'Refused', meaning: 'bad' },
  paid: { word: 'Paid', meaning: 'good' },
  'paid-in-part': { word: 'Paid in part', meaning: 'information' },
  'clawed-back': { word: 'Taken back', meaning: 'bad' },
}

/** A sentence for every problem that changes of an agreement can have. */
export const changeProblems: Readonly<Record<string, string>> = {
  'before-its-term': 'That is before the agreement begins. Choose its first day or a later one',
  'not-before-last': 'Something later is recorded already. Choose its day or a later one',
  'decision-or-where': 'Choose the decision of the board, or say below which bodies agreed it and where that is written',
  'term-not-ticked': 'Say above that it changes the term, or leave the last day empty',
  'term-the-same': 'That is its last day already',
  'signed-already': 'It is signed already',
  'no-party-then': 'That organisation is not a party on that day',
  'given-already': 'What it gives from that day is recorded already',
  'by-variation': 'What it gives is recorded. Choose the variation that changes it',
  'reported-already': 'That report is recorded already',
  'before-period-ends': 'That is before the period has ended',
  'year-already': 'That overlaps a year that is recorded already',
  'claims-within-taper': 'That is more than is left of the year',
  'claim-settled-once': 'This is settled already',
  'before-the-claim': 'That is before it was claimed or paid',
  'more-than-claimed': 'That is more than was claimed',
  'more-than-paid': 'That is more than was paid',
  'not-paid': 'It was not paid, so that there is nothing to take back',
  'term-varied': 'The term was varied. Record another variation to change it',
  'decision-day': 'The decision was made on another day. Enter that day, or leave it empty',
}
