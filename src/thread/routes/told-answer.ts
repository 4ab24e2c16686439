import type { Standing } from '#governance/public.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { ToldAnswer } from '../pages/answers.tsx'
import { threadPaths } from '../paths.ts'
import { allows, guardedAnswer } from '../permission.ts'
import type { GapAnswer } from '../rules/gaps.ts'

/** An answer to a gap in words, with what whoever looks may do about it. */
export function toldAnswer(answer: GapAnswer, people: ReadonlyMap<string, string>, standing: Standing): ToldAnswer {
  const person = people.get(answer.person) ?? 'Somebody'
  const day = dayInWords(answer.until)
  const isOwn = answer.answer === 'assigned' && standing.person?.id === answer.person
  return {
    words:
      answer.answer === 'assigned'
        ? `${person} sees to it by ${day}: ${answer.words}`
        : `Accepted by ${person} until ${day}: ${answer.words}`,
    end: allows(standing, guardedAnswer(answer), 'end') ? threadPaths.endAnswer(answer.id) : undefined,
    endText: isOwn ? 'It is seen to' : 'Take this back',
  }
}
