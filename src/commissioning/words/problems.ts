import type { FieldProblem } from '#platform/result.ts'
import { bidFileProblems } from './bid-file.ts'
import { contractProblems } from './contract-problems.ts'
import { frameworkProblems } from './framework-problems.ts'
import { moneyProblems, moneyRequired } from './money-problems.ts'
import { paymentProblems, paymentRequired } from './payment.ts'
import { scenarioRequired } from './scenario.ts'

const sentences: Readonly<Record<string, string>> = {
  ...moneyProblems,
  ...paymentProblems,
  ...frameworkProblems,
  ...contractProblems,
  ...bidFileProblems,
  'decided-already': 'The board has decided: what it decided on stays as it was',
  'one-of-each-question': 'Choose at most one option of each question',
  'equality-first': 'The equality impact assessment must be recorded, and be no later than the decision',
  'equality-half': 'Say on which day equality was assessed and what was found, or leave both empty',
  'public-already': 'This is public already, and what was public stays public',
  'in-the-future': 'That day is still to come',
  'ends-before-it-begins': 'It ends before it begins. Choose a later day',
  'after-its-term': 'It ends by itself before that day',
  'not-after-last': 'Choose a day after the last one that is recorded',
  'status-the-same': 'It stands like that already',
  'served-already': 'It serves that outcome already',
  'address-expected': 'Enter a whole address that begins with https://',
  'reports-busy': 'So much was reported that nothing more can be taken now. Try again later',
  'settled-already': 'This report is settled already',
  'basis-stays': 'The law on which an agreement rests stays. Record another agreement for another law',
  'basis-not-then': 'No agreement could be made under that law on its first day',
  'consultation-half': 'Say when the consultation ended and what came of it, or leave both empty',
  'signature-half': 'Say on which day it was signed and by which office, or leave both empty',
  'approval-without-day': 'Say on which day it was approved',
  'words-changed': 'These words were changed since you read them: look at them again',
  'licence-unknown': 'Choose one of the licences',
  'grant-prefix-shape': 'A prefix of 360Giving is 360G- and letters, digits or hyphens, for example 360G-Northbrook',
  'prefix-missing': 'Enter the prefix that was assigned to you',
  'prefix-shape': 'A prefix is ocds- and six letters or digits, for example ocds-a1b2c3',
  'prefix-not-assigned': 'Record a prefix only once it was assigned to you',
  'prefix-the-same': 'That prefix is recorded already',
  'party-already': 'That organisation is a party at that time already',
}

const required: Readonly<Record<string, string>> = {
  ...moneyRequired,
  ...paymentRequired,
  ...scenarioRequired,
  title: 'Give it a name',
  scope: 'Say what it covers',
  name: 'Name it',
  question: 'Say which question it answers',
  summary: 'Say what people receive',
  how: 'Say how one gets it',
  said: 'Say what is wrong or missing',
  answer: 'Say what was done about it',
  because: 'Say why',
  what: 'Say what changes',
  evidence: 'Say what shows it',
  found: 'Say where it is to be found',
  signedBy: 'Name the office that signed',
}

/** A sentence for every problem that commissioning can have; undefined leaves it to the common words. */
export function problemWords({ code, field }: FieldProblem): string | undefined {
  return code === 'required' ? required[field] : sentences[code]
}
