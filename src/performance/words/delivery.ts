import { type DeliveryProblem, mostDelivered } from '../rules/delivery.ts'
import { uploadProblemWords } from './upload.ts'

/** Where a program must do something else than somebody with a file. */
const WORDS: Readonly<Record<string, string>> = {
  'body-shape': 'Send a JSON object with the list “figures”',
  'figures-needed': 'Send a list “figures” with at least one figure',
  'figures-many': `Send at most ${mostDelivered} figures at once`,
  'part-unknown':
    'A figure has no such part. Use period, status, value, numerator, denominator, lower, upper, area, split, part, note, source or confirmed',
  'part-shape': 'Send words or a number in quotes, a plain JSON number, or null; “confirmed” is true or false',
  'too-long': 'This is longer than 2,000 characters, or a number or period than 200, or a reason than 500. Shorten it',
  'row-twice': 'The same period, area and part stand in an earlier figure too, whose place in the list is shown. Send one of them',
  'reason-needed': 'This is another figure than before. Send a “reason”: the old figure stays, and the reason stands beside the new one',
  implausible: 'This is outside what is plausible. If it is right, send it again with "confirmed": true in this figure',
  'share-or-percent': 'This is less than 1%. Send 32 for 32%; if it is right, send it again with "confirmed": true in this figure',
  'no-longer-kept': 'This measure is no longer kept. Nothing can be given for it',
  'areas-none':
    'This measure is given for the whole only. Leave out the area, or ask the clerk of its board to name the areas in its definition',
  'key-used': 'This Idempotency-Key was used for other figures. Send these under a key of their own',
}

/** What is wrong with what a program sent, and what to do about it, in a sentence; the same as for a file of figures wherever it is the same. */
export function deliveryProblemWords({ code, field, value }: DeliveryProblem): string {
  return WORDS[code] ?? uploadProblemWords({ code, column: field, value })
}
