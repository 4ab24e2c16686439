import { dayInWords } from '#platform/time/words.ts'
import type { RightRecord } from '../queries/putting-right.ts'
import { type FactKind, factWords, standingAnswers } from './people.ts'
import { absenceWords, capturedWords } from './voice.ts'

/** What a record says, in a sentence: as it is kept beside what it says once it is put right. */
export function recordInWords(record: RightRecord): string {
  const when = `${record.name}, ${dayInWords(record.on)}`
  if (record.source === 'own_words') return `${when}: ${record.words === '' ? 'a drawing' : record.words} (${captured(record.captured)})`
  if (record.source === 'scale_reading') {
    const said = record.standing === 'read' ? String(record.value) : absenceWords[record.standing as keyof typeof absenceWords]
    const more = [record.why, record.one_higher && `One higher: ${record.one_higher}`].filter(Boolean).join(' ')
    return [`${when}: ${record.question} ${said}`, more, record.captured ? `(${captured(record.captured)})` : ''].filter(Boolean).join('. ')
  }
  const said =
    record.standing === 'answered'
      ? [record.label ?? record.code ?? '', record.words].filter(Boolean).join(': ')
      : standingAnswers[record.standing as keyof typeof standingAnswers]
  return `${when}: ${factWords[record.kind as FactKind]}: ${said} (${record.origin})`
}

const captured = (how: string): string => capturedWords[how as keyof typeof capturedWords].toLowerCase()
