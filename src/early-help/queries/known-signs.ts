import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { readingInWords } from '../words/voice.ts'
import type { FamilyLine } from './families.ts'
import type { Known } from './known.ts'
import { findReadings, findStatements, findVoiceRule } from './voice.ts'

// An assessment is printed for nobody in particular: what is kept from one of the family, or tells of somebody outside it, is read where it was written down.
const apart = 'Kept apart: read it with what the family says'

/** What the family says, in three columns, and everybody's numbers with the days on which they were given (E2); none where that is not open to whoever reads. */
export async function findSigns(tx: Reader, { id }: FamilyLine, today: Temporal.PlainDate): Promise<Known> {
  const rule = await findVoiceRule(tx, today)
  const labels = { worried: rule.worriedLabel, well: rule.wellLabel, happen: rule.happenLabel }
  const byToday = (said: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(said, today) <= 0
  const written = (await findStatements(tx, id)).filter(({ saidOn }) => byToday(saidOn))
  const statements = written.map((one) => {
    const words = [
      one.words,
      ...(one.goal ? [`The goal: ${one.goal}${one.forHowLong ? `, ${one.forHowLong}` : ''}`] : []),
      ...one.disputes.map(({ who, words: theirs }) => `${who} sees it otherwise: ${theirs}`),
    ].join('\n')
    return [labels[one.kind], one.withheldFrom || one.tellsOfOthers ? apart : words, one.whose, dayInWords(one.saidOn)]
  })
  const given = (await findReadings(tx, id)).filter(({ on }) => byToday(on))
  const readings = given.map((one) => [
    one.question,
    [readingInWords(one), one.why, one.oneHigher && `One higher: ${one.oneHigher}`].filter(Boolean).join('\n'),
    one.name,
    dayInWords(one.on),
  ])
  return { columns: ['What', 'In their words', 'Who', 'When'], rows: [...statements, ...readings] }
}
