import { changeProblems } from './agreement-change.ts'
import { delegatedProblems } from './delegated.ts'
import { marketProblems } from './market.ts'
import { scenarioProblems } from './scenario.ts'

/** A sentence for every problem that the framework, endings, pathways and the work on strategies can have. */
export const frameworkProblems: Readonly<Record<string, string>> = {
  ...changeProblems,
  ...marketProblems,
  ...delegatedProblems,
  ...scenarioProblems,
  'given-out-already': 'More than that is given out already',
  'replaces-itself': 'A service does not take its own place. Choose another',
  'notice-half': 'Say when notice was given and to whom, or leave both empty',
  'released-not-known': 'Say first how much money it sets free',
  'released-to-the-penny': 'That is more than is not decided yet',
  'gate-signed-already': 'Somebody else signed this stage off a moment ago',
  'decided-later': 'The board decided that later. Choose an earlier decision, or a later day',
  'adopted-already': 'This version is adopted: begin another one to change it',
  'nothing-to-adopt': 'Add at least one stage first',
  'not-adopted': 'No version is adopted yet',
  'template-address': 'Enter a whole address that begins with https://, or one of this site that begins with /',
  'group-already': 'That body is named already',
  'year-intended-already': 'What is intended for that service in that year is written already',
  'on-the-plan-already': 'It stands on the forward plan already',
}
